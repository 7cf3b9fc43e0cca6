// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "stowage/chart.hpp"

namespace stowage {

struct ChartTick {
    double at = 0;
    std::string label;
};

/// What an axis reaches over, with its ticks. low < high, always.
struct ChartScale {
    double low = 0;
    double high = 1;
    std::vector<ChartTick> ticks{};  ///< rising; none where there is no data

    /// 0 at `low`, 1 at `high`; kept within +-1000, so that nothing overflows.
    [[nodiscard]] double share_of(double value) const;
};

/// From the first to the last x of the data, with at most `most_ticks` (at least 2) ticks in it. Ticks are at
/// 1, 2 and 5 times powers of ten, at the steps of clock and calendar where the unit has such, at whole
/// numbers where it counts; all labels of an axis have the same unit and as many decimals.
[[nodiscard]] ChartScale x_scale(const Chart& chart, int most_ticks);

/// From zero to the tick above the data, or where the axis is said to end.
[[nodiscard]] ChartScale y_scale(const Chart& chart, int most_ticks);

/// The width of columns, in x: the least distance of two.
[[nodiscard]] double column_width(const Chart& chart);

}  // namespace stowage
