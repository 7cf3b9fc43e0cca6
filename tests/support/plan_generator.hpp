// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "stowage/plan.hpp"

namespace stowage::test {

/// A plan that read_plan() would give, made from nothing but the seed: the same on every platform. Over a few
/// hundred seeds every field occurs, with and without a value, small, large and at its limit, and with text
/// that a writer must quote.
[[nodiscard]] Plan random_plan(std::uint64_t seed);

}  // namespace stowage::test
