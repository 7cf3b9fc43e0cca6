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
    std::optional<Resource> binding;  ///< what runs out first; none where the spread rule ends it
};

struct ServiceRoom {
    std::int64_t replicas = 0;    ///< more than run now, over all pools
    std::vector<PoolRoom> pools;  ///< those that the service may use, in the order of the plan
};

/// How many more replicas of the service find room beside everything that is placed. The headroom floor stays
/// free for a service that is placed automatically; a pinned one may use it. Exact: the replicas are equal.
[[nodiscard]] ServiceRoom room_for(const Environment& environment, const EnvironmentEstimate& estimate,
                                   std::uint32_t service);

/// The fewest machines of that pool with which everything is placed and the pool is not over-committed, the
/// other pools being as they are. None when no count within the limits would do: something fits on no such
/// machine.
[[nodiscard]] std::optional<std::int64_t> machines_needed(const Environment& environment,
                                                          const EnvironmentEstimate& estimate,
                                                          std::uint32_t server);

}  // namespace stowage
