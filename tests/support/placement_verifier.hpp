// SPDX-License-Identifier: MIT
//
// What placement.hpp promises, checked without its code: rules that any placement must keep, and a second,
// slow implementation that follows the description sentence by sentence.
#pragma once

#include <string>
#include <vector>

#include "stowage/placement.hpp"

namespace stowage::test {

/// Every rule that the placement breaks, one sentence each; empty for a good one.
[[nodiscard]] std::vector<std::string> broken_rules(const std::vector<Machine>& machines,
                                                    const std::vector<Demand>& demands,
                                                    const Placement& placement);

/// The same placement by plain search: every replica looks at every machine and adds up what runs there.
[[nodiscard]] std::vector<Placed> place_by_search(const std::vector<Machine>& machines,
                                                  const std::vector<Demand>& demands);

}  // namespace stowage::test
