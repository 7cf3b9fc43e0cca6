// SPDX-License-Identifier: MIT
#include "relocation.hpp"

#include <algorithm>
#include <tuple>

#include "stowage/sort_by.hpp"

namespace stowage {
namespace {

/// Room for nothing, not even for a request of nothing.
constexpr Resources kNoRoom{MilliCpu::millis(-1), Bytes::bytes(-1), Bytes::bytes(-1), -1};

}  // namespace

Relocation::Relocation(const Occupancy& occupancy)
    : occupancy_(occupancy),
      room_(occupancy.free()),
      kept_apart_(occupancy.machines()),
      moved_(occupancy.problem().demands.size()) {
    for (const Machine& machine : occupancy.problem().machines) {
        total_cpu_ += machine.allocatable.cpu;
        total_memory_ += machine.allocatable.memory;
    }
}

std::vector<Displaced> Relocation::lose(std::span<const std::uint32_t> machines) {
    collect(machines);
    for (const std::uint32_t machine : machines) {
        lost_room_.push_back(room_.room(machine));
        room_.set_room(machine, kNoRoom);
    }
    for (const Parcel& parcel : parcels_) place(parcel);
    std::vector<Displaced> displaced;
    sort_by(displaced_, [](const Displaced& a, const Displaced& b) { return a.service < b.service; });
    for (const Displaced& each : displaced_) {
        if (!displaced.empty() && displaced.back().service == each.service) {
            displaced.back().replicas += each.replicas;
        } else {
            displaced.push_back(each);
        }
    }
    restore(machines);
    return displaced;
}

void Relocation::collect(std::span<const std::uint32_t> machines) {
    parcels_.clear();
    services_.clear();
    for (const std::uint32_t machine : machines) add_parcels_of(machine);
    order_parcels();
}

/// One parcel for each replica, or for what is kept together with it.
void Relocation::add_parcels_of(std::size_t machine) {
    const auto& demands = occupancy_.problem().demands;
    const auto on_machine = occupancy_.placed_on(machine);
    sorted_.assign(on_machine.begin(), on_machine.end());
    const auto set_of = [&](std::uint32_t index) {
        const Placed& placed = occupancy_.placed(index);
        const std::uint32_t together = demands[placed.service].together;
        return std::tuple(together, together == 0 ? placed.service : placed.replica, placed.service);
    };
    sort_by(sorted_, [&](std::uint32_t a, std::uint32_t b) {
        return set_of(a) != set_of(b) ? set_of(a) < set_of(b) : a < b;
    });
    std::uint32_t last_together = 0;
    std::uint32_t last_replica = 0;
    for (const std::uint32_t index : sorted_) {
        const Placed& placed = occupancy_.placed(index);
        const Demand& demand = demands[placed.service];
        const bool joins =
            demand.together != 0 && demand.together == last_together && placed.replica == last_replica;
        if (!joins) parcels_.push_back({0, {}, 1, services_.size(), 0});
        services_.push_back(placed.service);
        parcels_.back().request += demand.request;
        ++parcels_.back().services;
        last_together = demand.together;
        last_replica = placed.replica;
    }
}

/// The larger first; what is alike becomes one parcel of several times.
void Relocation::order_parcels() {
    for (Parcel& parcel : parcels_) parcel.size = size_of(parcel.request);
    sort_by(parcels_, [this](const Parcel& a, const Parcel& b) { return before(a, b); });
    std::size_t kept = 0;
    for (const Parcel& parcel : parcels_) {
        if (kept > 0 && alike(parcels_[kept - 1], parcel)) {
            ++parcels_[kept - 1].times;
        } else {
            parcels_[kept++] = parcel;
        }
    }
    parcels_.resize(kept);
}

bool Relocation::before(const Parcel& a, const Parcel& b) const {
    if (a.size != b.size) return a.size > b.size;
    const auto left = services_of(a);
    const auto right = services_of(b);
    return std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end());
}

bool Relocation::alike(const Parcel& a, const Parcel& b) const {
    const auto left = services_of(a);
    const auto right = services_of(b);
    return std::equal(left.begin(), left.end(), right.begin(), right.end());
}

/// The larger of the shares of all allocatable CPU and memory; multiplied by both totals, to stay whole.
detail::Int128 Relocation::size_of(Resources request) const {
    const detail::Int128 all_cpu = std::max<std::int64_t>(total_cpu_.to_millis(), 1);
    const detail::Int128 all_memory = std::max<std::int64_t>(total_memory_.to_bytes(), 1);
    return std::max(request.cpu.to_millis() * all_memory, request.memory.to_bytes() * all_cpu);
}

Pool Relocation::allowed(const Parcel& parcel) const {
    Pool range{0, occupancy_.machines()};
    for (const std::uint32_t service : services_of(parcel)) {
        const Pool own = occupancy_.allowed(service);
        range = {std::max(range.first, own.first), std::min(range.last, own.last)};
    }
    return range;
}

void Relocation::place(const Parcel& parcel) {
    const bool spread = mark_kept_apart(parcel);
    const Pool range = allowed(parcel);
    std::int64_t left = parcel.times;
    // Equal parcels: what one machine refused, it refuses again.
    for (std::size_t machine = range.first; left > 0; ++machine) {
        // Most machines of a plan that is spread wide are marked: a mark costs less to see than room.
        if (spread) machine = kept_apart_.first_without(machine, range.last);
        machine = room_.first_fitting(parcel.request, machine, range.last);
        if (machine >= range.last) break;
        if (spread && kept_apart_.has(machine)) continue;
        const std::int64_t times = spread ? 1 : fitting_of(parcel.request, room_.room(machine), left).times;
        put(parcel, machine, times);
        left -= times;
    }
    if (left > 0) displace(parcel, left);
}

void Relocation::put(const Parcel& parcel, std::size_t machine, std::int64_t times) {
    const Resources amounts = parcel.request * times;
    room_.take(machine, amounts);
    taken_.push_back({machine, amounts});
    for (const std::uint32_t service : services_of(parcel)) {
        if (!occupancy_.problem().demands[service].spread) continue;
        moved_[service].push_back(static_cast<std::uint32_t>(machine));
        moved_services_.push_back(service);
    }
}

/// Marks the machines that run a replica of a spread service of the parcel. False when none is spread.
bool Relocation::mark_kept_apart(const Parcel& parcel) {
    bool spread = false;
    for (const std::uint32_t service : services_of(parcel)) {
        if (!occupancy_.problem().demands[service].spread) continue;
        if (!spread) kept_apart_.clear();
        spread = true;
        for (const std::uint32_t machine : occupancy_.machines_of(service)) kept_apart_.add(machine);
        for (const std::uint32_t machine : moved_[service]) kept_apart_.add(machine);
    }
    return spread;
}

void Relocation::displace(const Parcel& parcel, std::int64_t times) {
    for (const std::uint32_t service : services_of(parcel)) displaced_.push_back({service, times});
}

void Relocation::restore(std::span<const std::uint32_t> machines) {
    for (const Taken& taken : taken_) room_.give(taken.machine, taken.amounts);
    for (std::size_t i = 0; i < machines.size(); ++i) room_.set_room(machines[i], lost_room_[i]);
    for (const std::uint32_t service : moved_services_) moved_[service].clear();
    taken_.clear();
    lost_room_.clear();
    moved_services_.clear();
    displaced_.clear();
}

}  // namespace stowage
