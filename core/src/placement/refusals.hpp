// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "layout.hpp"
#include "pools.hpp"
#include "share.hpp"

namespace stowage {

/// Says why bundles find no machine, by what is free when everything is placed: that is what the plan's
/// author sees.
class Refusals {
  public:
    /// `assigned` is everything that is placed, `rooms` what automatic placement may still use.
    Refusals(const Grouping& grouping, const Pools& pools, const TotalDemand& total, const RoomIndex& rooms,
             const std::vector<Assigned>& assigned);

    /// Of each pool that the bundle may use; of more than kMostRefusals the nearest ones, nearest first.
    [[nodiscard]] std::vector<Refusal> of(std::uint32_t bundle);

  private:
    [[nodiscard]] std::vector<Refusal> nearest_pools(std::uint32_t bundle);
    struct Ranked {
        Share share = 0;  ///< of what is missing, the largest over the resources
        Refusal refusal;
    };
    void mark_machines_of(std::uint32_t group);
    [[nodiscard]] Ranked nearest_of_pool(std::uint32_t bundle, std::uint32_t server) const;
    [[nodiscard]] Share missing_share(const Shares& request, std::size_t machine) const;

    const Grouping& grouping_;
    const Pools& pools_;
    const TotalDemand& total_;
    const RoomIndex& rooms_;
    std::vector<std::vector<std::uint32_t>> machines_of_;  ///< that each spread group runs on
    std::vector<Shares> room_shares_;
    std::vector<std::vector<Refusal>> known_;  ///< of automatic bundles of each shape that run nowhere
    std::vector<std::uint32_t> runs_;          ///< group + 1 that is being explained, where it runs
};

}  // namespace stowage
