// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stowage/resources.hpp"

namespace stowage {

/// One machine to place on.
struct Machine {
    std::uint32_t server = 0;  ///< index of its pool
    std::uint32_t index = 0;   ///< within the pool
    Resources allocatable;
    Resources floor;  ///< what automatic placement leaves free; pinned services may use it
};

/// One service to place.
struct Demand {
    Resources request;  ///< of one replica
    std::int64_t replicas = 0;
    std::optional<std::uint32_t> server;  ///< the pool that it is pinned to
    bool spread = false;                  ///< no two replicas on one machine
    /// Services of one number run together, replica by replica; 0: alone.
    std::uint32_t together = 0;
};

/// Where a replica went.
struct Placed {
    std::uint32_t service = 0;
    std::uint32_t replica = 0;
    std::uint32_t server = 0;
    std::uint32_t machine = 0;

    friend bool operator==(const Placed&, const Placed&) = default;
};

/// Why a pool takes no further replica, told by the machine of the pool that comes nearest to taking it, with
/// what is free when everything else is placed.
struct Refusal {
    std::uint32_t server = 0;
    Resources missing;         ///< of one replica's request; zero in a resource that would do
    bool spread_rule = false;  ///< every machine of the pool that has room runs a replica already
};

struct Unplaced {
    std::uint32_t service = 0;
    std::int64_t replicas = 0;
    std::vector<Refusal> refusals;  ///< at most kMostRefusals, of the pools that come nearest
};

inline constexpr std::size_t kMostRefusals = 32;

struct Placement {
    std::vector<Placed> placed;  ///< by service, then replica
    std::vector<Unplaced> unplaced;
};

/// Places every replica it can; the same input gives the same placement everywhere.
///
/// Pinned services come first, each on the first machine of its pool that has room; what finds none goes
/// round the pool and over-commits it, as the plan says so. The others follow in decreasing size, each
/// replica on the first machine with room (first-fit decreasing). The size is the larger of a request's
/// shares of all allocatable CPU and memory; equal sizes keep the order of `demands`. `machines` lists each
/// pool's machines together, in the order of their index.
[[nodiscard]] Placement place(const std::vector<Machine>& machines, const std::vector<Demand>& demands);

}  // namespace stowage
