// SPDX-License-Identifier: MIT
#include "stowage/number_text.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "stowage/decimal.hpp"

namespace stowage {
namespace {

constexpr int kShownDigits = 3;
constexpr std::string_view kNoEnd = "no end";

constexpr int kExactPower = 22;  // 10^22 is the largest power of ten that a double holds exactly
constexpr double kExactPowerOfTen = 1e22;
/// Outside of these, zeros would be more than digits.
constexpr int kLeastPlainExponent = -4;
constexpr int kMostPlainExponent = 14;

double exact_power_of_ten(int exponent) {
    double power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

/// value x 10^exponent; rounded once while the exponent is at most 22 off zero.
double shifted(double value, int exponent) {
    for (; exponent > kExactPower; exponent -= kExactPower) value *= kExactPowerOfTen;
    for (; exponent < -kExactPower; exponent += kExactPower) value /= kExactPowerOfTen;
    return exponent < 0 ? value / exact_power_of_ten(-exponent) : value * exact_power_of_ten(exponent);
}

struct Rounded {
    std::int64_t digits = 0;
    int exponent = 0;  ///< of the first digit
};

Rounded rounded(double magnitude, int digits) {
    const auto limit = static_cast<std::int64_t>(exact_power_of_ten(digits));
    int exponent = static_cast<int>(std::floor(std::log10(magnitude)));
    std::int64_t number = std::llround(shifted(magnitude, digits - 1 - exponent));
    if (number < limit / 10) {  // the logarithm was rounded up to a whole number
        --exponent;
        number = std::llround(shifted(magnitude, digits - 1 - exponent));
    }
    if (number >= limit) {  // 9.9996 in four digits
        ++exponent;
        number = limit / 10;
    }
    return {number, exponent};
}

}  // namespace

std::string format_significant(double value, int digits) {
    if (std::isnan(value)) return "not a number";
    if (value == 0) return "0";
    if (value < 0) return "-" + format_significant(-value, digits);
    if (std::isinf(value)) return "infinity";
    const auto [number, exponent] = rounded(value, digits);
    if (exponent < kLeastPlainExponent || exponent > kMostPlainExponent)
        return format_shortest(number, digits - 1) + "e" + std::to_string(exponent);
    const int decimals = digits - 1 - exponent;
    if (decimals >= 0) return format_shortest(number, decimals);
    return format_shortest(number * static_cast<std::int64_t>(exact_power_of_ten(-decimals)), 0);
}

std::string grouped(std::string number) {
    constexpr std::size_t kGroup = 3;
    const std::size_t start = number.starts_with('-') ? 1 : 0;
    const std::size_t end = std::min(number.find_first_not_of("0123456789", start), number.size());
    for (std::size_t at = end; at > start + kGroup;) number.insert(at -= kGroup, 1, ',');
    return number;
}

std::string show_seconds(double seconds) {
    if (std::isinf(seconds)) return std::string(kNoEnd);
    // What rounds to a thousand of a unit is one of the next.
    constexpr double kAlmost = 0.9995;
    if (seconds >= kAlmost) return format_significant(seconds, kShownDigits) + " s";
    if (seconds >= kAlmost * 1e-3) return format_significant(seconds * 1e3, kShownDigits) + " ms";
    return format_significant(seconds * 1e6, kShownDigits) + " \u00B5s";
}

std::string counted(std::int64_t count, std::string_view what) {
    const std::string_view plural = what.ends_with('s') ? "es" : "s";
    return grouped(std::to_string(count)) + " " + std::string(what) + std::string(count == 1 ? "" : plural);
}

std::string show_share(double share) {
    return std::isinf(share) ? std::string(kNoEnd)
                             : grouped(format_significant(share * 100, kShownDigits)) + "%";
}

std::string show_per_second(double events) {
    return grouped(format_significant(events, kShownDigits)) + "/s";
}

}  // namespace stowage
