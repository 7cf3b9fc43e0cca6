// SPDX-License-Identifier: MIT
#include "stowage/decimal.hpp"

#include <algorithm>

#include "stowage/ascii.hpp"
#include "stowage/quantity.hpp"

namespace stowage {
namespace {

/// Keeps every Decimal's digits within 64 bits and its scale within power_of_ten().
constexpr int kMaxDigits = 18;

constexpr std::int64_t power_of_ten(int exponent) {
    std::int64_t power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

std::string padded(std::int64_t value, int width) {
    std::string text = std::to_string(value);
    const auto wanted = static_cast<std::size_t>(width);
    if (text.size() < wanted) text.insert(0, wanted - text.size(), '0');
    return text;
}

}  // namespace

Decimal normalised(Decimal number) {
    while (number.scale > 0 && number.digits % 10 == 0) {
        number.digits /= 10;
        --number.scale;
    }
    return number;
}

Decimal middle_of(Decimal low, Decimal high) {
    const int scale = std::max(low.scale, high.scale);
    const auto digits_at_scale = [scale](Decimal number) {
        return detail::Int128{number.digits} * power_of_ten(scale - number.scale);
    };
    detail::Int128 digits = (digits_at_scale(low) + digits_at_scale(high)) * 5;
    int decimals = scale + 1;
    while (decimals > 0 && (decimals > kMaxDigits || digits >= power_of_ten(kMaxDigits))) {
        digits /= 10;
        --decimals;
    }
    return normalised({static_cast<std::int64_t>(digits), decimals});
}

std::optional<Decimal> parse_decimal(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    if (negative) text.remove_prefix(1);
    if (text.empty() || !is_digit(text.front()) || !is_digit(text.back())) return std::nullopt;
    Decimal number;
    bool after_point = false;
    int significant = 0;
    for (const char c : text) {
        if (c == '.' && !after_point) {
            after_point = true;
            continue;
        }
        if (!is_digit(c)) return std::nullopt;
        if (number.digits > 0 || c != '0') ++significant;
        if (after_point) ++number.scale;
        if (significant > kMaxDigits || number.scale > kMaxDigits) return std::nullopt;
        number.digits = number.digits * 10 + (c - '0');
    }
    if (negative) number.digits = -number.digits;
    return normalised(number);
}

std::optional<std::int64_t> scaled(Decimal number, std::int64_t unit) {
    const detail::Int128 product = detail::Int128{number.digits} * unit;
    const detail::Int128 divisor = power_of_ten(number.scale);
    const detail::Int128 limit = detail::Int128{INT64_MAX} * divisor;
    if (product > limit || product < -limit) return std::nullopt;
    return divide_rounded(product, divisor);
}

bool is_at_most(Decimal number, std::int64_t limit) {
    return number.digits <= detail::Int128{limit} * power_of_ten(number.scale);
}

std::string format_fixed(std::int64_t value, int scale, int decimals) {
    if (scale > decimals) {
        value = divide_rounded(value, power_of_ten(scale - decimals));
        scale = decimals;
    }
    const std::int64_t one = power_of_ten(scale);
    const std::int64_t whole = value / one;
    const std::int64_t fraction = value % one;
    std::string text = value < 0 ? "-" : "";
    text += std::to_string(whole < 0 ? -whole : whole);
    if (decimals == 0) return text;
    text += '.';
    if (scale > 0) text += padded(fraction < 0 ? -fraction : fraction, scale);
    text.append(static_cast<std::size_t>(decimals - scale), '0');
    return text;
}

std::string format_shortest(std::int64_t value, int scale) {
    const Decimal shortest = normalised({value, scale});
    return format_fixed(shortest.digits, shortest.scale, shortest.scale);
}

}  // namespace stowage
