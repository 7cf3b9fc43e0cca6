// SPDX-License-Identifier: MIT
//
// What placement.hpp promises, checked without its code: rules that any placement must keep, and a second,
// slow implementation of the first heuristic that follows the description sentence by sentence.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "stowage/placement.hpp"

namespace stowage::test {

/// Services that must run together, as the demands say it; one service by itself otherwise.
struct Team {
    std::vector<std::uint32_t> services;  ///< most replicas first
    std::optional<std::uint32_t> server;
    bool spread = false;

    /// Of the first `members` of them.
    [[nodiscard]] Resources request(const std::vector<Demand>& demands, std::size_t members) const;
    /// Replicas of that member beyond those of the next one: what runs without the next ones.
    [[nodiscard]] std::int64_t beyond_next(const std::vector<std::int64_t>& replicas,
                                           std::size_t member) const;
};

[[nodiscard]] std::vector<Team> teams_of(const std::vector<Demand>& demands);
/// Of groups whose members are pinned to different pools, in order.
[[nodiscard]] std::vector<std::uint32_t> torn_apart(const std::vector<Demand>& demands);

/// Every rule that the placement breaks, one sentence each; empty for a good one.
[[nodiscard]] std::vector<std::string> broken_rules(const std::vector<Machine>& machines,
                                                    const std::vector<Demand>& demands,
                                                    const Placement& placement);

/// The placement of the first heuristic by plain search: every bundle looks at every machine and adds up what
/// runs there. What it leaves out is unplaced.
[[nodiscard]] std::vector<Placed> place_by_search(const std::vector<Machine>& machines,
                                                  const std::vector<Demand>& demands);

}  // namespace stowage::test
