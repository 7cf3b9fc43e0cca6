// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stowage {

/// A decimal number as it was written: digits / 10^scale. Exact, where a double is not.
struct Decimal {
    std::int64_t digits = 0;
    int scale = 0;

    friend bool operator==(const Decimal&, const Decimal&) = default;
};

/// Without redundant zeros, so that "2" and "2.0" are the same Decimal.
[[nodiscard]] Decimal normalised(Decimal number);

/// Reads "12", "0.5" or "-3.25": an optional minus, digits, optionally a point and more digits, nothing else.
/// None for any other text, for more than 18 significant digits, and for more than 18 decimals.
[[nodiscard]] std::optional<Decimal> parse_decimal(std::string_view text);

/// number x unit, rounded half away from zero to a whole number; none when that passes 64 bits.
[[nodiscard]] std::optional<std::int64_t> scaled(Decimal number, std::int64_t unit);

/// (low + high) / 2, exact where 18 digits hold it.
[[nodiscard]] Decimal middle_of(Decimal low, Decimal high);

/// number <= limit, without rounding.
[[nodiscard]] bool is_at_most(Decimal number, std::int64_t limit);

/// value / 10^scale with exactly `decimals` digits after the point, rounded half away from zero:
/// format_fixed(30'368'000'000, 9, 2) is "30.37".
[[nodiscard]] std::string format_fixed(std::int64_t value, int scale, int decimals);

/// value / 10^scale without trailing zeros: format_shortest(1500, 3) is "1.5".
[[nodiscard]] std::string format_shortest(std::int64_t value, int scale);

}  // namespace stowage
