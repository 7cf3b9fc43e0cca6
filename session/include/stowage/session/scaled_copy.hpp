// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "stowage/decimal.hpp"
#include "stowage/plan.hpp"
#include "stowage/result.hpp"
#include "stowage/session/plan_edits.hpp"

namespace stowage {

/// The size of a copy in sizes of its original: a number from 0.1 to 10, as "0.5".
[[nodiscard]] Result<Decimal> parse_scale(std::string_view text);

/// A copy of the environment right behind it, at `scale` of its size, called `label`. Of the copy are
///
/// - replicas, and the least and most that scaling rules allow: x scale, rounded up, at least 1. A single
///   replica of a service that keeps data (postgres, redis) stays single, whatever the scale: two of them are
///   another architecture, not a larger one.
/// - machines of each server: x scale, rounded up, at least 1. Managed services likewise; a single one stays
///   single.
/// - arrivals and open connections: x scale, exact. The traffic of the month likewise, to a byte: it is made
///   by them.
///
/// All else is that of the original: what one replica requests, sizes and types of machines, service times,
/// headroom, budget, survival and scaling conditions. Environments and what is in them are limited as in a
/// file.
[[nodiscard]] Result<PlanEdit> with_scaled_copy(const Plan& plan, std::string_view environment, Decimal scale,
                                                std::string_view label);

}  // namespace stowage
