// SPDX-License-Identifier: MIT
#include "estimate_nodes.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/estimate_text.hpp"
#include "stowage/text/fix_cost.hpp"

namespace stowage {
namespace {

Node fix_node(const Fix& fix, const FixCosts& costs) {
    Node node = Node::map();
    node.add("label", Node::text(fix.label));
    if (const auto cost = costs.of(fix)) {
        Node change = Node::map();
        change.add("low", Node::text(format_cents(cost->low)));
        change.add("high", Node::text(format_cents(cost->high)));
        node.add("cost_change", std::move(change));
    }
    node.add("edits", list_of(fix.edits, [](const FieldEdit& edit) {
                 Node entry = Node::map();
                 entry.add("where", Node::text(edit.pointer));
                 entry.add("text", Node::text(edit.text));
                 return entry;
             }));
    return node;
}

Node placements_node(const Environment& environment, const EnvironmentEstimate& estimate) {
    return list_of(estimate.placement.placed, [&](const Placed& placed) {
        Node node = Node::map();
        node.add("service", Node::text(environment.services[placed.service].name));
        node.add("replica", Node::number(placed.replica));
        node.add("server", Node::text(environment.servers[placed.server].name));
        node.add("machine", Node::number(placed.machine));
        if (estimate.needs[placed.service].cpu_shared) node.add("cpu_shared", Node::boolean(true));
        return node;
    });
}

Node totals_node(const EnvironmentEstimate& estimate) {
    Node node = Node::map();
    node.add("capacity", resources_node(estimate.capacity));
    node.add("used", resources_node(estimate.used));
    node.add("free", resources_node(estimate.free));
    return node;
}

Node tightest_node(const Environment& environment, const Tightest& tightest) {
    Node node = Node::map();
    node.add("server", Node::text(environment.servers[tightest.server].name));
    node.add("machine", Node::number(tightest.machine));
    node.add("resource", name_node(key_of(tightest.resource)));
    return node;
}

Node finding_node(const Finding& finding, const FixCosts& costs) {
    Node node = Node::map();
    node.add("severity", name_node(name_of(finding.severity)));
    node.add("code", name_node(name_of(finding.code)));
    node.add("where", Node::text(finding.where));
    node.add("message", Node::text(finding.message));
    node.add("fixes", list_of(finding.fixes, [&costs](const Fix& fix) { return fix_node(fix, costs); }));
    return node;
}

Node environment_estimate_node(const Environment& environment, const EnvironmentEstimate& estimate,
                               const FixCosts& costs) {
    Node node = Node::map();
    node.add("name", Node::text(environment.name));
    node.add("title", Node::text(label_of(environment)));
    node.add("servers", servers_node(environment, estimate));
    node.add("services", services_node(environment, estimate));
    node.add("placements", placements_node(environment, estimate));
    node.add("unplaced", unplaced_node(environment, estimate));
    node.add("apart", list_of(estimate.placement.apart, [&environment](std::uint32_t service) {
                 return Node::text(environment.services[service].name);
             }));
    node.add("survival", survival_node(environment, estimate));
    node.add("totals", totals_node(estimate));
    if (estimate.tightest) node.add("tightest", tightest_node(environment, *estimate.tightest));
    node.add("cost", environment_cost_node(environment, estimate));
    node.add("findings", list_of(estimate.findings,
                                 [&costs](const Finding& finding) { return finding_node(finding, costs); }));
    return node;
}

}  // namespace

Node estimate_node(const Plan& plan, const Estimate& estimate, const Catalogue& catalogue) {
    const FixCosts costs(plan, catalogue);
    Node environments = Node::sequence();
    for (std::size_t i = 0; i < plan.environments.size(); ++i) {
        environments.items.push_back(
            environment_estimate_node(plan.environments[i], estimate.environments[i], costs));
    }
    Node node = Node::map();
    node.add("environments", std::move(environments));
    node.add("cost", cost_node(estimate.cost));
    return node;
}

std::string estimate_json(const Plan& plan, const Estimate& estimate, const Catalogue& catalogue) {
    return write_json(estimate_node(plan, estimate, catalogue));
}

}  // namespace stowage
