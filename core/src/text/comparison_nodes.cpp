// SPDX-License-Identifier: MIT
//
// The comparison of providers as JSON.
#include <utility>

#include "estimate_nodes.hpp"
#include "names_in_plan.hpp"
#include "stowage/text/comparison_text.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage {
namespace {

/// An environment as a plan file has it.
Node plan_environment_node(const Environment& environment) {
    Plan plan;
    plan.environments.push_back(environment);
    Node node = plan_node(plan);
    return std::move(node.find("environments")->members.front().value);
}

Node missing_node(const MissingItem& item) {
    Node node = Node::map();
    node.add("where", Node::text(item.where));
    node.add("what", Node::text(item.what));
    return node;
}

Node offer_node(const ProviderOffer& offer) {
    Node node = Node::map();
    node.add("provider", Node::text(offer.provider));
    node.add("region", Node::text(offer.region));
    node.add("current", Node::boolean(offer.current));
    Node cost = cost_node(offer.cost);
    cost.add("lines", list_of(offer.lines, cost_line_node));
    node.add("cost", std::move(cost));
    if (offer.difference) node.add("difference", Node::text(show_difference(*offer.difference)));
    node.add("missing", list_of(offer.missing, missing_node));
    node.add("environment", plan_environment_node(offer.environment));
    return node;
}

}  // namespace

Result<std::vector<Comparison>> compare(const CompareQuestion& question, const Plan& plan,
                                        const Estimate& estimate, const Catalogue& catalogue) {
    const bool known =
        question.environment.empty() || find_named(plan.environments, question.environment) != nullptr;
    if (!known) return no_such("environment", question.environment, names_of(plan.environments));
    std::vector<Comparison> comparisons;
    for (std::uint32_t i = 0; i < plan.environments.size(); ++i) {
        const Environment& environment = plan.environments[i];
        if (!question.environment.empty() && environment.name != question.environment) continue;
        comparisons.push_back(
            {i, compare_providers(plan, environment, estimate.environments[i], catalogue, question.filter)});
    }
    return comparisons;
}

Node comparison_node(const Plan& plan, const std::vector<Comparison>& comparisons) {
    Node node = Node::map();
    node.add("environments", list_of(comparisons, [&plan](const Comparison& comparison) {
                 const Environment& environment = plan.environments[comparison.environment];
                 Node entry = Node::map();
                 entry.add("name", Node::text(environment.name));
                 entry.add("title", Node::text(label_of(environment)));
                 entry.add("offers", list_of(comparison.offers, offer_node));
                 return entry;
             }));
    return node;
}

}  // namespace stowage
