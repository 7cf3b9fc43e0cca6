// SPDX-License-Identifier: MIT
//
// A chart as plain values: what it shows, not how it is drawn. chart_layout.hpp arranges it; the interface
// and chart_svg() draw what comes out of that.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace stowage {

/// What the numbers of an axis are, and thereby how they read.
enum class ChartUnit {
    count,        ///< whole things: "12", "40k"
    percent,      ///< 1 is "100%"
    seconds,      ///< "250 µs", "120 ms", "2.5 s", "5 min", "2 h", as fits
    time_of_day,  ///< minutes since midnight: 360 is "06:00"
    money,        ///< kCurrency a month: "390.92 USD a month"
    per_second,   ///< "40/s"
    months,       ///< "7 months"
};

/// How the points of a series are joined. A value holds, as steps, until the next point; a column stands on
/// zero, around its point.
enum class ChartDrawing { line, steps, columns };

/// Values beyond +-1e100 and those that are no number are not drawn: there a line has a gap.
struct ChartPoint {
    double x = 0;
    double y = 0;
};

struct ChartSeries {
    std::string name;
    std::vector<ChartPoint> points;  ///< by rising x
    ChartDrawing drawing = ChartDrawing::line;
};

struct ChartAxis {
    std::string title;
    ChartUnit unit = ChartUnit::count;
    std::optional<double> most{};  ///< where the axis ends; without it, where the data does
};

/// A value with a name, as a line across the chart: "now", "target 500 ms".
struct ChartMark {
    enum class Axis { x, y };
    Axis axis = Axis::x;  ///< of the value; one of x is a vertical line
    double at = 0;
    std::string label{};
};

/// A part of the x axis that stands out: "over the target".
struct ChartSpan {
    double from = 0;
    double to = 0;
    std::string label{};
};

/// The y axis begins at zero, or below it where values do. Marks of y are in view, others where they lie
/// within.
struct Chart {
    std::string title;
    ChartAxis x;
    ChartAxis y;
    std::vector<ChartSeries> series;  ///< those beyond kMostChartSeries are left out
    std::vector<ChartMark> marks{};
    std::vector<ChartSpan> spans{};
};

/// More lines than this cannot be told apart at a glance.
inline constexpr std::size_t kMostChartSeries = 4;

/// Without those that are too many.
[[nodiscard]] std::span<const ChartSeries> drawn_series(const Chart& chart);

/// A value for the eye, to three digits or more: "0.12", "12346", "72.5%", "120 ms", "06:05", "390.92 USD a
/// month". "no value" of what is no number.
[[nodiscard]] std::string format_chart_value(ChartUnit unit, double value);

/// The title of the axis with its unit where its figures do not show it: "Cost, USD a month",
/// "From now, months".
[[nodiscard]] std::string title_of(const ChartAxis& axis);

/// True when the point can be drawn.
[[nodiscard]] bool is_drawable(ChartPoint point);

/// The series at `x`: of a line between its points, of steps since the last one, of columns at a point alone.
/// None in a gap and outside of the points.
[[nodiscard]] std::optional<double> value_at(const ChartSeries& series, double x);

/// Every x that a drawn series has a point at, rising, each once.
[[nodiscard]] std::vector<double> chart_positions(const Chart& chart);

/// What the chart shows at `x`, a line each: the position, every series, the spans around it.
[[nodiscard]] std::string describe_position(const Chart& chart, double x);

/// The main figures in sentences, for those who do not see the picture: "P95: from 120 ms at 0/s to 2 s at
/// 120/s, highest 2 s at 120/s." Then marks and spans.
[[nodiscard]] std::string describe_chart(const Chart& chart);

}  // namespace stowage
