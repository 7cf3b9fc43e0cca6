// SPDX-License-Identifier: MIT
#pragma once

#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// What to show of a changed plan until its own estimate is there: the figures of `estimate`, which is that
/// of `before`, in the arrangement of `after`. Elements are found again by name; one that was renamed in its
/// place keeps its figures. New ones have empty figures, those of removed ones are gone, and every index and
/// pointer leads to what it was about. What is quick to tell is that of `after`: the needs of the services
/// and the number of machines.
[[nodiscard]] Estimate carried_over(Estimate estimate, const Plan& before, const Plan& after);

}  // namespace stowage
