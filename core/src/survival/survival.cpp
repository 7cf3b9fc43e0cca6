// SPDX-License-Identifier: MIT
#include "stowage/survival.hpp"

#include <string_view>
#include <unordered_map>

#include "relocation.hpp"
#include "survival_cases.hpp"

namespace stowage {
namespace {

void add_case(Survival& survival, std::vector<Displaced> unplaced, Loss loss) {
    ++survival.cases;
    if (unplaced.empty()) {
        ++survival.survived;
    } else if (survival.losses.size() < kMostLosses) {
        loss.unplaced = std::move(unplaced);
        survival.losses.push_back(std::move(loss));
    }
}

/// Machines that fail together.
struct Zone {
    std::string name;
    std::vector<std::uint32_t> machines;
    bool runs_anything = false;
};

std::vector<Zone> zones_of(const Environment& environment, const Occupancy& occupancy) {
    std::vector<Zone> zones;
    std::unordered_map<std::string_view, std::size_t> index_of;
    for (std::uint32_t i = 0; i < occupancy.machines(); ++i) {
        const std::string& name = environment.servers[occupancy.problem().machines[i].server].zone;
        if (name.empty()) continue;
        const std::size_t at = index_of.emplace(name, zones.size()).first->second;
        if (at == zones.size()) zones.push_back({name, {}, false});
        zones[at].machines.push_back(i);
        zones[at].runs_anything = zones[at].runs_anything || !occupancy.placed_on(i).empty();
    }
    return zones;
}

}  // namespace

Survival server_losses(const Occupancy& occupancy) {
    Relocation relocation(occupancy);
    Survival survival;
    for (std::uint32_t i = 0; i < occupancy.machines(); ++i) {
        if (occupancy.placed_on(i).empty()) continue;
        const Machine& machine = occupancy.problem().machines[i];
        add_case(survival, relocation.lose({&i, 1}), {{}, machine.server, machine.index, {}});
    }
    return survival;
}

Survival zone_losses(const Environment& environment, const Occupancy& occupancy) {
    Survival survival;
    const std::vector<Zone> zones = zones_of(environment, occupancy);
    if (zones.empty()) return survival;
    Relocation relocation(occupancy);
    for (const Zone& zone : zones) {
        if (zone.runs_anything) add_case(survival, relocation.lose(zone.machines), {zone.name, 0, 0, {}});
    }
    return survival;
}

}  // namespace stowage
