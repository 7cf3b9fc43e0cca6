// SPDX-License-Identifier: MIT
#pragma once

#include "stowage/plan.hpp"
#include "stowage/result.hpp"

namespace stowage {

/// What no single setting of a plan can tell: names that refer to nothing, names that stand twice, prices
/// without the snapshot that they are of, and totals over the limits; at most limits::kErrors of them. Empty
/// for a plan that estimate() may take.
[[nodiscard]] Errors check_references(const Plan& plan);

}  // namespace stowage
