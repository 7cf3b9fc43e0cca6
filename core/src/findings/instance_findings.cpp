// SPDX-License-Identifier: MIT
#include "examined.hpp"

namespace stowage {
namespace {

void add_unknown_region(const Examined& examined, Findings& findings) {
    const Environment& environment = examined.environment;
    if (environment.provider.empty() || examined.region_is_known()) return;
    const bool no_region = environment.region.empty();
    findings.push_back(finding(FindingCode::region_unknown,
                               child_pointer(examined.pointer(), no_region ? "provider" : "region"),
                               "the catalogue has no prices for " + environment.provider +
                                   (no_region ? " without a region" : " in " + environment.region)));
}

/// Size against instance, nominal: the planned size is what services are placed by.
void add_too_small(const Examined& examined, std::size_t i, Findings& findings) {
    const Server& server = examined.environment.servers[i];
    const InstanceType& type = *examined.types[i];
    const Resources planned = examined.estimate.servers[i].machine.size;
    const std::string where = child_pointer(examined.pointer_to("servers", server.name), "instance");
    if (type.cpu && *type.cpu < planned.cpu) {
        findings.push_back(finding(FindingCode::instance_too_small, where,
                                   type.sku + " has " + format_cpu(*type.cpu) + " vCPU, " + label_of(server) +
                                       " needs " + format_cpu(planned.cpu)));
    }
    if (type.memory && *type.memory < planned.memory) {
        findings.push_back(finding(FindingCode::instance_too_small, where,
                                   type.sku + " has " + show_bytes(*type.memory) + " memory, " +
                                       label_of(server) + " needs " + show_bytes(planned.memory)));
    }
}

/// Requests against what a burstable instance sustains. Requests, not the planned size: a machine for
/// services that share what is left may well be burstable.
void add_not_sustained(const Examined& examined, std::size_t i, Findings& findings) {
    const InstanceType& type = *examined.types[i];
    const auto sustained = type.sustained_cpu();
    if (!type.baseline || !sustained) return;
    const ServerEstimate& server = examined.estimate.servers[i];
    const std::size_t fullest = fullest_machine(server, Resource::cpu);
    const MilliCpu requested = server.machines[fullest].used.cpu;
    if (requested.is_zero() || requested + server.machine.reserved.cpu <= *sustained) return;
    const std::string& name = examined.environment.servers[i].name;
    findings.push_back(finding(FindingCode::instance_sustained_cpu,
                               child_pointer(examined.pointer_to("servers", name), "instance"),
                               type.sku + " sustains " + format_cpu(*sustained) + " of its " +
                                   format_cpu(*type.cpu) + " vCPU, " + machine_label(examined, i, fullest) +
                                   " needs " + format_cpu(requested + server.machine.reserved.cpu)));
}

/// A type that the catalogue does not know, or knows from other regions only.
void add_unknown_instance(const Examined& examined, std::size_t i, Findings& findings) {
    const Environment& environment = examined.environment;
    const Server& server = environment.servers[i];
    if (server.instance.empty() || server.cost || !examined.region_is_known()) return;
    const bool priced = applied_price(examined.plan.prices, examined.catalogue, environment.provider,
                                      environment.region, server.instance)
                            .has_value();
    if (priced && examined.types[i] != nullptr) return;
    findings.push_back(
        unknown_instance(examined, examined.pointer_to("servers", server.name), server.instance));
}

}  // namespace

void find_instance_problems(const Examined& examined, Findings& findings) {
    add_unknown_region(examined, findings);
    for (std::size_t i = 0; i < examined.environment.servers.size(); ++i) {
        if (examined.types[i] != nullptr) {
            add_too_small(examined, i, findings);
            add_not_sustained(examined, i, findings);
        }
        add_unknown_instance(examined, i, findings);
    }
}

}  // namespace stowage
