// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

#include "stowage/chart_scale.hpp"
#include "value_text.hpp"

namespace stowage {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNoise = 1e-6;          // of a step, or of a share of the whole: what rounding leaves
constexpr double kLeastSpan = 1e-100;    // closer together, values are alike
constexpr double kLeastRelative = 1e-9;  // of the larger end: closer, doubles cannot tell ticks apart

constexpr std::array kMinuteSteps{1.0,   2.0,   5.0,   10.0,  15.0,  30.0,  60.0,
                                  120.0, 180.0, 240.0, 360.0, 720.0, 1440.0};
constexpr std::array kSecondSteps{1.0,   2.0,   5.0,    10.0,   15.0,   30.0,    60.0,    120.0,   300.0,
                                  600.0, 900.0, 1800.0, 3600.0, 7200.0, 10800.0, 21600.0, 43200.0, 86400.0};
constexpr std::array kMonthSteps{1.0, 2.0, 3.0, 6.0, 12.0, 24.0, 60.0, 120.0};

/// The least of 1, 2, 5 x 10^n that is not below `least`.
double decimal_step(double least) {
    double power = 1;
    while (power * 10 <= least) power *= 10;
    double divisor = 1;  // a power of ten is exact as a divisor, not as a product of tenths
    while (power / divisor > least) divisor *= 10;
    power /= divisor;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power * (1 + kNoise) >= least) return factor * power;
    }
    return 10 * power;
}

double natural_step(std::span<const double> steps, double least) {
    for (const double step : steps) {
        if (step * (1 + kNoise) >= least) return step;
    }
    return steps.back() * decimal_step(least / steps.back());
}

/// The least step of the unit that is not below `least`.
double step_from(ChartUnit unit, double least) {
    switch (unit) {
        case ChartUnit::time_of_day: return natural_step(kMinuteSteps, least);
        case ChartUnit::months: return natural_step(kMonthSteps, least);
        case ChartUnit::count: return std::max(1.0, decimal_step(least));
        case ChartUnit::seconds:
            return least > kSecondSteps.front() ? natural_step(kSecondSteps, least) : decimal_step(least);
        case ChartUnit::percent:
        case ChartUnit::money:
        case ChartUnit::per_second: break;
    }
    return decimal_step(least);
}

struct Extent {
    double low = kInfinity;
    double high = -kInfinity;

    [[nodiscard]] bool empty() const { return low > high; }
    void include(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

/// Whether an end moves to the next tick, outwards.
struct Ends {
    bool low_moves = false;
    bool high_moves = false;
};

/// The first and the last tick, in steps.
struct TickSteps {
    double first;
    double last;
};

TickSteps steps_in(const Extent& range, double step, Ends ends) {
    const double low = range.low / step;
    const double high = range.high / step;
    const double noise = kNoise * std::min(1.0, high - low);  // a step may be far longer than the range
    TickSteps steps{ends.low_moves ? std::floor(low + noise) : std::ceil(low - noise),
                    ends.high_moves ? std::ceil(high - noise) : std::floor(high + noise)};
    if (ends.high_moves) steps.last = std::max(steps.last, steps.first + 1);
    return steps;
}

void widen(Extent& range) {
    const double largest = std::max(std::abs(range.low), std::abs(range.high));
    if (range.high - range.low > std::max(kLeastSpan, largest * kLeastRelative)) return;
    const double half = largest > kLeastSpan ? largest / 2 : 1;
    range.low -= half;
    range.high += half;
}

ChartScale scale_of(ChartUnit unit, const Extent& range, Ends ends, int most_ticks) {
    const int most = std::max(most_ticks, 2);
    constexpr double kNextStep = 1.01;  // the steps lie further apart than that
    double step = step_from(unit, (range.high - range.low) / most);
    TickSteps steps = steps_in(range, step, ends);
    while (steps.last - steps.first + 1 > most) {
        step = step_from(unit, step * kNextStep);
        steps = steps_in(range, step, ends);
    }
    ChartScale scale{range.low, range.high};
    if (ends.low_moves) scale.low = steps.first * step;
    if (ends.high_moves) scale.high = steps.last * step;
    const double largest = std::max(std::abs(scale.low), std::abs(scale.high));
    const AxisFormat format = axis_format(unit, largest, step);
    for (double i = steps.first; i <= steps.last; ++i) {
        const double at = i * step;
        scale.ticks.push_back({at, format_tick(format, at)});
    }
    return scale;
}

/// Where the axis is said to end, if it can end there.
void end_at(Extent& range, const std::optional<double>& most) {
    if (most && is_drawable({0, *most}) && *most > range.low) range.high = *most;
}

}  // namespace

double ChartScale::share_of(double value) const {
    constexpr double kFar = 1000;
    return std::clamp((value - low) / (high - low), -kFar, kFar);
}

double column_width(const Chart& chart) {
    double width = kInfinity;
    double single = 1;
    for (const ChartSeries& series : drawn_series(chart)) {
        if (series.drawing != ChartDrawing::columns) continue;
        for (std::size_t i = 0; i < series.points.size(); ++i) {
            if (!is_drawable(series.points[i])) continue;
            if (series.points[i].x != 0) single = std::abs(series.points[i].x);
            const double distance = i > 0 ? series.points[i].x - series.points[i - 1].x : 0;
            if (distance > 0) width = std::min(width, distance);
        }
    }
    return std::isfinite(width) ? width : single;
}

ChartScale x_scale(const Chart& chart, int most_ticks) {
    Extent range;
    bool columns = false;
    for (const ChartSeries& series : drawn_series(chart)) {
        for (const ChartPoint point : series.points) {
            if (!is_drawable(point)) continue;
            range.include(point.x);
            columns = columns || series.drawing == ChartDrawing::columns;
        }
    }
    if (range.empty()) return {};
    if (columns) {
        const double half = column_width(chart) / 2;
        range = {range.low - half, range.high + half};
    }
    end_at(range, chart.x.most);
    widen(range);
    return scale_of(chart.x.unit, range, {}, most_ticks);
}

ChartScale y_scale(const Chart& chart, int most_ticks) {
    Extent range;
    for (const ChartSeries& series : drawn_series(chart)) {
        for (const ChartPoint point : series.points) {
            if (is_drawable(point)) range.include(point.y);
        }
    }
    if (range.empty()) return {};
    range.include(0);
    for (const ChartMark& mark : chart.marks) {
        if (mark.axis == ChartMark::Axis::y && is_drawable({0, mark.at})) range.include(mark.at);
    }
    end_at(range, chart.y.most);
    if (range.high - range.low <= kLeastSpan) range.high = range.low + 1;
    const bool ends = chart.y.most && range.high == *chart.y.most;
    return scale_of(chart.y.unit, range, {range.low < 0, !ends}, most_ticks);
}

}  // namespace stowage
