// SPDX-License-Identifier: MIT
//
// Where everything of a chart stands on a sheet of a given size, as shapes that any renderer can draw: lines,
// areas and words. Which labels fit, and where, is decided here for all of them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/chart_scale.hpp"

namespace stowage {

/// From the upper left corner of the sheet; y goes down.
struct ChartPlace {
    double x = 0;
    double y = 0;

    friend bool operator==(const ChartPlace&, const ChartPlace&) = default;
};

struct ChartRect {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
};

/// The width of a line of text.
using ChartMeasure = double (*)(std::string_view text);

/// What the chart is drawn on. Lengths are in one unit of the renderer's choice.
struct ChartSheet {
    double width = 0;
    double height = 0;
    double text = 0;  ///< size of the font
    ChartMeasure measure = nullptr;
    bool titled = false;  ///< with the chart's title above it
};

/// What a shape is, and thereby its colour.
enum class ChartInk { title, words, grid, axis, span, mark, series };

struct ChartShape {
    enum class Form {
        line,  ///< through all places
        area,  ///< a rectangle between two corners
        dot,   ///< around its place
        words  ///< a line of text whose middle height is that of its place
    };
    enum class Align { start, middle, end };

    Form form = Form::line;
    ChartInk ink = ChartInk::axis;
    std::vector<ChartPlace> places{};
    std::size_t series = 0;  ///< of ink `series`: which
    std::string text{};
    Align align = Align::start;  ///< of words, to the place
};

struct ChartLayout {
    ChartRect plot;  ///< where the data is
    ChartScale x;
    ChartScale y;
    std::vector<ChartShape> shapes;  ///< the later over the earlier

    [[nodiscard]] double x_of(double value) const { return plot.left + x.share_of(value) * plot.width(); }
    [[nodiscard]] double y_of(double value) const { return plot.bottom - y.share_of(value) * plot.height(); }
};

/// Nothing leaves the sheet, data does not leave the plot, and labels do not overlap: there are fewer ticks
/// on a smaller sheet, marks that are close get rows of labels, what is too long is cut with an ellipsis.
/// No shapes on a sheet that is less than 10 texts wide or 8 high.
[[nodiscard]] ChartLayout lay_out(const Chart& chart, const ChartSheet& sheet);

}  // namespace stowage
