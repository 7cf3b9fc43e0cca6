// SPDX-License-Identifier: MIT
#include "stowage/estimate.hpp"

#include <string_view>
#include <unordered_map>

#include "findings/examined.hpp"
#include "stowage/limits.hpp"

namespace stowage {
namespace {

std::vector<const InstanceType*> types_of(const Environment& environment, const Catalogue& catalogue) {
    std::vector<const InstanceType*> types;
    types.reserve(environment.servers.size());
    for (const Server& server : environment.servers) {
        types.push_back(server.instance.empty() ? nullptr
                                                : catalogue.find_type(environment.provider, server.instance));
    }
    return types;
}

/// What can be allocated, where disk and pods are only a limit if the server states them.
Resources room_of(const MachineSize& size) {
    Resources room = size.allocatable();
    if (!size.limits_disk) room.disk = limits::kUnlimitedDisk;
    if (!size.limits_pods) room.pods = limits::kUnlimitedPods;
    return room;
}

/// Without what the machine does not limit: nothing is free, or lacking, of that.
Resources limited_part(Resources amounts, const MachineSize& size) {
    if (!size.limits_disk) amounts.disk = Bytes{};
    if (!size.limits_pods) amounts.pods = 0;
    return amounts;
}

std::vector<Machine> machines_of(const Environment& environment, const std::vector<ServerEstimate>& servers) {
    std::vector<Machine> machines;
    for (std::uint32_t server = 0; server < servers.size(); ++server) {
        const MachineSize& size = servers[server].machine;
        for (std::uint32_t i = 0; i < environment.servers[server].count; ++i) {
            machines.push_back({server, i, room_of(size), size.floor});
        }
    }
    return machines;
}

std::vector<Demand> demands_of(const Environment& environment, const std::vector<ServiceNeeds>& needs) {
    std::unordered_map<std::string_view, std::uint32_t> index_of;
    for (std::uint32_t i = 0; i < environment.servers.size(); ++i)
        index_of.emplace(environment.servers[i].name, i);
    std::vector<Demand> demands;
    demands.reserve(environment.services.size());
    for (std::size_t i = 0; i < environment.services.size(); ++i) {
        const Service& service = environment.services[i];
        Demand demand{needs[i].request, service.replicas, std::nullopt, service.spread};
        if (environment.fit_memory == FitMemory::limit) demand.request.memory = needs[i].peak_memory;
        if (!service.server.empty()) {
            const auto named = index_of.find(service.server);
            // A plan made by hand may name a server that it has not: one behind the last, which has no room.
            demand.server = named != index_of.end() ? named->second
                                                    : static_cast<std::uint32_t>(environment.servers.size());
        }
        demands.push_back(demand);
    }
    return demands;
}

ServerEstimate empty_server(const Environment& environment, const Server& server, const InstanceType* type) {
    ServerEstimate result;
    result.machine = machine_size(environment, server, type);
    result.capacity = result.machine.size * server.count;
    result.reserved = result.machine.reserved * server.count;
    result.floor = result.machine.floor * server.count;
    result.free = result.capacity - result.reserved;
    result.machines.assign(static_cast<std::size_t>(server.count),
                           {Resources{}, result.machine.allocatable()});
    return result;
}

void add_usage(EnvironmentEstimate& result, const std::vector<Demand>& demands) {
    for (const Placed& placed : result.placement.placed) {
        const Resources request = demands[placed.service].request;
        ServerEstimate& server = result.servers[placed.server];
        MachineEstimate& machine = server.machines[placed.machine];
        const Resources counted = limited_part(request, server.machine);
        machine.used += request;
        machine.free -= counted;
        server.used += request;
        server.free -= counted;
        if (server.shares.empty() || server.shares.back().service != placed.service) {
            server.shares.push_back({placed.service, 0, {}});  // placed is ordered by service
        }
        ++server.shares.back().replicas;
        server.shares.back().used += request;
    }
    for (const ServerEstimate& server : result.servers) {
        result.capacity += server.capacity;
        result.used += server.used;
        result.free += server.free;
    }
}

std::optional<Tightest> tightest_of(const std::vector<ServerEstimate>& servers) {
    std::optional<Tightest> best;
    std::int64_t best_free = 0;
    std::int64_t best_whole = 1;
    for (std::uint32_t server = 0; server < servers.size(); ++server) {
        for (std::uint32_t machine = 0; machine < servers[server].machines.size(); ++machine) {
            for (const Resource resource : kResources) {
                if (!servers[server].machine.limits(resource)) continue;
                const std::int64_t whole = amount_of(servers[server].machine.allocatable(), resource);
                const std::int64_t free = amount_of(servers[server].machines[machine].free, resource);
                if (whole <= 0 || (best && !less_share(free, whole, best_free, best_whole))) continue;
                best = Tightest{server, machine, resource};
                best_free = free;
                best_whole = whole;
            }
        }
    }
    return best;
}

EnvironmentEstimate estimate_environment(const Plan& plan, const Environment& environment,
                                         const Catalogue& catalogue) {
    EnvironmentEstimate result;
    const auto types = types_of(environment, catalogue);
    for (std::size_t i = 0; i < environment.servers.size(); ++i) {
        result.servers.push_back(empty_server(environment, environment.servers[i], types[i]));
    }
    result.needs.reserve(environment.services.size());
    for (const Service& service : environment.services) result.needs.push_back(needs_of(service));
    const auto demands = demands_of(environment, result.needs);
    result.placement = place(machines_of(environment, result.servers), demands);
    add_usage(result, demands);
    result.tightest = tightest_of(result.servers);
    result.cost_lines = cost_lines(plan, environment, catalogue);
    result.cost = total_of(result.cost_lines);
    result.findings = findings_of({plan, environment, catalogue, types, result});
    return result;
}

}  // namespace

Estimate estimate(const Plan& plan, const Catalogue& catalogue) {
    Estimate result;
    result.environments.reserve(plan.environments.size());
    for (const Environment& environment : plan.environments) {
        result.environments.push_back(estimate_environment(plan, environment, catalogue));
        result.cost += result.environments.back().cost;
    }
    return result;
}

std::size_t count_findings(const Estimate& estimate, Severity at_least) {
    std::size_t count = 0;
    for (const EnvironmentEstimate& environment : estimate.environments) {
        for (const Finding& finding : environment.findings) count += finding.severity >= at_least ? 1 : 0;
    }
    return count;
}

}  // namespace stowage
