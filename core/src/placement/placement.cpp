// SPDX-License-Identifier: MIT
#include "stowage/placement.hpp"

#include <algorithm>
#include <utility>

#include "dot_product.hpp"
#include "layout.hpp"
#include "orders.hpp"
#include "pools.hpp"
#include "refusals.hpp"

namespace stowage {
namespace {

RoomIndex whole_machines(const std::vector<Machine>& machines) {
    std::vector<Resources> rooms;
    rooms.reserve(machines.size());
    for (const Machine& machine : machines) rooms.push_back(machine.allocatable);
    return RoomIndex(rooms);
}

/// What automatic placement may use of it.
RoomIndex above_floor(const RoomIndex& free, const std::vector<Machine>& machines) {
    std::vector<Resources> rooms;
    rooms.reserve(machines.size());
    for (std::size_t i = 0; i < machines.size(); ++i) rooms.push_back(free.room(i) - machines[i].floor);
    return RoomIndex(rooms);
}

/// Puts what is left of a bundle round the pool, machine by machine, whatever is free there.
void overcommit(Layout& layout, const Grouping& grouping, std::uint32_t bundle, Pool pool) {
    for (bool progress = true; progress && layout.left(bundle) > 0;) {
        progress = false;
        for (std::size_t machine = pool.first; machine < pool.last && layout.left(bundle) > 0; ++machine) {
            if (layout.kept_apart(grouping.bundles[bundle].group, machine)) continue;
            layout.put(bundle, machine);
            progress = true;
        }
    }
}

Layout place_pinned(const Grouping& grouping, const Orders& orders, const Pools& pools,
                    const std::vector<Machine>& machines) {
    Layout layout(grouping, whole_machines(machines));
    for (const std::uint32_t number : orders.by_size()) {
        const Group& group = grouping.groups[number];
        if (!group.server) continue;
        const Pool pool = pools.at(*group.server);
        for (std::uint32_t bundle = group.first_bundle; bundle < group.last_bundle; ++bundle) {
            layout.fill(bundle, pool.first, pool.last);
            overcommit(layout, grouping, bundle, pool);
        }
    }
    return layout;
}

/// What a layout leaves unplaced. Fewer replicas are better, then smaller ones.
struct Rest {
    std::int64_t replicas = 0;
    Share size = 0;  ///< the shares of all resources, summed

