// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

namespace stowage::test {

/// Whether `value` differs from `expected` by at most `share` of it; zero and infinity only equal themselves.
[[nodiscard]] inline bool is_close(double value, double expected, double share = 1e-9) {
    if (std::isinf(value) || std::isinf(expected)) return value == expected;
    return std::abs(value - expected) <= share * std::abs(expected);
}

}  // namespace stowage::test
