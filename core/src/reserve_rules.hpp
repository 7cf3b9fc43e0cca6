// SPDX-License-Identifier: MIT
//
// The constants of the reserve rules: what computes a reserve and what explains it read them here. Their
// sources stand at reserve_of() in sizing.hpp.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "stowage/quantity.hpp"

namespace stowage::reserve_rules {

/// A part of a whole, from `from` (millicores, bytes) up to the next one's, of which a share is kept.
struct Tier {
    std::int64_t from;
    Percent kept;
};
using Tiers = std::span<const Tier>;

inline constexpr std::array kKubernetesCpu{Tier{0, Percent::whole(6)}, Tier{1'000, Percent::whole(1)},
                                           Tier{2'000, Percent::hundredths(50)},
                                           Tier{4'000, Percent::hundredths(25)}};

/// The lines through the published points: 60, 100, 140, 180, 260, 420 and 740 m at 1, 2, 4, 8, 16, 32 and 64
/// cores. Beyond the last one the line goes on.
inline constexpr std::array kAksCpu{Tier{0, Percent::whole(6)}, Tier{1'000, Percent::whole(4)},
                                    Tier{2'000, Percent::whole(2)}, Tier{4'000, Percent::whole(1)}};

inline constexpr std::array kGkeMemory{
    Tier{0, Percent::whole(25)}, Tier{Bytes::gib(4).to_bytes(), Percent::whole(20)},
    Tier{Bytes::gib(8).to_bytes(), Percent::whole(10)}, Tier{Bytes::gib(16).to_bytes(), Percent::whole(6)},
    Tier{Bytes::gib(128).to_bytes(), Percent::whole(2)}};
inline constexpr Bytes kGkeTiersFrom = Bytes::gib(1);
inline constexpr Bytes kGkeBelowTiers = Bytes::mib(255);

inline constexpr Bytes kEksMemory = Bytes::mib(255);
inline constexpr Bytes kEksMemoryOfPod = Bytes::mib(11);

inline constexpr Bytes kAksMemory = Bytes::mib(50);
inline constexpr Bytes kAksMemoryOfPod = Bytes::mib(20);
inline constexpr Percent kAksMostMemory = Percent::whole(25);

/// What the kubelet keeps free before it evicts pods, on GKE and AKS.
inline constexpr Bytes kEviction = Bytes::mib(100);

// A plain host: our choice.
inline constexpr MilliCpu kHostCpu = MilliCpu::millis(250);
inline constexpr Bytes kHostLeastMemory = Bytes::mib(512);
inline constexpr Percent kHostMemoryShare = Percent::whole(5);

}  // namespace stowage::reserve_rules
