// SPDX-License-Identifier: MIT
#include "value_text.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "stowage/decimal.hpp"
#include "stowage/number_text.hpp"
#include "stowage/own_cost.hpp"

namespace stowage {
namespace {

/// Above, a double no longer holds every whole number to the digits that are shown.
constexpr double kMostPlain = 1e15;
constexpr int kMostDecimals = 6;
constexpr int kFewDigits = 3;            // as many as one reads off a chart
constexpr double kRoundingNoise = 1e-6;  // of a step: what rounding makes of a whole number

/// A multiple of the unit and what it is called.
struct Scaled {
    double size;
    std::string_view suffix;
};

constexpr std::array kMultiples{Scaled{1e12, "T"}, Scaled{1e9, "G"}, Scaled{1e6, "M"}, Scaled{1e3, "k"}};
/// Below, a number is as short without a multiple.
constexpr double kLeastMultiple = 1e4;

constexpr double kMinute = 60;
constexpr double kHour = 3600;
constexpr double kDay = 86400;
/// Each from twice its size on: 90 s are 90 s.
constexpr std::array kLongTimes{Scaled{kDay, " d"}, Scaled{kHour, " h"}, Scaled{kMinute, " min"}};

Scaled short_time(double magnitude) {
    if (magnitude >= 1) return {1, " s"};
    if (magnitude >= 1e-3) return {1e-3, " ms"};
    return {1e-6, " \u00B5s"};
}

/// The unit of time for a magnitude in seconds; of a scale, only one that its step is no fraction of.
Scaled time_unit(double magnitude, double step) {
    if (magnitude == 0) return {1, " s"};
    for (const Scaled& unit : kLongTimes) {
        if (magnitude >= 2 * unit.size && step >= unit.size) return unit;
    }
    return short_time(magnitude);
}

Scaled multiple_of(double magnitude) {
    if (magnitude >= kLeastMultiple && magnitude < kMostPlain) {
        for (const Scaled& multiple : kMultiples) {
            if (magnitude >= multiple.size) return multiple;
        }
    }
    return {1, ""};
}

/// Decimals that a multiple of the step has; one more than the most where it is finer than that.
int decimals_of(double step) {
    int decimals = 0;
    for (double scaled = step; decimals <= kMostDecimals; scaled *= 10, ++decimals) {
        if (scaled >= kMostPlain ||
            std::abs(scaled - std::round(scaled)) < kRoundingNoise * std::round(scaled))
            break;
    }
    return decimals;
}

std::string with_decimals(double value, int decimals) {
    double power = 1;
    for (int i = 0; i < decimals; ++i) power *= 10;
    if (decimals > kMostDecimals || std::abs(value) * power >= kMostPlain)
        return format_significant(value, kFewDigits);
    return format_fixed(std::llround(value * power), decimals, decimals);
}

/// Three digits, or all before the point.
std::string readable(double value) {
    constexpr double kThreeDigits = 100;
    const double magnitude = std::abs(value);
    if (magnitude < kThreeDigits || magnitude >= kMostPlain) return format_significant(value, kFewDigits);
    return grouped(std::to_string(std::llround(value)));
}

std::string percent_text(double value) {
    constexpr double kHundred = 100;
    const double percent = value * kHundred;
    if (std::abs(percent) >= kMostPlain) return format_significant(percent, kFewDigits) + "%";
    if (percent != 0 && std::abs(percent) < 1) return format_significant(percent, 2) + "%";
    return format_shortest(std::llround(percent * 10), 1) + "%";
}

std::string money_text(double value) {
    constexpr int kCents = 2;
    return grouped(with_decimals(value, kCents)) + " " + std::string(kCurrency) + " a month";
}

}  // namespace

AxisFormat axis_format(ChartUnit unit, double largest, double step) {
    AxisFormat format{unit};
    Scaled scaled{1, ""};
    switch (unit) {
        case ChartUnit::count:
        case ChartUnit::money: scaled = multiple_of(largest); break;
        case ChartUnit::per_second: scaled = multiple_of(largest); break;
        case ChartUnit::percent: scaled = {0.01, "%"}; break;
        case ChartUnit::seconds: scaled = time_unit(largest, step); break;
        case ChartUnit::time_of_day:
        case ChartUnit::months: break;
    }
    format.divisor = scaled.size;
    format.suffix = scaled.suffix;
    if (unit == ChartUnit::per_second) format.suffix += "/s";
    format.decimals = decimals_of(step / scaled.size);
    return format;
}

std::string format_tick(const AxisFormat& format, double value) {
    if (format.unit == ChartUnit::time_of_day) return format_time_of_day(value);
    return with_decimals(value / format.divisor, format.decimals) + format.suffix;
}

std::string format_time_of_day(double minutes) {
    constexpr std::int64_t kDayMinutes = 1440;
    if (!(std::abs(minutes) < kMostPlain)) return format_significant(minutes, kFewDigits) + " min";
    const std::int64_t whole = std::llround(minutes);
    std::int64_t of_day = ((whole % kDayMinutes) + kDayMinutes) % kDayMinutes;
    if (whole == kDayMinutes) of_day = kDayMinutes;
    const auto two_digits = [](std::int64_t number) {
        return (number < 10 ? "0" : "") + std::to_string(number);
    };
    return two_digits(of_day / 60) + ":" + two_digits(of_day % 60);
}

std::string format_chart_value(ChartUnit unit, double value) {
    if (std::isnan(value)) return "no value";
    if (std::isinf(value)) return format_significant(value, kFewDigits);
    switch (unit) {
        case ChartUnit::count: return readable(value);
        case ChartUnit::percent: return percent_text(value);
        case ChartUnit::seconds: {
            const Scaled scaled = time_unit(std::abs(value), std::abs(value));
            return readable(value / scaled.size) + std::string(scaled.suffix);
        }
        case ChartUnit::time_of_day: return format_time_of_day(value);
        case ChartUnit::money: return money_text(value);
        case ChartUnit::per_second: return readable(value) + "/s";
        case ChartUnit::months: return readable(value) + (value == 1 ? " month" : " months");
    }
    return {};
}

std::string title_of(const ChartAxis& axis) {
    std::string unit;
    if (axis.unit == ChartUnit::money) unit = std::string(kCurrency) + " a month";
    if (axis.unit == ChartUnit::months) unit = "months";
    if (unit.empty() || axis.title.empty()) return axis.title + unit;
    return axis.title + ", " + unit;
}

}  // namespace stowage
