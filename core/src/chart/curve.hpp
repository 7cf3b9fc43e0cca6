// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "stowage/chart_layout.hpp"

namespace stowage {

/// Adds the shapes of a series, cut at the plot. `column` and `columns`: its place among the series of
/// columns.
struct ColumnSlot {
    std::size_t column = 0;
    std::size_t columns = 1;
    double width = 1;  ///< of all columns at one x, in x
};
void add_series(ChartLayout& layout, const ChartSeries& series, std::size_t index, const ColumnSlot& slot);

/// True when the line from `a` to `b` touches the rectangle.
[[nodiscard]] bool touches(const ChartRect& rect, ChartPlace a, ChartPlace b);

}  // namespace stowage
