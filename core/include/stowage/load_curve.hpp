// SPDX-License-Identifier: MIT
//
// How the load of an environment goes up and down, minute by minute.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "stowage/result.hpp"

namespace stowage {

inline constexpr std::int64_t kMinutesOfDay = 24 * 60;

namespace limits {

/// A week.
inline constexpr std::int64_t kCurveMinutes = 7 * kMinutesOfDay;
inline constexpr std::size_t kCurveBytes = 64u << 10;
inline constexpr std::int64_t kCurveFactor = 1'000;

}  // namespace limits

/// The load of each minute, as a multiple of the stated mean: 1 is the mean. It applies to everything that
/// comes from outside. At most limits::kCurveMinutes, each from 0 to limits::kCurveFactor.
struct LoadCurve {
    std::vector<double> factors;

    friend bool operator==(const LoadCurve&, const LoadCurve&) = default;
};

/// A day that comes with the program.
enum class DayShape { office_day, shop_evening, flat, spike };

inline constexpr std::array kDayShapes{DayShape::office_day, DayShape::shop_evening, DayShape::flat,
                                       DayShape::spike};

/// As a question spells it.
[[nodiscard]] constexpr std::string_view name_of(DayShape shape) {
    switch (shape) {
        case DayShape::office_day: return "office-day";
        case DayShape::shop_evening: return "shop-evening";
        case DayShape::flat: return "flat";
        case DayShape::spike: return "spike";
    }
    return "flat";
}
[[nodiscard]] std::optional<DayShape> day_shape_named(std::string_view name);

/// 1,440 minutes from midnight, in hundredths. The shapes are our choice. `office_day`: a quiet night, peaks
/// of 2.4 at 11:00 and of 2.3 at 15:00; `shop_evening`: one peak of 2.6 at 20:00; `flat`: always 1. These
/// have the mean 1. `spike`: 1, and 4 from 12:00 to 12:30, with five minutes of ramp on both sides.
[[nodiscard]] LoadCurve day_curve(DayShape shape);

/// Of CSV text of at most limits::kCurveBytes, with or without a header line; a tab may stand for the comma,
/// as in what a spreadsheet copies. Three kinds of rows, of which a text has one:
/// - `HH:MM,factor`: a day. Between rows and from the last past midnight to the first, the factor changes
///   evenly.
/// - `minute,factor`: minutes from 0, of which the last row has the last. Before the first row its factor
///   holds, between rows it changes evenly.
/// - `factor`: one a minute.
/// Times rise from row to row. Errors carry the line.
[[nodiscard]] Result<LoadCurve> parse_load_curve(std::string_view text);

}  // namespace stowage
