// SPDX-License-Identifier: MIT
#include "stowage/chart.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "stowage/sort_by.hpp"

namespace stowage {
namespace {

std::string at_text(const Chart& chart, ChartPoint point) {
    return format_chart_value(chart.y.unit, point.y) + " at " + format_chart_value(chart.x.unit, point.x);
}

/// ", no values from 50/s on" where the points go on behind the last one that is drawn: a queue without end.
std::string end_of(const Chart& chart, const ChartSeries& series, const ChartPoint* last) {
    const ChartPoint* next = last + 1;
    if (last == &series.points.back() || !is_drawable({next->x, 0})) return {};
    return ", no values from " + format_chart_value(chart.x.unit, next->x) + " on";
}

/// "P95: from 120 ms at 0/s to 2 s at 120/s, lowest ..., highest ...". What is an end is not told twice.
std::string describe_series(const Chart& chart, const ChartSeries& series) {
    const ChartPoint* first = nullptr;
    const ChartPoint* last = nullptr;
    const ChartPoint* lowest = nullptr;
    const ChartPoint* highest = nullptr;
    for (const ChartPoint& point : series.points) {
        if (!is_drawable(point)) continue;
        if (first == nullptr) first = lowest = highest = &point;
        last = &point;
        if (point.y < lowest->y) lowest = &point;
        if (point.y > highest->y) highest = &point;
    }
    std::string text = series.name.empty() ? "" : series.name + ": ";
    if (first == nullptr) return text + "no values.";
    const std::string end = end_of(chart, series, last) + ".";
    if (first == last) return text + at_text(chart, *first) + end;
    text += "from " + at_text(chart, *first) + " to " + at_text(chart, *last);
    if (lowest->y < std::min(first->y, last->y)) text += ", lowest " + at_text(chart, *lowest);
    if (highest->y > std::max(first->y, last->y)) text += ", highest " + at_text(chart, *highest);
    return text + end;
}

std::string describe_mark(const Chart& chart, const ChartMark& mark) {
    const ChartUnit unit = mark.axis == ChartMark::Axis::x ? chart.x.unit : chart.y.unit;
    const std::string value = format_chart_value(unit, mark.at);
    if (mark.label.find(value) != std::string::npos) return mark.label + ".";
    return (mark.label.empty() ? "Mark" : mark.label) + " at " + value + ".";
}

std::string describe_span(const Chart& chart, const ChartSpan& span) {
    return (span.label.empty() ? "Marked" : span.label) + " from " +
           format_chart_value(chart.x.unit, span.from) + " to " + format_chart_value(chart.x.unit, span.to) +
           ".";
}

void add_sentence(std::string& text, const std::string& sentence) {
    if (!text.empty()) text += ' ';
    text += sentence;
}

}  // namespace

std::span<const ChartSeries> drawn_series(const Chart& chart) {
    return std::span(chart.series).first(std::min(chart.series.size(), kMostChartSeries));
}

bool is_drawable(ChartPoint point) {
    constexpr double kMost = 1e100;  // so that no difference and no quotient of two values overflows
    return std::abs(point.x) <= kMost && std::abs(point.y) <= kMost;  // false of what is no number
}

std::optional<double> value_at(const ChartSeries& series, double x) {
    const ChartPoint* before = nullptr;
    for (const ChartPoint& point : series.points) {
        if (!(point.x <= x)) {
            if (before == nullptr || !is_drawable(*before) || series.drawing == ChartDrawing::columns)
                return std::nullopt;
            if (series.drawing == ChartDrawing::steps) return before->y;
            if (!is_drawable(point)) return std::nullopt;
            return before->y + (point.y - before->y) * ((x - before->x) / (point.x - before->x));
        }
        before = &point;
        if (point.x == x) break;
    }
    if (before == nullptr || before->x != x || !is_drawable(*before)) return std::nullopt;
    return before->y;
}

std::vector<double> chart_positions(const Chart& chart) {
    std::vector<double> positions;
    for (const ChartSeries& series : drawn_series(chart)) {
        for (const ChartPoint point : series.points) {
            if (is_drawable(point)) positions.push_back(point.x);
        }
    }
    sort_by(positions, std::less<>{});
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    return positions;
}

std::string describe_position(const Chart& chart, double x) {
    std::string text = format_chart_value(chart.x.unit, x);
    for (const ChartSeries& series : drawn_series(chart)) {
        const auto value = value_at(series, x);
        text += "\n" + series.name + (series.name.empty() ? "" : ": ") +
                (value ? format_chart_value(chart.y.unit, *value) : "no value");
    }
    for (const ChartSpan& span : chart.spans) {
        if (!span.label.empty() && x >= span.from && x <= span.to) text += "\n" + span.label;
    }
    return text;
}

std::string describe_chart(const Chart& chart) {
    std::string text;
    for (const ChartSeries& series : drawn_series(chart)) add_sentence(text, describe_series(chart, series));
    for (const ChartMark& mark : chart.marks) add_sentence(text, describe_mark(chart, mark));
    for (const ChartSpan& span : chart.spans) add_sentence(text, describe_span(chart, span));
    return text;
}

}  // namespace stowage
