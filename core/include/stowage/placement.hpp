// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
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
    /// Of one replica's request, or of all that must run together with it; zero in a resource that would do.
    Resources missing;
    bool spread_rule = false;  ///< every machine of the pool that has room runs a replica already
};

/// Replicas of a service that find no place, and why.
struct Unplaced {
    std::uint32_t service = 0;
    std::int64_t replicas = 0;
    std::vector<Refusal> refusals;  ///< at most kMostRefusals, of the pools that come nearest
};

inline constexpr std::size_t kMostRefusals = 32;

/// What runs where.
struct Placement {
    std::vector<Placed> placed;      ///< by service, then replica
    std::vector<Unplaced> unplaced;  ///< by service
    /// Services that cannot run together as they ask, because some of them are pinned to different pools.
    std::vector<std::uint32_t> apart;
};

/// The replicas of one service that are placed.
[[nodiscard]] std::span<const Placed> replicas_of(const Placement& placement, std::uint32_t service);

/// Places every replica it can; the same input gives the same placement everywhere.
///
/// **Together.** Services that share a number are placed as bundles: replica 0 of all of them on one machine,
/// replica 1 of all on one machine, and so on; where a service has fewer replicas than others, the rest goes
/// on without it. A bundle that fits nowhere leaves the replicas in it unplaced. If one member is pinned, all
/// are; if one is spread, no two bundles of the group share a machine. Members pinned to different pools
/// cannot run together: the services of such a group are placed one by one and listed in `apart`.
///
/// **Pinned** services come first, the largest first, each bundle on the first machine of its pool that has
/// room; what finds none goes round the pool, machine by machine, and over-commits it, as the plan says so.
///
/// **Automatic** services keep the floor of every machine free. They are placed by a portfolio of heuristics;
/// the first wins if it places everything, else the one that leaves the fewest replicas, then the smallest,
/// then the first. All but the last put each bundle on the first machine with room (first-fit decreasing),
/// ordered by: the larger of the CPU and memory shares; mixed, so that unlike requests meet; the memory
/// share; the sum of all shares; and, up to 2,000 services, the CPU share; the disk share, if any service has
/// a disk; spread services with many replicas first. The last, for up to some hundreds of different requests,
/// fills machine by machine with the bundle whose request is most like the room (dot product). Shares are of
/// the sum of all requests.
///
/// What follows, and is tested: one more pool at the end never leaves more replicas unplaced, nor does one
/// more machine in the last pool while nothing over-commits that; the order of the services changes no total;
/// and neither does the unit of a resource.
///
/// `machines` lists each pool's machines together, in the order of their index. Costs about
/// replicas x log(machines).
[[nodiscard]] Placement place(const std::vector<Machine>& machines, const std::vector<Demand>& demands);

}  // namespace stowage
