// SPDX-License-Identifier: MIT
//
// How much more of a service fits, and how many machines would do.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// Room for one more service's replicas on one pool.
struct PoolRoom {
    std::uint32_t server = 0;
    std::int64_t replicas = 0;
    /// What runs out first, on most of its machines; none where the spread rule or the limit of a plan ends
    /// it.
    std::optional<Resource> binding;
};

/// Room for more replicas of one service.
struct ServiceRoom {
    std::int64_t replicas = 0;    ///< more than run now, over all pools
    std::vector<PoolRoom> pools;  ///< those that the service may use, in the order of the plan
};

/// How many more replicas of the service find room beside everything that is placed, which stays where it is.
/// The headroom floor stays free for a service that is placed automatically; a pinned one may use it. The
/// next replicas of a service that is kept together with others go where theirs run; the first that finds no
/// room there ends it. Exact, as the replicas are equal; never more than a plan may hold (limits::kReplicas).
[[nodiscard]] ServiceRoom room_for(const Environment& environment, const EnvironmentEstimate& estimate,
                                   std::uint32_t service);

/// The fewest machines of that pool with which everything that may run on it is placed and the pool is not
/// over-committed, the other pools being as they are. Each count is tried with place(), from a bound that no
/// placement can undercut, so fewer might do for a cleverer placement. None when no count within the limits
/// would do: something fits on no such machine.
[[nodiscard]] std::optional<std::int64_t> machines_needed(const Environment& environment,
                                                          const EnvironmentEstimate& estimate,
                                                          std::uint32_t server);

}  // namespace stowage
