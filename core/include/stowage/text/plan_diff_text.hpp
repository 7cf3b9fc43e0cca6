// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "stowage/plan.hpp"
#include "stowage/plan_diff.hpp"
#include "stowage/text/node.hpp"

namespace stowage {

/// A setting that is not the same in both plans, as a file writes it; a map or a list as JSON.
struct FieldChange {
    std::string where;                  ///< JSON pointer
    std::optional<std::string> before;  ///< none: not stated, so it has its default
    std::optional<std::string> after;
};

/// In the order of the plan after, then what is gone; an element that is new or gone is one change. The order
/// of elements does not count, nor do the prices that Stowage writes into a plan.
[[nodiscard]] std::vector<FieldChange> changed_fields(const Plan& before, const Plan& after);

/// As docs/diff.schema.json describes it. Money is decimal text, CPU is millicores, memory bytes.
[[nodiscard]] Node plan_diff_node(const PlanDiff& diff, const std::vector<FieldChange>& fields);

}  // namespace stowage
