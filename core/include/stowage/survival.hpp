// SPDX-License-Identifier: MIT
//
// What happens when machines are lost, and while a new version rolls out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stowage/placement.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// Replicas of one service that find no place any more.
struct Displaced {
    std::uint32_t service = 0;
    std::int64_t replicas = 0;

    friend bool operator==(const Displaced&, const Displaced&) = default;
};

/// Machines that are lost together, and what the others cannot take over.
struct Loss {
    std::string zone;  ///< of all machines that are lost; empty for the loss of one machine
    std::uint32_t server = 0;
    std::uint32_t machine = 0;
    std::vector<Displaced> unplaced;
};

/// Each possible loss tried by itself: what ran on the lost machines is placed again on the others, the
/// larger first, each on the first machine with room. Pinned replicas stay within their pool, spread ones
/// apart, and those kept together move as one. The minimum headroom may be used, for that is what it is kept
/// for; nothing is over-committed. What has no place before the loss does not count. The order is our choice:
/// a cleverer one might find places that this one does not.
struct Survival {
    std::int64_t cases = 0;     ///< machines, or zones, that run anything
    std::int64_t survived = 0;  ///< cases in which everything finds a place on the others
    std::vector<Loss> losses;   ///< the other cases, in the order of the plan; at most kMostLosses
};

inline constexpr std::size_t kMostLosses = 32;

/// Replicas that run beside the old ones while the service rolls out: max_surge; when absent, 25 % of the
/// replicas, rounded up, as in a Kubernetes Deployment, and none for postgres and redis, which are replaced
/// in place (our choice). None for a service that does not run.
[[nodiscard]] std::int64_t surge_of(const Service& service);

/// A service whose surge replicas do not all find a place beside everything that runs. The
/// minimum headroom may be used. Services kept together roll out as one, by the largest of their surges, and
/// are told by the first of them.
struct SurgeShortage {
    std::uint32_t service = 0;
    std::int64_t surge = 0;   ///< replicas that roll out at once
    std::int64_t placed = 0;  ///< of them

    friend bool operator==(const SurgeShortage&, const SurgeShortage&) = default;
};

}  // namespace stowage
