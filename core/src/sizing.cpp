// SPDX-License-Identifier: MIT
#include "stowage/sizing.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace stowage {
namespace {

Resources host_reserve(Resources size) {
    constexpr MilliCpu kCpu = MilliCpu::millis(250);
    constexpr Bytes kLeastMemory = Bytes::mib(512);
    constexpr Percent kMemoryShare = Percent::whole(5);
    return {kCpu, std::max(kLeastMemory, share_of(size.memory, kMemoryShare))};
}

/// A part of a whole, from `from` on, of which a share is kept.
struct Tier {
    std::int64_t from;
    std::int64_t hundredths;  ///< of a per cent
};

template <std::size_t kSize>
std::int64_t kept_by_tiers(const std::array<Tier, kSize>& tiers, std::int64_t whole) {
    detail::Int128 kept = 0;
    for (std::size_t i = 0; i < kSize; ++i) {
        const std::int64_t end = i + 1 < kSize ? std::min(whole, tiers[i + 1].from) : whole;
        if (end > tiers[i].from) kept += detail::Int128{end - tiers[i].from} * tiers[i].hundredths;
    }
    return divide_rounded(kept, 10'000);
}

constexpr Bytes kEviction = Bytes::mib(100);

MilliCpu kubernetes_cpu(MilliCpu cpu) {
    constexpr std::array kTiers{Tier{0, 600}, Tier{1'000, 100}, Tier{2'000, 50}, Tier{4'000, 25}};
    return MilliCpu::millis(kept_by_tiers(kTiers, cpu.to_millis()));
}

Resources gke_reserve(Resources size) {
    constexpr std::array kTiers{Tier{0, 2'500}, Tier{Bytes::gib(4).to_bytes(), 2'000},
                                Tier{Bytes::gib(8).to_bytes(), 1'000}, Tier{Bytes::gib(16).to_bytes(), 600},
                                Tier{Bytes::gib(128).to_bytes(), 200}};
    const Bytes memory = size.memory < Bytes::gib(1)
                             ? Bytes::mib(255)
                             : Bytes::bytes(kept_by_tiers(kTiers, size.memory.to_bytes()));
    return {kubernetes_cpu(size.cpu), memory + kEviction};
}

Resources eks_reserve(Resources size) {
    return {kubernetes_cpu(size.cpu), Bytes::mib(255) + Bytes::mib(11) * size.pods};
}

/// The published points joined by straight lines; beyond them the last line goes on.
MilliCpu aks_cpu(MilliCpu cpu) {
    constexpr std::array kTiers{Tier{0, 600}, Tier{1'000, 400}, Tier{2'000, 200}, Tier{4'000, 100}};
    return MilliCpu::millis(kept_by_tiers(kTiers, cpu.to_millis()));
}

Resources aks_reserve(Resources size) {
    const Bytes by_pods = Bytes::mib(20) * size.pods + Bytes::mib(50);
    return {aks_cpu(size.cpu), std::min(by_pods, share_of(size.memory, Percent::whole(25))) + kEviction};
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

Resources reserve_of(const Reserve& reserve, Resources size) {
    Resources kept;
    switch (reserve.rule) {
        case ReserveRule::none: break;
        case ReserveRule::host: kept = host_reserve(size); break;
        case ReserveRule::gke: kept = gke_reserve(size); break;
        case ReserveRule::eks: kept = eks_reserve(size); break;
        case ReserveRule::aks: kept = aks_reserve(size); break;
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
    const Reserve reserve = server.reserved.value_or(environment.reserved);
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
