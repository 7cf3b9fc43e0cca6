// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "stowage/chart.hpp"

namespace stowage {

/// How the labels of one axis are written: value / divisor, so many decimals, then the suffix.
struct AxisFormat {
    ChartUnit unit = ChartUnit::count;
    double divisor = 1;
    std::string suffix{};
    int decimals = 0;
};

/// For ticks up to `largest` (a magnitude) at multiples of `step`.
[[nodiscard]] AxisFormat axis_format(ChartUnit unit, double largest, double step);

[[nodiscard]] std::string format_tick(const AxisFormat& format, double value);

/// "06:05"; beyond a day the time of that day, the end of the first one "24:00".
[[nodiscard]] std::string format_time_of_day(double minutes);

}  // namespace stowage
