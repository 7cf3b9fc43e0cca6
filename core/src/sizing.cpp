// SPDX-License-Identifier: MIT
#include "stowage/sizing.hpp"

#include <algorithm>
#include <cstdint>

#include "reserve_rules.hpp"

namespace stowage {
namespace {

using namespace reserve_rules;

Resources host_reserve(Resources size) {
    return {kHostCpu, std::max(kHostLeastMemory, share_of(size.memory, kHostMemoryShare))};
}

std::int64_t kept_by_tiers(Tiers tiers, std::int64_t whole) {
    detail::Int128 kept = 0;
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        const std::int64_t end = i + 1 < tiers.size() ? std::min(whole, tiers[i + 1].from) : whole;
        if (end > tiers[i].from) kept += detail::Int128{end - tiers[i].from} * tiers[i].kept.to_hundredths();
    }
    return divide_rounded(kept, 10'000);
}

MilliCpu cpu_by_tiers(Tiers tiers, MilliCpu cpu) {
    return MilliCpu::millis(kept_by_tiers(tiers, cpu.to_millis()));
}

Resources gke_reserve(Resources size) {
    const Bytes memory = size.memory < kGkeTiersFrom
                             ? kGkeBelowTiers
                             : Bytes::bytes(kept_by_tiers(kGkeMemory, size.memory.to_bytes()));
    return {cpu_by_tiers(kKubernetesCpu, size.cpu), memory + kEviction};
}

Resources eks_reserve(Resources size) {
    return {cpu_by_tiers(kKubernetesCpu, size.cpu), kEksMemory + kEksMemoryOfPod * size.pods};
}

Resources aks_reserve(Resources size) {
    const Bytes by_pods = kAksMemoryOfPod * size.pods + kAksMemory;
    return {cpu_by_tiers(kAksCpu, size.cpu),
            std::min(by_pods, share_of(size.memory, kAksMostMemory)) + kEviction};
}

Resources uncapped_reserve(const Reserve& reserve, Resources size) {
    switch (reserve.rule) {
        case ReserveRule::none: break;
        case ReserveRule::host: return host_reserve(size);
        case ReserveRule::gke: return gke_reserve(size);
        case ReserveRule::eks: return eks_reserve(size);
        case ReserveRule::aks: return aks_reserve(size);
        case ReserveRule::own: return reserve.own;
    }
    return {};
}

bool is_kubernetes(ReserveRule rule) {
    return rule == ReserveRule::gke || rule == ReserveRule::eks || rule == ReserveRule::aks;
}

template <class Amount>
Amount floor_amount(const std::optional<HeadroomFloor<Amount>>& floor, Amount allocatable) {
    if (!floor) return Amount{};
    if (const auto* share = std::get_if<Percent>(&*floor)) return share_of(allocatable, *share);
    return *std::get_if<Amount>(&*floor);
}

}  // namespace

const Reserve& reserve_for(const Environment& environment, const Server& server) {
    return server.reserved ? *server.reserved : environment.reserved;
}

Resources reserve_of(const Reserve& reserve, Resources size) {
    const Resources kept = uncapped_reserve(reserve, size);
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
    const Reserve& reserve = reserve_for(environment, server);
    machine.limits_disk = server.disk.has_value();
    machine.limits_pods = server.pods.has_value() || is_kubernetes(reserve.rule);
    machine.size = {cpu.value_or(MilliCpu{}), memory.value_or(Bytes{}), server.disk.value_or(Bytes{}),
                    server.pods.value_or(machine.limits_pods ? kDefaultPods : 0)};
    machine.reserved = reserve_of(reserve, machine.size);
    const Resources allocatable = machine.allocatable();
    const auto& own = server.min_headroom;
    const auto& general = environment.min_headroom;
    machine.floor = {floor_amount(own.cpu ? own.cpu : general.cpu, allocatable.cpu),
                     floor_amount(own.memory ? own.memory : general.memory, allocatable.memory)};
    return machine;
}

}  // namespace stowage
