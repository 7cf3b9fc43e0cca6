// SPDX-License-Identifier: MIT
#include <algorithm>

#include "occupancy.hpp"
#include "survival_cases.hpp"

namespace stowage {
namespace {

/// What rolls out at once: a service, or those kept together.
struct Rollout {
    std::vector<std::uint32_t> services;
    Resources request;
    std::int64_t surge = 0;
    Pool range;
    bool spread = false;
};

void add(Rollout& rollout, const Environment& environment, const Occupancy& occupancy,
         std::uint32_t service) {
    if (occupancy.machines_of(service).empty()) return;
    const Demand& demand = occupancy.problem().demands[service];
    const Pool range = occupancy.allowed(service);
    if (rollout.services.empty()) rollout.range = {0, occupancy.machines()};
    rollout.services.push_back(service);
    rollout.request += demand.request;
    rollout.surge = std::max(rollout.surge, surge_of(environment.services[service]));
    rollout.range = {std::max(rollout.range.first, range.first), std::min(rollout.range.last, range.last)};
    rollout.spread = rollout.spread || demand.spread;
}

/// In the order of their first service.
std::vector<Rollout> rollouts_of(const Environment& environment, const Occupancy& occupancy) {
    const auto& demands = occupancy.problem().demands;
    std::vector<Rollout> rollouts;
    std::vector<std::size_t> of_group(demands.size() + 1, SIZE_MAX);
    for (std::uint32_t service = 0; service < demands.size(); ++service) {
        const std::uint32_t together = demands[service].together;
        std::size_t at = rollouts.size();
        if (together != 0 && of_group[together] != SIZE_MAX) {
            at = of_group[together];
        } else {
            rollouts.emplace_back();
            if (together != 0) of_group[together] = at;
        }
        add(rollouts[at], environment, occupancy, service);
    }
    return rollouts;
}

/// Of the surge, what finds room. Nothing is taken: each rollout has the room to itself.
std::int64_t placed_of(const Rollout& rollout, const Occupancy& occupancy, const RoomIndex& room,
                       MachineMarks& kept_apart) {
    kept_apart.clear();
    for (const std::uint32_t service : rollout.services) {
        if (!occupancy.problem().demands[service].spread) continue;
        for (const std::uint32_t machine : occupancy.machines_of(service)) kept_apart.add(machine);
    }
    std::int64_t placed = 0;
    for (std::size_t machine = rollout.range.first; placed < rollout.surge; ++machine) {
        machine = room.first_fitting(rollout.request, machine, rollout.range.last);
        if (machine >= rollout.range.last) break;
        if (kept_apart.has(machine)) continue;
        placed += rollout.spread
                      ? 1
                      : fitting_of(rollout.request, room.room(machine), rollout.surge - placed).times;
    }
    return placed;
}

}  // namespace

std::int64_t surge_of(const Service& service) {
    if (service.replicas == 0) return 0;
    if (service.max_surge) return *service.max_surge;
    if (service.kind == ServiceKind::postgres || service.kind == ServiceKind::redis) return 0;
    return (service.replicas + 3) / 4;
}

std::vector<SurgeShortage> surge_shortages(const Environment& environment, const Occupancy& occupancy) {
    const RoomIndex room(occupancy.free());
    MachineMarks kept_apart(occupancy.machines());
    std::vector<SurgeShortage> shortages;
    for (const Rollout& rollout : rollouts_of(environment, occupancy)) {
        if (rollout.services.empty()) continue;
        const std::int64_t placed = placed_of(rollout, occupancy, room, kept_apart);
        if (placed < rollout.surge) shortages.push_back({rollout.services.front(), rollout.surge, placed});
    }
    return shortages;
}

}  // namespace stowage