    friend bool operator<(const Rest& a, const Rest& b) {
        return a.replicas != b.replicas ? a.replicas < b.replicas : a.size < b.size;
    }
};

Rest rest_of(const Layout& layout, const Grouping& grouping, const Orders& orders) {
    Rest rest;
    for (std::uint32_t bundle = 0; bundle < grouping.bundles.size(); ++bundle) {
        const Bundle& kind = grouping.bundles[bundle];
        if (grouping.groups[kind.group].server || layout.left(bundle) == 0) continue;
        rest.replicas += layout.left(bundle) * kind.members;
        for (const Share share : orders.shares()[bundle]) rest.size += layout.left(bundle) * share;
    }
    return rest;
}

/// The best of the portfolio. The first one wins if it places everything, so the usual case costs one run.
///
/// One machine more at the end of the list never leaves more unplaced. Each member of the portfolio decides
/// machine by machine, or bundle by bundle for the first machine with room, in an order that does not depend
/// on the machines; so on the machines before the last it does what it did without it, and the last takes
/// some of what was left. Each member leaves a part of what it left before, so the best leaves no more.
Layout place_automatic(const Grouping& grouping, const Orders& orders, const TotalDemand& total,
                       const RoomIndex& rooms) {
    const std::vector<std::size_t> first = first_with_room(grouping, rooms);
    Layout best = first_fit(grouping, orders.by_size(), rooms, first);
    Rest least = rest_of(best, grouping, orders);
    if (least.replicas == 0) return best;
    const auto consider = [&](Layout layout) {
        const Rest rest = rest_of(layout, grouping, orders);
        if (!(rest < least)) return;
        least = rest;
        best = std::move(layout);
    };
    for (const auto& order : orders.others()) consider(first_fit(grouping, order, rooms, first));
    if (small_enough_for_dot_product(grouping)) consider(dot_product(grouping, orders, total, rooms));
    return best;
}

/// Replicas are numbered along a group's bundles, so that the same numbers of all members run together.
std::vector<Placed> placed_of(const Grouping& grouping, const std::vector<Machine>& machines,
                              const std::vector<Assigned>& assigned, std::size_t services) {
    std::vector<std::vector<std::uint32_t>> machines_of(grouping.bundles.size());
    for (const Assigned& each : assigned) machines_of[each.bundle].push_back(each.machine);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> group_of(services);  // and the place in it
    for (std::uint32_t number = 0; number < grouping.groups.size(); ++number) {
        const Group& group = grouping.groups[number];
        for (std::uint32_t i = 0; i < group.services.size(); ++i) group_of[group.services[i]] = {number, i};
    }
    std::size_t replicas = 0;
    for (const Assigned& each : assigned) replicas += grouping.bundles[each.bundle].members;
    std::vector<Placed> placed;
    placed.reserve(replicas);
    for (std::uint32_t service = 0; service < services; ++service) {
        const auto [number, member] = group_of[service];
        const Group& group = grouping.groups[number];
        std::uint32_t replica = 0;
        for (std::uint32_t bundle = group.first_bundle; bundle < group.last_bundle; ++bundle) {
            if (member >= grouping.bundles[bundle].members) break;
            for (const std::uint32_t machine : machines_of[bundle]) {
                placed.push_back({service, replica++, machines[machine].server, machines[machine].index});
            }
        }
    }
    return placed;
}

/// Each service once, with the reasons of the first bundle with it that is short.
std::vector<Unplaced> unplaced_of(const Grouping& grouping, const Layout& pinned, const Layout& automatic,
                                  std::size_t services, Refusals& refusals) {
    std::vector<Unplaced> by_service(services);
    for (std::uint32_t bundle = 0; bundle < grouping.bundles.size(); ++bundle) {
        const Bundle& kind = grouping.bundles[bundle];
        const Group& group = grouping.groups[kind.group];
        const std::int64_t left = (group.server ? pinned : automatic).left(bundle);
        if (left == 0) continue;
        const std::vector<Refusal> reasons = refusals.of(bundle);
        for (std::uint32_t member = 0; member < kind.members; ++member) {
            Unplaced& unplaced = by_service[group.services[member]];
            if (unplaced.replicas == 0) unplaced.refusals = reasons;
            unplaced.replicas += left;
        }
    }
    std::vector<Unplaced> unplaced;
    for (std::uint32_t service = 0; service < services; ++service) {
        if (by_service[service].replicas == 0) continue;
        by_service[service].service = service;
        unplaced.push_back(std::move(by_service[service]));
    }
    return unplaced;
}

}  // namespace

std::span<const Placed> replicas_of(const Placement& placement, std::uint32_t service) {
    const std::vector<Placed>& placed = placement.placed;
    const auto [first, last] =
        std::equal_range(placed.begin(), placed.end(), Placed{service, 0, 0, 0},
                         [](const Placed& a, const Placed& b) { return a.service < b.service; });
    // Not {first, last}: the span of the oldest supported library takes no iterators.
    return std::span(placed).subspan(static_cast<std::size_t>(first - placed.begin()),
                                     static_cast<std::size_t>(last - first));
}

Placement place(const std::vector<Machine>& machines, const std::vector<Demand>& demands) {
    const Grouping grouping = group(demands);
    const TotalDemand total(demands);
    const Orders orders(grouping, total);
    const Pools pools(machines);
    const Layout pinned = place_pinned(grouping, orders, pools, machines);
    const Layout automatic = place_automatic(grouping, orders, total, above_floor(pinned.rooms(), machines));

    std::vector<Assigned> assigned = pinned.assigned();
    assigned.insert(assigned.end(), automatic.assigned().begin(), automatic.assigned().end());
    Placement result;
    result.placed = placed_of(grouping, machines, assigned, demands.size());
    Refusals refusals(grouping, pools, total, automatic.rooms(), assigned);
    result.unplaced = unplaced_of(grouping, pinned, automatic, demands.size(), refusals);
    result.apart = grouping.apart;
    return result;
}

}  // namespace stowage
