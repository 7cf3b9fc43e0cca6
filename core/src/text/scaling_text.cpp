// SPDX-License-Identifier: MIT
#include "stowage/text/scaling_text.hpp"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "estimate_nodes.hpp"
#include "names_in_plan.hpp"
#include "stowage/load.hpp"
#include "stowage/number_text.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/environments_named.hpp"

namespace stowage {
namespace {

/// The services of one environment that the question is about.
Result<std::vector<std::uint32_t>> services_asked(const ScalingQuestion& question,
                                                  const Environment& environment) {
    std::vector<std::uint32_t> asked;
    std::vector<std::string_view> with_rule;
    for (std::uint32_t i = 0; i < environment.services.size(); ++i) {
        const Service& service = environment.services[i];
        if (!service.scale_out) continue;
        with_rule.emplace_back(service.name);
        if (question.service.empty() || service.name == question.service) asked.push_back(i);
    }
    if (asked.empty() && !question.service.empty() && !question.environment.empty()) {
        return no_such("service of " + environment.name + " with a scaling rule", question.service,
                       with_rule);
    }
    return asked;
}

std::vector<std::string_view> services_with_rules(const Plan& plan) {
    std::vector<std::string_view> names;
    for (const Environment& environment : plan.environments) {
        for (const Service& service : environment.services) {
            const bool known = std::find(names.begin(), names.end(), service.name) != names.end();
            if (service.scale_out && !known) names.emplace_back(service.name);
        }
    }
    return names;
}

/// Two per cents differ by points.
std::string show_distance(Metric metric, std::int64_t distance) {
    std::string text = show_metric(metric, std::abs(distance));
    if (text.ends_with('%')) text.replace(text.size() - 1, 1, text == "1%" ? " point" : " points");
    return text;
}

Node condition_node(const ConditionVerdict& verdict) {
    const auto holds = verdict.holds();
    Node node = Node::map();
    node.add("condition", Node::text(format_condition(verdict.condition)));
    node.add("figure",
             verdict.figure ? Node::text(format_figure(verdict.condition.metric, *verdict.figure)) : Node{});
    node.add("holds", holds ? Node::boolean(*holds) : Node{});
    return node;
}

Node action_node(const Environment& environment, const ScalingAction& action) {
    const auto server_name = [&](std::uint32_t server) {
        return Node::text(environment.servers[server].name);
    };
    Node node = Node::map();
    node.add("added", Node::number(action.added));
    node.add("placed", Node::number(action.placed));
    node.add("servers", list_of(action.pools, [&](const PoolRoom& pool) {
                 Node entry = Node::map();
                 entry.add("name", server_name(pool.server));
                 entry.add("replicas", Node::number(pool.replicas));
                 return entry;
             }));
    node.add("shortages", list_of(action.shortages, [&](const PoolShortage& shortage) {
                 Node entry = Node::map();
                 entry.add("server", server_name(shortage.server));
                 entry.add("room", Node::number(shortage.room.replicas));
                 entry.add("reason", Node::text(show_move_room(shortage.room)));
                 return entry;
             }));
    node.add("cost", cost_node(action.cost));
    if (action.machines) {
        Node machines = Node::map();
        machines.add("server", server_name(action.machines->server));
        machines.add("count", Node::number(action.machines->count));
        machines.add("cost", cost_node(action.machines->cost));
        node.add("machines", std::move(machines));
    }
    return node;
}

Node answer_node(const Environment& environment, const ScalingAnswer& answer) {
    const Service& service = environment.services[answer.service];
    Node node = Node::map();
    node.add("environment", Node::text(environment.name));
    node.add("service", Node::text(service.name));
    node.add("replicas", Node::number(service.replicas));
    node.add("predicted", Node::boolean(answer.predicted));
    node.add("verdict", name_node(name_of(answer.verdict.firing)));
    node.add("conditions", list_of(answer.verdict.conditions, condition_node));
    if (answer.action) node.add("action", action_node(environment, *answer.action));
    return node;
}

}  // namespace

Result<std::vector<ScalingAnswer>> answer(const ScalingQuestion& question, const Plan& plan,
                                          const Estimate& estimate, const Catalogue& catalogue) {
    const auto environments = environments_named(plan, question.environment);
    if (!environments) return environments.error();
    std::vector<ScalingAnswer> answers;
    for (const std::uint32_t i : *environments) {
        const Environment& environment = plan.environments[i];
        const auto asked = services_asked(question, environment);
        if (!asked) return asked.error();
        std::vector<ServiceLoad> loads;
        if (!question.metrics) loads = load_of(environment, estimate.environments[i].needs);
        for (const std::uint32_t service : *asked) {
            const Service& asked_for = environment.services[service];
            const Metrics metrics =
                question.metrics ? *question.metrics : metrics_of(asked_for, loads[service]);
            ScalingAnswer one{i, service, !question.metrics, verdict_of(*asked_for.scale_out, metrics), {}};
            if (one.verdict.firing == Firing::fires)
                one.action = action_of(plan, estimate, catalogue, i, service);
            answers.push_back(std::move(one));
        }
    }
    if (answers.empty() && !question.service.empty())
        return no_such("service with a scaling rule", question.service, services_with_rules(plan));
    return answers;
}

std::string show_figure(const ConditionVerdict& verdict) {
    if (!verdict.figure) return "not known";
    const Condition& condition = verdict.condition;
    std::string text = show_metric(condition.metric, *verdict.figure) + ", ";
    const std::int64_t distance = *verdict.figure - condition.threshold;
    if (distance == 0) {
        text += "at the threshold";
    } else {
        text += show_distance(condition.metric, distance) + (distance < 0 ? " below it" : " above it");
    }
    if (condition.sustained) text += "; taken as lasting " + format_duration(*condition.sustained);
    return text;
}

std::string_view words_of(Firing firing) {
    switch (firing) {
        case Firing::fires: return "fires";
        case Firing::rests: return "does not fire";
        case Firing::undecided: return "depends on what is not known";
    }
    return "";
}

std::vector<std::string> action_sentences(const Environment& environment, std::uint32_t service,
                                          const ScalingAction& action) {
    if (action.added == 0) return {"No replica is added: it has the most that the rule allows."};
    const std::int64_t replicas = environment.services[service].replicas;
    std::vector<std::string> lines{"Adds " + counted(action.added, "replica") + ": " +
                                   std::to_string(replicas) + " to " +
                                   std::to_string(replicas + action.added) + "."};
    const auto label = [&](std::uint32_t server) { return label_of(environment.servers[server]); };
    for (const PoolRoom& pool : action.pools)
        lines.push_back(label(pool.server) + " takes " + std::to_string(pool.replicas) + ".");
    for (const PoolShortage& shortage : action.shortages)
        lines.push_back(label(shortage.server) + ": " + show_move_room(shortage.room) + ".");
    if (action.shortages.empty()) {
        lines.push_back("The cost stays " + show_cost(action.cost) + " a month.");
    } else if (action.machines) {
        lines.push_back("With " + counted(action.machines->count, "more machine") + " in " +
                        label(action.machines->server) + " it fits: " + show_cost(action.machines->cost) +
                        " a month instead of " + show_cost(action.cost) + ".");
    } else {
        lines.emplace_back("No number of machines of these sizes makes room.");
    }
    return lines;
}

std::string removal_sentence(const Service& service, const ScaleIn& rule, const Cost& cost) {
    const std::int64_t removed = std::min(rule.remove, service.replicas - rule.min);
    if (removed <= 0) return "No replica is removed: it has the fewest that the rule keeps.";
    return "Removes " + counted(removed, "replica") + ": " + std::to_string(service.replicas) + " to " +
           std::to_string(service.replicas - removed) + ". The cost stays " + show_cost(cost) + " a month.";
}

Node scaling_node(const Plan& plan, const std::vector<ScalingAnswer>& answers) {
    Node node = Node::map();
    node.add("services", list_of(answers, [&plan](const ScalingAnswer& answer) {
                 return answer_node(plan.environments[answer.environment], answer);
             }));
    return node;
}

}  // namespace stowage
