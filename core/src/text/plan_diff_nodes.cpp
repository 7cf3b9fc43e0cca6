// SPDX-License-Identifier: MIT
#include <unordered_map>

#include "estimate_nodes.hpp"
#include "stowage/json_pointer.hpp"
#include "stowage/text/plan_diff_text.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage {
namespace {

std::string text_of(const Node& node) { return node.is_scalar() ? node.scalar : write_compact_json(node); }

/// Both plans written out, walked side by side.
class FieldWalk {
  public:
    void compare(const Node& before, const Node& after, const std::string& pointer) {
        if (before.is_map() && after.is_map()) return compare_members(before, after, pointer);
        std::string old = text_of(before);
        std::string now = text_of(after);
        if (old != now) changes.push_back({pointer, std::move(old), std::move(now)});
    }

    std::vector<FieldChange> changes;

  private:
    using Index = std::unordered_map<std::string_view, const Node*>;

    static Index index_of(const Node& map) {
        Index index;
        for (const Member& member : map.members) index.emplace(member.key, &member.value);
        return index;
    }

    void compare_members(const Node& before, const Node& after, const std::string& pointer) {
        const Index old = index_of(before);
        for (const Member& member : after.members) {
            const std::string where = child_pointer(pointer, member.key);
            const auto found = old.find(member.key);
            if (found != old.end()) {
                compare(*found->second, member.value, where);
            } else {
                changes.push_back({where, std::nullopt, text_of(member.value)});
            }
        }
        const Index now = index_of(after);
        for (const Member& member : before.members) {
            if (now.count(member.key) == 0)
                changes.push_back({child_pointer(pointer, member.key), text_of(member.value), std::nullopt});
        }
    }
};

/// What somebody wrote, without the prices that Stowage adds.
Node stated_node(Plan plan) {
    plan.prices.used.clear();
    return plan_node(plan);
}

Node figures_node(const EnvironmentFigures& figures) {
    Node node = Node::map();
    node.add("cost", cost_node(figures.cost));
    node.add("capacity", resources_node(figures.capacity));
    node.add("used", resources_node(figures.used));
    node.add("free", resources_node(figures.free));
    node.add("errors", Node::number(static_cast<std::int64_t>(figures.errors)));
    node.add("warnings", Node::number(static_cast<std::int64_t>(figures.warnings)));
    return node;
}

Node change_node(const CostChange& change) {
    Node node = Node::map();
    node.add("category", name_node(name_of(change.category)));
    node.add("item", Node::text(change.item));
    node.add("where", Node::text(change.where));
    if (change.before) node.add("before", cost_node(*change.before));
    if (change.after) node.add("after", cost_node(*change.after));
    return node;
}

Node environment_diff_node(const EnvironmentDiff& diff) {
    Node node = Node::map();
    node.add("name", Node::text(diff.name));
    node.add("title", Node::text(diff.label));
    if (diff.before) node.add("before", figures_node(*diff.before));
    if (diff.after) node.add("after", figures_node(*diff.after));
    node.add("costs", list_of(diff.costs, change_node));
    return node;
}

Node field_node(const FieldChange& change) {
    Node node = Node::map();
    node.add("where", Node::text(change.where));
    if (change.before) node.add("before", Node::text(*change.before));
    if (change.after) node.add("after", Node::text(*change.after));
    return node;
}

}  // namespace

std::vector<FieldChange> changed_fields(const Plan& before, const Plan& after) {
    FieldWalk walk;
    walk.compare(stated_node(before), stated_node(after), {});
    return std::move(walk.changes);
}

Node plan_diff_node(const PlanDiff& diff, const std::vector<FieldChange>& fields) {
    Node cost = Node::map();
    cost.add("before", cost_node(diff.before));
    cost.add("after", cost_node(diff.after));
    Node node = Node::map();
    node.add("cost", std::move(cost));
    node.add("environments", list_of(diff.environments, environment_diff_node));
    node.add("fields", list_of(fields, field_node));
    return node;
}

}  // namespace stowage
