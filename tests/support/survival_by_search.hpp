// SPDX-License-Identifier: MIT
//
// What survival.hpp promises, by plain search: a second, slow implementation that follows the description
// sentence by sentence.
#pragma once

#include <cstdint>
#include <vector>

#include "stowage/placement.hpp"
#include "stowage/survival.hpp"

namespace stowage::test {

/// What finds no place when the machines with these numbers are lost.
[[nodiscard]] std::vector<Displaced> displaced_by_search(const std::vector<Machine>& machines,
                                                         const std::vector<Demand>& demands,
                                                         const std::vector<Placed>& placed,
                                                         const std::vector<std::size_t>& lost);

}  // namespace stowage::test
