// SPDX-License-Identifier: MIT
#include "replayed_room.hpp"

#include <algorithm>
#include <utility>

#include "../plan_of_one.hpp"
#include "stowage/limits.hpp"
#include "stowage/scaling.hpp"

namespace stowage {
namespace {

std::int64_t unplaced_of(const EnvironmentEstimate& figures) {
    std::int64_t sum = 0;
    for (const Unplaced& one : figures.placement.unplaced) sum += one.replicas;
    return sum;
}

/// What the machines of a pool lack, all together.
std::int64_t lacking(const ServerEstimate& server, Resource resource) {
    std::int64_t sum = 0;
    for (const MachineEstimate& machine : server.machines)
        sum -= std::min<std::int64_t>(amount_of(machine.free, resource), 0);
    return sum;
}

/// No more is left out or over-committed than before: a plan may be so from the beginning.
bool is_no_worse(const EnvironmentEstimate& figures, const EnvironmentEstimate& before) {
    if (unplaced_of(figures) > unplaced_of(before)) return false;
    for (std::size_t i = 0; i < figures.servers.size(); ++i) {
        const auto lacks_more = [&](Resource resource) {
            return lacking(figures.servers[i], resource) > lacking(before.servers[i], resource);
        };
        if (std::any_of(kResources.begin(), kResources.end(), lacks_more)) return false;
    }
    return true;
}

/// The smallest number in (low, high] that is enough, when `high` is and more are too.
template <class IsEnough>
std::int64_t fewest(std::int64_t low, std::int64_t high, const IsEnough& is_enough) {
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (is_enough(middle) ? high : low) = middle;
    }
    return high;
}

}  // namespace

ReplayedRoom::ReplayedRoom(const Plan& plan, std::uint32_t environment, const Estimate& estimate,
                           const Catalogue& catalogue, MachineSupply supply)
    : planned_(plan.environments[environment]),
      catalogue_(catalogue),
      changed_(plan_of_one(plan, environment)),
      planned_figures_(estimate.environments[environment]),
      figures_(planned_figures_),
      placed_on_(planned_.servers.size()),
      may_rent_(supply == MachineSupply::rented),
      machines_(planned_.servers.size()) {}

const RoomForAdded& ReplayedRoom::room_for(std::uint32_t service, std::int64_t added) {
    auto key = std::tuple(replicas_, machines_, service, added);
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second;
    return known_.emplace(std::move(key), look(service, added)).first->second;
}

bool ReplayedRoom::is_grown() const {
    return std::any_of(replicas_.begin(), replicas_.end(), [&](const auto& each) {
        return each.second > planned_.services[each.first].replicas;
    });
}

/// Replicas that may come back, as nothing has grown beyond the plan.
std::int64_t ReplayedRoom::places_of_plan(std::uint32_t service) const {
    for (const auto& [other, replicas] : replicas_) {
        if (other != service && replicas > planned_.services[other].replicas) return 0;
    }
    return planned_.services[service].replicas - replicas_.at(service);
}

RoomForAdded ReplayedRoom::look(std::uint32_t service, std::int64_t added) {
    const std::int64_t back = places_of_plan(service);
    if (back >= added) return {added, std::nullopt, 0, machines_};
    place();
    const Environment& environment = changed_.environments.front();
    const ServiceRoom room = stowage::room_for(environment, figures_, service);
    RoomForAdded result;
    result.machines = machines_;
    result.placed = std::min(std::max(room.replicas, back), added);
    if (result.placed < added && may_rent_) look_for_machines(result, service, added, room.pools);
    if (result.placed == added) return result;
    const Machines before = std::exchange(machines_, result.machines);
    place();
    machines_ = before;
    for (std::size_t i = 0; i < std::min(room.pools.size(), kMostPoolsTried); ++i) {
        const std::uint32_t server = room.pools[i].server;
        const MoveRoom here = room_for_more(environment, figures_, service, server, added);
        if (result.room && result.room->replicas >= here.replicas) continue;
        result.room = here;
        result.server = server;
    }
    return result;
}

/// Twice as many machines each time, while room comes of it, and then the fewest that give as much.
void ReplayedRoom::look_for_machines(RoomForAdded& result, std::uint32_t service, std::int64_t added,
                                     const std::vector<PoolRoom>& pools) {
    const Machines before = machines_;
    for (std::size_t i = 0; i < std::min(pools.size(), kMostPoolsTried) && result.placed < added; ++i) {
        const std::uint32_t server = pools[i].server;
        const std::int64_t most = most_machines(server);
        std::int64_t low = machines_[server];
        std::int64_t tried = low;
        std::int64_t step = 1;
        while (result.placed < added && tried < most) {
            tried = std::min(tried + step, most);
            step *= 2;
            const std::int64_t placed = room_with(service, added, server, tried);
            if (placed <= result.placed) break;
            low = result.machines[server];
            result.placed = placed;
            result.machines[server] = tried;
        }
        const std::int64_t enough = result.placed;
        result.machines[server] = fewest(low, result.machines[server], [&](std::int64_t less) {
            return room_with(service, added, server, less) >= enough;
        });
        machines_ = result.machines;
    }
    machines_ = before;
}

std::int64_t ReplayedRoom::most_machines(std::uint32_t server) const {
    std::int64_t all = 0;
    for (std::size_t i = 0; i < machines_.size(); ++i) all += planned_.servers[i].count + machines_[i];
    return machines_[server] + std::max<std::int64_t>(limits::kServers - all, 0);
}

std::int64_t ReplayedRoom::room_with(std::uint32_t service, std::int64_t added, std::uint32_t server,
                                     std::int64_t machines) {
    const std::int64_t present = std::exchange(machines_[server], machines);
    place();
    machines_[server] = present;
    return std::min(stowage::room_for(changed_.environments.front(), figures_, service).replicas, added);
}

bool ReplayedRoom::suffices_with(std::uint32_t server, std::int64_t machines) {
    const std::int64_t present = std::exchange(machines_[server], machines);
    place();
    machines_[server] = present;
    return is_no_worse(figures_, planned_figures_);
}

void ReplayedRoom::give_back() {
    if (std::all_of(machines_.begin(), machines_.end(), [](std::int64_t count) { return count == 0; }))
        return;
    if (!is_grown()) {
        machines_.assign(machines_.size(), 0);
        return;
    }
    auto key = std::pair(replicas_, machines_);
    const auto known = needed_.find(key);
    if (known != needed_.end()) {
        machines_ = known->second;
        return;
    }
    for (auto server = static_cast<std::uint32_t>(machines_.size()); server-- > 0;) {
        if (machines_[server] == 0) continue;
        machines_[server] = fewest(-1, machines_[server],
                                   [&](std::int64_t machines) { return suffices_with(server, machines); });
    }
    needed_.emplace(std::move(key), machines_);
}

void ReplayedRoom::place() {
    Replicas wanted;
    for (const auto& [service, replicas] : replicas_) {
        if (replicas != planned_.services[service].replicas) wanted.emplace(service, replicas);
    }
    if (wanted == placed_ && machines_ == placed_on_) return;
    Environment& environment = changed_.environments.front();
    for (const auto& [service, replicas] : replicas_) environment.services[service].replicas = replicas;
    for (std::size_t i = 0; i < machines_.size(); ++i)
        environment.servers[i].count = planned_.servers[i].count + machines_[i];
    figures_ = estimate_fit(changed_, environment, catalogue_);
    placed_ = std::move(wanted);
    placed_on_ = machines_;
}

}  // namespace stowage
