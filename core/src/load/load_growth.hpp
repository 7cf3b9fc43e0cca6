// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

#include "plain_number.hpp"
#include "stowage/load.hpp"

namespace stowage {

/// What a stated mean is multiplied with: the peak where it is asked for, the scale, and the growth of a
/// load, compounded.
[[nodiscard]] inline double growth_of(const Load& load, const LoadScale& scale) {
    const double grown = scale.months > 0 ? std::pow(1 + share_of(load.growth), scale.months) : 1;
    const double peak = scale.peak ? value_of(load.peak_factor, 1) : 1;
    return peak * scale.factor * grown;
}

}  // namespace stowage
