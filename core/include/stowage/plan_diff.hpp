// SPDX-License-Identifier: MIT
//
// What changed between two plans, in figures: before and after.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// A position of the bill that is not the same in both.
struct CostChange {
    CostCategory category{};
    std::string item;
    std::string where;           ///< JSON pointer; in the plan after, where it is there
    std::optional<Cost> before;  ///< none: not there before
    std::optional<Cost> after;
};

/// Figures of an environment on one side.
struct EnvironmentFigures {
    Cost cost;
    Resources capacity;
    Resources used;
    Resources free;
    std::size_t errors = 0;
    std::size_t warnings = 0;
};

/// Environments are the same when their names are.
struct EnvironmentDiff {
    std::string name;
    std::string label;
    std::optional<EnvironmentFigures> before;
    std::optional<EnvironmentFigures> after;
    std::vector<CostChange> costs;  ///< those that differ, in the order of the plan after, then what is gone
};

/// Two plans side by side, in money and room; what was typed differently is told by changed_fields().
struct PlanDiff {
    Cost before;
    Cost after;
    std::vector<EnvironmentDiff> environments;  ///< all, in the order of the plan after, then what is gone
};

/// Total and exact. Each estimate is that of its plan; a position of the bill is the same on both sides when
/// category and pointer are.
[[nodiscard]] PlanDiff diff_plans(const Plan& before, const Estimate& estimate_before, const Plan& after,
                                  const Estimate& estimate_after);

/// The change of a cost, for the eye: "+12.30 (+4.1%)", "no change"; of ranges end by end, "-5.00..-2.00".
/// With an item without a price in the plan after "at least +12.30", in the plan before "at most +12.30", in
/// both "+12.30 of what has a price".
[[nodiscard]] std::string show_change(const Cost& before, const Cost& after);

}  // namespace stowage
