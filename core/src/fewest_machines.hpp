// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "placement/placement_problem.hpp"
#include "stowage/placement.hpp"

namespace stowage {

/// What trying placements may cost in all, counted in replicas to place and machines to look at: time would
/// differ from run to run, and so would the answer.
class PlacingWork {
  public:
    /// `problem` is what changes are tried on.
    PlacingWork(std::int64_t most, const PlacementProblem& problem);
    /// True when not even the problem as it is could be placed once more: there is no use in preparing a try.
    [[nodiscard]] bool is_spent() const { return left_ < once_; }
    /// False when too little is left to place that.
    [[nodiscard]] bool spend_on(const PlacementProblem& problem);

  private:
    std::int64_t left_;
    std::int64_t once_;
};

/// The same with another number of machines in one pool that has at least one.
[[nodiscard]] PlacementProblem with_machines(const PlacementProblem& problem, std::uint32_t server,
                                             std::int64_t count);

/// Whether a placement is as it should be.
using Accepts = std::function<bool(const PlacementProblem& problem, const Placement& placement)>;

/// The least count of the pool, from `least` to `most`, whose placement is accepted: found by doubling what
/// is added and then halving the interval, as more machines never make a plan fit worse. None when no count
/// is, or when the work runs out before one is found; when it runs out later the best that is known.
[[nodiscard]] std::optional<std::int64_t> fewest_machines(const PlacementProblem& problem,
                                                          std::uint32_t server, std::int64_t least,
                                                          std::int64_t most, const Accepts& accepts,
                                                          PlacingWork& work);

/// Whether every machine of the pool keeps within what can be allocated, and leaves its floor free if
/// `keep_floor`.
[[nodiscard]] bool keeps_within(const PlacementProblem& problem, const Placement& placement,
                                std::uint32_t server, bool keep_floor = false);

}  // namespace stowage
