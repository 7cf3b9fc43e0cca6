// SPDX-License-Identifier: MIT
#include "refusals.hpp"

#include <algorithm>

namespace stowage {

Refusals::Refusals(const Grouping& grouping, const Pools& pools, const TotalDemand& total,
                   const RoomIndex& rooms, const std::vector<Assigned>& assigned)
    : grouping_(grouping),
      pools_(pools),
      total_(total),
      rooms_(rooms),
      machines_of_(grouping.groups.size()),
      known_(grouping.shapes),
      runs_(rooms.size(), 0) {
    for (const Assigned& each : assigned) {
        const std::uint32_t group = grouping.bundles[each.bundle].group;
        if (grouping.groups[group].spread) machines_of_[group].push_back(each.machine);
    }
    room_shares_.reserve(rooms.size());
    for (std::size_t machine = 0; machine < rooms.size(); ++machine) {
        room_shares_.push_back(total.shares_of(rooms.room(machine)));
    }
}

std::vector<Refusal> Refusals::of(std::uint32_t bundle) {
    const Bundle& kind = grouping_.bundles[bundle];
    // Many services may ask for the same and be refused alike, unless replicas of their own are in the way.
    if (grouping_.groups[kind.group].server || !machines_of_[kind.group].empty())
        return nearest_pools(bundle);
    std::vector<Refusal>& known = known_[kind.shape];
    if (known.empty()) known = nearest_pools(bundle);
    return known;
}

std::vector<Refusal> Refusals::nearest_pools(std::uint32_t bundle) {
    const Group& group = grouping_.groups[grouping_.bundles[bundle].group];
    mark_machines_of(grouping_.bundles[bundle].group);
    const std::uint32_t first = group.server ? *group.server : 0;
    const std::uint32_t last = group.server ? *group.server + 1 : pools_.count();
    std::size_t refusing = 0;
    for (std::uint32_t server = first; server < last; ++server)
        refusing += pools_.at(server).empty() ? 0u : 1u;
    const bool nearest_first = refusing > kMostRefusals;
    std::vector<Ranked> told;
    for (std::uint32_t server = first; server < last; ++server) {
        if (pools_.at(server).empty()) continue;
        const Ranked next = nearest_of_pool(bundle, server);
        // Thousands of services may find no room on thousands of pools: only the nearest are ever kept.
        const bool full = told.size() == kMostRefusals;
        if (full && !(next.share < told.back().share)) continue;
        if (full) told.pop_back();
        const auto nearer = [](const Ranked& a, const Ranked& b) { return a.share < b.share; };
        const auto at = nearest_first ? std::upper_bound(told.begin(), told.end(), next, nearer) : told.end();
        told.insert(at, next);
    }
    std::vector<Refusal> refusals;
    refusals.reserve(told.size());
    for (const Ranked& each : told) refusals.push_back(each.refusal);
    return refusals;
}

void Refusals::mark_machines_of(std::uint32_t group) {
    for (const std::uint32_t machine : machines_of_[group]) runs_[machine] = group + 1;
}

Refusals::Ranked Refusals::nearest_of_pool(std::uint32_t bundle, std::uint32_t server) const {
    const Bundle& kind = grouping_.bundles[bundle];
    const auto runs = [&](std::size_t machine) { return runs_[machine] == kind.group + 1; };
    const Pool pool = pools_.at(server);
    // A pinned replica may over-commit: only the spread rule refuses it.
    if (grouping_.groups[kind.group].server) return {0, {server, {}, runs(pool.first)}};
    const Shares request = total_.shares_of(kind.request);
    std::size_t nearest = pool.first;
    Share least = missing_share(request, nearest);
    for (std::size_t machine = pool.first + 1; machine < pool.last; ++machine) {
        const Share share = missing_share(request, machine);
        if (share >= least) continue;
        nearest = machine;
        least = share;
    }
    return {least, {server, missing_of(kind.request, rooms_.room(nearest)), runs(nearest)}};
}

Share Refusals::missing_share(const Shares& request, std::size_t machine) const {
    Share most = 0;
    for (std::size_t i = 0; i < request.size(); ++i) {
        most = std::max(most, request[i] - room_shares_[machine][i]);
    }
    return most;
}

}  // namespace stowage
