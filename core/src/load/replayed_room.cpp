// SPDX-License-Identifier: MIT
#include "replayed_room.hpp"

#include <algorithm>
#include <utility>

#include "stowage/fit.hpp"
#include "stowage/scaling.hpp"

namespace stowage {
namespace {

Plan plan_of_one(const Plan& plan, std::uint32_t environment) {
    Plan one;
    one.prices = plan.prices;
    one.exchange = plan.exchange;
    one.environments = {plan.environments[environment]};
    return one;
}

}  // namespace

ReplayedRoom::ReplayedRoom(const Plan& plan, std::uint32_t environment, const Estimate& estimate,
                           const Catalogue& catalogue)
    : planned_(plan.environments[environment]),
      catalogue_(catalogue),
      changed_(plan_of_one(plan, environment)),
      figures_(estimate.environments[environment]) {}

const RoomForAdded& ReplayedRoom::room_for(std::uint32_t service, std::int64_t added) {
    auto key = std::tuple(replicas_, service, added);
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second;
    return known_.emplace(std::move(key), look(service, added)).first->second;
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
    if (back >= added) return {added, std::nullopt, 0};
    place();
    const Environment& environment = changed_.environments.front();
    const ServiceRoom room = stowage::room_for(environment, figures_, service);
    RoomForAdded result;
    result.placed = std::min(std::max(room.replicas, back), added);
    if (result.placed == added) return result;
    for (std::size_t i = 0; i < std::min(room.pools.size(), kMostPoolsTried); ++i) {
        const std::uint32_t server = room.pools[i].server;
        const MoveRoom here = room_for_more(environment, figures_, service, server, added);
        if (result.room && result.room->replicas >= here.replicas) continue;
        result.room = here;
        result.server = server;
    }
    return result;
}

void ReplayedRoom::place() {
    Replicas wanted;
    for (const auto& [service, replicas] : replicas_) {
        if (replicas != planned_.services[service].replicas) wanted.emplace(service, replicas);
    }
    if (wanted == placed_) return;
    Environment& environment = changed_.environments.front();
    for (const auto& [service, replicas] : replicas_) environment.services[service].replicas = replicas;
    figures_ = std::move(estimate(changed_, catalogue_).environments.front());
    placed_ = std::move(wanted);
}

}  // namespace stowage
