// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "stowage/decimal.hpp"
#include "stowage/quantity.hpp"

namespace stowage {

/// Money and prices are whole billionths of the currency.
inline constexpr std::int64_t kNanosPerUnit = 1'000'000'000;
inline constexpr int kNanoDecimals = 9;

/// What is said of each month.
inline constexpr std::string_view kPerMonth = "/month";

/// A unit as written and its size in the quantity's own unit.
struct Unit {
    std::string_view text;
    std::int64_t size;
};

/// A number and the word behind it, at most one space apart: "1.5 GiB" is 1.5 and "GiB".
struct NumberWithUnit {
    Decimal number;
    std::string_view unit;
};

[[nodiscard]] std::optional<NumberWithUnit> split_unit(std::string_view text);

/// None when no unit is spelled like that; case counts, as Mb and MB differ.
[[nodiscard]] std::optional<std::int64_t> size_of(std::string_view unit, std::span<const Unit> units);

/// The shortest text that parses to `value` again, with at most three decimals; the first unit wins a tie.
/// The last unit must have size 1.
[[nodiscard]] std::string shortest_with_unit(std::int64_t value, std::span<const Unit> units);

/// The part before `suffix`, or none when the text does not end in it.
[[nodiscard]] std::optional<std::string_view> without_suffix(std::string_view text, std::string_view suffix);

}  // namespace stowage
