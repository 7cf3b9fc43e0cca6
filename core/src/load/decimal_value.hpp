// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

#include "stowage/decimal.hpp"

namespace stowage {

/// For what is calculated in doubles: rates and times of a load.
[[nodiscard]] inline double value_of(Decimal number) {
    return static_cast<double>(number.digits) / std::pow(10.0, number.scale);
}

}  // namespace stowage
