// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/chart_layout.hpp"

namespace stowage {

/// As much of the text as fits, with an ellipsis where something was left out.
[[nodiscard]] std::string shortened(std::string_view text, double width, ChartMeasure measure);

/// A label above the plot, beside the line that it names.
struct RowLabel {
    double at = 0;  ///< x of the line
    double left = 0;
    double right = 0;
    int row = 0;         ///< 0 is next to the plot
    bool joined = true;  ///< the line reaches up to the label without crossing another
    std::string text{};
};

/// Marks of x beyond these have no label: nobody could read so many.
inline constexpr std::size_t kMostRowLabels = 6;

/// Puts the labels into rows, each to the right or the left of its line, so that none covers another and,
/// where that is possible, no line runs through a label on its way to its own. `labels`, at most
/// kMostRowLabels, need `at` and `text`; the rest is filled in. A text must be short enough to fit on one of
/// the sides.
void place_in_rows(std::vector<RowLabel>& labels, double gap, double right_end, ChartMeasure measure);

/// Of several places for a label, the first of those where the fewest shapes lie under it.
[[nodiscard]] ChartRect quietest(const std::vector<ChartRect>& choices, const std::vector<ChartShape>& shapes,
                                 const std::vector<ChartRect>& taken);

}  // namespace stowage
