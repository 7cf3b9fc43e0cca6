// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stowage/placement.hpp"

namespace stowage {

/// What is placed as a whole: one replica each of the first `members` services of a group, `count` times. A
/// service that runs alone makes bundles of one replica.
struct Bundle {
    std::uint32_t group = 0;
    std::uint32_t members = 1;
    std::int64_t count = 0;
    Resources request;
    std::uint32_t shape = 0;  ///< the same for equal requests
};

/// Services that run together, or one that runs alone. Members with fewer replicas end first: with 3, 3 and 1
/// replicas there is one bundle of all three, then there are two bundles of the first two.
struct Group {
    std::vector<std::uint32_t> services;  ///< most replicas first, then as given
    std::uint32_t first_bundle = 0;
    std::uint32_t last_bundle = 0;        ///< behind the last one
    std::optional<std::uint32_t> server;  ///< to which any member is pinned
    bool spread = false;                  ///< any member wants no two replicas on one machine
};

struct Grouping {
    std::vector<Group> groups;         ///< in the order of their first service
    std::vector<Bundle> bundles;       ///< a group's together, the one of all members first
    std::uint32_t shapes = 0;          ///< how many different requests there are
    std::vector<std::uint32_t> apart;  ///< services whose group is pinned to several pools: they run alone
};

[[nodiscard]] Grouping group(const std::vector<Demand>& demands);

}  // namespace stowage
