// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "stowage/load_outlook.hpp"

namespace stowage {

/// The first month of [0, kMostMonths] that is past something, which stays so in later ones. Early months are
/// tried first: the load of late ones may be thousands of times as large, takes as much longer to be placed,
/// and may be more than any number of replicas carries.
template <class IsPast>
[[nodiscard]] std::optional<std::int64_t> first_month(const IsPast& is_past) {
    std::int64_t low = -1;
    std::int64_t high = 0;
    while (!is_past(high)) {
        if (high == kMostMonths) return std::nullopt;
        low = high;
        high = std::min(2 * high + 1, kMostMonths);
    }
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (is_past(middle) ? high : low) = middle;
    }
    return high;
}

}  // namespace stowage
