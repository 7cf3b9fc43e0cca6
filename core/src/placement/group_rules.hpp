// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "stowage/placement.hpp"

namespace stowage {

/// The same demands with what a group means stated at each of its members: pinned and spread as any of them,
/// and members that cannot run together alone.
[[nodiscard]] std::vector<Demand> with_group_rules(std::vector<Demand> demands);

}  // namespace stowage
