// SPDX-License-Identifier: MIT
//
// The views of a bill as JSON.
#include "estimate_nodes.hpp"
#include "stowage/cost_views.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/estimate_text.hpp"

namespace stowage {
namespace {

Node share_node(const CostShare& share) {
    Node node = Node::map();
    node.add("item", Node::text(share.item));
    if (!share.where.empty()) node.add("where", Node::text(share.where));
    node.add("low", Node::text(format_cents(share.cost.low)));
    node.add("high", Node::text(format_cents(share.cost.high)));
    node.add("complete", Node::boolean(share.cost.complete));
    node.add("rule", Node::text(share.rule));
    return node;
}

void add_unit_costs(Node& node, const UnitCosts& costs) {
    if (costs.per_vcpu) node.add("per_vcpu", cost_node(*costs.per_vcpu));
    if (costs.per_gib) node.add("per_gib", cost_node(*costs.per_gib));
    if (costs.per_million_requests) node.add("per_million_requests", cost_node(*costs.per_million_requests));
}

}  // namespace

Node cost_view_node(const Environment& environment, const EnvironmentEstimate& estimate, CostView view) {
    return list_of(cost_shares(environment, estimate, view), share_node);
}

Node environment_cost_node(const Environment& environment, const EnvironmentEstimate& estimate) {
    Node node = cost_node(estimate.cost);
    node.add("lines", list_of(estimate.cost_lines, cost_line_node));
    node.add("year", cost_node(year_of(estimate.cost)));
    Node& views = node.add("views", Node::map());
    for (const CostView view : kCostViews)
        views.add(std::string(name_of(view)), cost_view_node(environment, estimate, view));
    node.add("unused_headroom", cost_node(unused_headroom_cost(environment, estimate)));
    add_unit_costs(node, unit_costs(environment, estimate));
    return node;
}

Node cost_document(const Plan& plan, const Estimate& estimate) {
    Node environments = Node::sequence();
    for (std::size_t i = 0; i < plan.environments.size(); ++i) {
        Node node = Node::map();
        node.add("name", Node::text(plan.environments[i].name));
        node.add("title", Node::text(label_of(plan.environments[i])));
        node.add("cost", environment_cost_node(plan.environments[i], estimate.environments[i]));
        environments.items.push_back(std::move(node));
    }
    Node document = Node::map();
    document.add("environments", std::move(environments));
    document.add("cost", cost_node(estimate.cost));
    return document;
}

}  // namespace stowage
