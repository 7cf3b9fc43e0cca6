// SPDX-License-Identifier: MIT
#include "examined.hpp"

#include <algorithm>

#include "stowage/sort_by.hpp"

namespace stowage {

std::size_t fullest_machine(const ServerEstimate& server, Resource resource) {
    const auto fullest =
        std::min_element(server.machines.begin(), server.machines.end(),
                         [&](const MachineEstimate& a, const MachineEstimate& b) {
                             return amount_of(a.free, resource) < amount_of(b.free, resource);
                         });
    return static_cast<std::size_t>(fullest - server.machines.begin());
}

std::string machine_label(const Examined& examined, std::size_t server, std::size_t machine) {
    const std::string& label = label_of(examined.environment.servers[server]);
    if (examined.estimate.servers[server].machines.size() == 1) return label;
    return "machine " + std::to_string(machine + 1) + " of " + label;
}

Finding unknown_instance(const Examined& examined, const std::string& item, const std::string& sku) {
    return finding(FindingCode::instance_unknown, child_pointer(item, "instance"),
                   "the catalogue has no " + sku + " of " + examined.environment.provider + " in " +
                       examined.environment.region);
}

Findings findings_of(const Examined& examined) {
    Findings findings;
    find_capacity_problems(examined, findings);
    find_survival_problems(examined, findings);
    find_instance_problems(examined, findings);
    find_service_problems(examined, findings);
    find_stack_problems(examined, findings);
    find_load_problems(examined, findings);
    find_cost_problems(examined, findings);
    sort_by(findings, [](const Finding& a, const Finding& b) { return a.severity > b.severity; });
    return findings;
}

}  // namespace stowage
