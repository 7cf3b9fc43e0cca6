// SPDX-License-Identifier: MIT
#include "../machine_need.hpp"
#include "examined.hpp"
#include "instance_fixes.hpp"

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

/// With what to rent instead.
void add_about_instance(const Examined& examined, std::size_t i, FindingCode code, std::string message,
                        Findings& findings) {
    const std::string item = examined.pointer_to("servers", examined.environment.servers[i].name);
    findings.push_back(finding(code, child_pointer(item, "instance"), std::move(message)));
    findings.back().fixes = rent_what_carries(examined, i);
}

/// Size against instance, nominal: the planned size is what services are placed by.
void add_too_small(const Examined& examined, std::size_t i, Findings& findings) {
    const Server& server = examined.environment.servers[i];
    const InstanceType& type = *examined.types[i];
    const Resources planned = examined.estimate.servers[i].machine.size;
    const std::string needs = ", " + label_of(server) + " needs ";
    if (type.cpu && *type.cpu < planned.cpu) {
        add_about_instance(
            examined, i, FindingCode::instance_too_small,
            type.sku + " has " + format_cpu(*type.cpu) + " vCPU" + needs + format_cpu(planned.cpu), findings);
    }
    if (type.memory && *type.memory < planned.memory) {
        add_about_instance(
            examined, i, FindingCode::instance_too_small,
            type.sku + " has " + show_bytes(*type.memory) + " memory" + needs + show_bytes(planned.memory),
            findings);
    }
}

std::string_view why_unknown(const InstanceType& type) {
    return type.cpu_class == CpuClass::shared
               ? " shares its vCPU with neighbours and has no published baseline"
               : " is burstable and no source gives its baseline";
}

/// Requests against what an instance sustains. Requests, not the planned size: a machine for services that
/// share what is left may well be burstable.
void add_not_sustained(const Examined& examined, std::size_t i, Findings& findings) {
    const InstanceType& type = *examined.types[i];
    if (!type.cpu) return;
    const ServerEstimate& server = examined.estimate.servers[i];
    const std::size_t fullest = fullest_machine(server, Resource::cpu);
    const MilliCpu requested = server.machines[fullest].used.cpu;
    const MilliCpu needed = requested + server.machine.reserved.cpu;
    if (requested.is_zero() || sustains(type, needed)) return;
    const std::string needs = ", " + machine_label(examined, i, fullest) + " needs " + format_cpu(needed);
    if (const auto sustained = type.sustained_cpu()) {
        add_about_instance(examined, i, FindingCode::instance_sustained_cpu,
                           type.sku + " sustains " + format_cpu(*sustained) + " of its " +
                               format_cpu(*type.cpu) + " vCPU" + needs,
                           findings);
    } else {
        add_about_instance(examined, i, FindingCode::instance_shared_cpu,
                           type.sku + std::string(why_unknown(type)) + needs, findings);
    }
}

/// A type that the catalogue does not know, or knows from other regions only: then its like is rented, else
/// what its name is a slip of the hand for.
void add_unknown_instance(const Examined& examined, std::size_t i, Findings& findings) {
    const Environment& environment = examined.environment;
    const Server& server = environment.servers[i];
    if (server.instance.empty() || server.cost || !examined.region_is_known()) return;
    const bool priced = applied_price(examined.plan.prices, examined.catalogue, environment.provider,
                                      environment.region, server.instance)
                            .has_value();
    if (priced && examined.types[i] != nullptr) return;
    const std::string item = examined.pointer_to("servers", server.name);
    findings.push_back(unknown_instance(examined, item, server.instance));
    findings.back().fixes =
        examined.types[i] != nullptr ? rent_what_carries(examined, i) : rent_what_is_meant(examined, server);
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
