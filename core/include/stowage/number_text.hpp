// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace stowage {

/// `value` rounded to `digits` (1 to 15) significant digits, without trailing zeros: "0.0282", "12500",
/// "4.1e-79"; "infinity", "-infinity" and "not a number" for what is none. The same on every platform for up
/// to 9 digits, which no standard function is that all of them have.
[[nodiscard]] std::string format_significant(double value, int digits);

}  // namespace stowage
