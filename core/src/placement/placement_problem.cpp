// SPDX-License-Identifier: MIT
#include "placement_problem.hpp"

#include <string_view>
#include <unordered_map>

#include "stowage/limits.hpp"

namespace stowage {
namespace {

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
    std::unordered_map<std::string_view, std::uint32_t> group_of{{"", 0}};
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
        const auto next_group = static_cast<std::uint32_t>(group_of.size());
        demand.together = group_of.emplace(service.together, next_group).first->second;
        demands.push_back(demand);
    }
    return demands;
}

}  // namespace

Resources room_of(const MachineSize& size) {
    Resources room = size.allocatable();
    if (!size.limits_disk) room.disk = limits::kUnlimitedDisk;
    if (!size.limits_pods) room.pods = limits::kUnlimitedPods;
    return room;
}

Resources limited_part(Resources amounts, const MachineSize& size) {
    if (!size.limits_disk) amounts.disk = Bytes{};
    if (!size.limits_pods) amounts.pods = 0;
    return amounts;
}

PlacementProblem placement_problem(const Environment& environment, const std::vector<ServerEstimate>& servers,
                                   const std::vector<ServiceNeeds>& needs) {
    return {machines_of(environment, servers), demands_of(environment, needs)};
}

}  // namespace stowage
