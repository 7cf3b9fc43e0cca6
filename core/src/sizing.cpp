// SPDX-License-Identifier: MIT
#include "stowage/sizing.hpp"

#include <algorithm>

namespace stowage {
namespace {

Resources host_reserve(Resources size) {
    constexpr MilliCpu kCpu = MilliCpu::millis(250);
    constexpr Bytes kLeastMemory = Bytes::mib(512);
    constexpr Percent kMemoryShare = Percent::whole(5);
    return {kCpu, std::max(kLeastMemory, share_of(size.memory, kMemoryShare))};
}

template <class Amount>
Amount floor_amount(const std::optional<HeadroomFloor<Amount>>& floor, Amount allocatable) {
    if (!floor) return Amount{};
    if (const auto* share = std::get_if<Percent>(&*floor)) return share_of(allocatable, *share);
    return *std::get_if<Amount>(&*floor);
}

}  // namespace

Resources reserve_of(const Reserve& reserve, Resources size) {
    Resources kept;
    switch (reserve.rule) {
        case ReserveRule::none: break;
        case ReserveRule::host: kept = host_reserve(size); break;
        case ReserveRule::own: kept = reserve.own; break;
    }
    return {std::min(kept.cpu, size.cpu), std::min(kept.memory, size.memory)};
}

MachineSize machine_size(const Environment& environment, const Server& server, const InstanceType* type) {
    std::optional<MilliCpu> cpu = server.cpu;
    std::optional<Bytes> memory = server.memory;
    if (type != nullptr) {
        if (!cpu) cpu = type->cpu;
        if (!memory) memory = type->memory;
    }
    MachineSize machine;
    machine.complete = cpu.has_value() && memory.has_value();
    machine.size = {cpu.value_or(MilliCpu{}), memory.value_or(Bytes{})};
    machine.reserved = reserve_of(server.reserved.value_or(environment.reserved), machine.size);
    const Resources allocatable = machine.allocatable();
    const auto& own = server.min_headroom;
    const auto& general = environment.min_headroom;
    machine.floor = {floor_amount(own.cpu ? own.cpu : general.cpu, allocatable.cpu),
                     floor_amount(own.memory ? own.memory : general.memory, allocatable.memory)};
    return machine;
}

}  // namespace stowage
