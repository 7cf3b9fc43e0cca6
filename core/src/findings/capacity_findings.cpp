// SPDX-License-Identifier: MIT
#include "examined.hpp"

namespace stowage {
namespace {

bool add_missing_size(const Examined& examined, std::size_t i, Findings& findings) {
    if (examined.estimate.servers[i].machine.complete) return false;
    const Server& server = examined.environment.servers[i];
    std::string message = label_of(server) + " states no ";
    message += server.cpu ? "memory" : (server.memory ? "cpu" : "cpu and no memory");
    message += server.instance.empty() ? " and names no instance"
                                       : ", and the catalogue has no such figure for " + server.instance;
    findings.push_back(
        finding(FindingCode::server_without_size, examined.pointer_to("servers", server.name), message));
    return true;
}

bool add_overcommitted(const Examined& examined, std::size_t i, Resource resource, Findings& findings) {
    const ServerEstimate& server = examined.estimate.servers[i];
    const std::size_t fullest = fullest_machine(server, resource);
    const MachineEstimate& machine = server.machines[fullest];
    if (amount_of(machine.free, resource) >= 0) return false;
    std::string message = machine_label(examined, i, fullest) + " needs ";
    message += resource == Resource::cpu ? format_cpu(machine.used.cpu) : show_bytes(machine.used.memory);
    message += " of " + show_amount(server.machine.allocatable(), resource);
    message += resource == Resource::cpu ? "" : " memory";
    message += ": over-committed by " + show_amount(Resources{} - machine.free, resource);
    findings.push_back(finding(FindingCode::server_overcommitted,
                               examined.pointer_to("servers", examined.environment.servers[i].name),
                               message));
    return true;
}

bool add_below_minimum(const Examined& examined, std::size_t i, Resource resource, Findings& findings) {
    const ServerEstimate& server = examined.estimate.servers[i];
    const std::size_t fullest = fullest_machine(server, resource);
    const Resources free = server.machines[fullest].free;
    if (amount_of(free, resource) >= amount_of(server.machine.floor, resource)) return false;
    findings.push_back(finding(FindingCode::headroom_below_minimum,
                               examined.pointer_to("servers", examined.environment.servers[i].name),
                               machine_label(examined, i, fullest) + " has " + show_amount(free, resource) +
                                   " of " + std::string(name_of(resource)) + " free; the policy demands " +
                                   show_amount(server.machine.floor, resource)));
    return true;
}

bool leaves_nothing(const ServerEstimate& server, Resource resource) {
    const MachineEstimate& machine = server.machines[fullest_machine(server, resource)];
    return amount_of(server.machine.reserved, resource) == 0 && amount_of(machine.free, resource) == 0;
}

/// One sentence about all resources of a server that are used up.
void add_no_headroom(const Examined& examined, std::size_t i, const std::vector<Resource>& used_up,
                     Findings& findings) {
    if (used_up.empty()) return;
    std::string nothing;
    std::string all;
    for (const Resource resource : used_up) {
        join_with_and(nothing, "no " + std::string(name_of(resource)));
        join_with_and(all, show_amount(examined.estimate.servers[i].machine.size, resource));
    }
    const Server& planned = examined.environment.servers[i];
    findings.push_back(finding(FindingCode::no_headroom, examined.pointer_to("servers", planned.name),
                               label_of(planned) + " leaves " + nothing + " to the operating system: all " +
                                   all + " are requested"));
}

}  // namespace

void find_capacity_problems(const Examined& examined, Findings& findings) {
    for (std::size_t i = 0; i < examined.environment.servers.size(); ++i) {
        if (add_missing_size(examined, i, findings)) continue;
        std::vector<Resource> used_up;
        for (const Resource resource : kResources) {
            if (!examined.estimate.servers[i].machine.limits(resource)) continue;
            // Each hides those after it: what is over-committed is also below every policy.
            if (add_overcommitted(examined, i, resource, findings)) continue;
            if (add_below_minimum(examined, i, resource, findings)) continue;
            if (leaves_nothing(examined.estimate.servers[i], resource)) used_up.push_back(resource);
        }
        add_no_headroom(examined, i, used_up, findings);
    }
}

}  // namespace stowage
