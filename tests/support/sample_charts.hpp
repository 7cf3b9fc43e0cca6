// SPDX-License-Identifier: MIT
//
// A chart of each kind that the tool draws, with figures that are easy to follow.
#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "stowage/chart.hpp"

namespace stowage::test {

/// Response times of a queue with one server that takes 20 ms, M/M/1: T = s / (1 - load), percentile p is
/// -ln(1 - p) T. Beyond 50/s there is none.
inline Chart latency_chart() {
    Chart chart{"Response time against load",
                {"Requests", ChartUnit::per_second},
                {"Response time", ChartUnit::seconds, 0.8},
                {}};
    chart.series = {{"P95", {}}, {"Median", {}}};
    constexpr double kService = 0.02;
    for (int load = 0; load <= 60; ++load) {
        const double time =
            load < 50 ? kService / (1 - load * kService) : std::numeric_limits<double>::infinity();
        chart.series[0].points.push_back({static_cast<double>(load), std::log(20.0) * time});
        chart.series[1].points.push_back({static_cast<double>(load), std::log(2.0) * time});
    }
    chart.marks = {{ChartMark::Axis::x, 38, "now"},
                   {ChartMark::Axis::x, 42, "next year"},
                   {ChartMark::Axis::y, 0.5, "target 500 ms"}};
    return chart;
}

/// One more machine at 60.74 a month for every 25 requests a second.
inline Chart cost_chart() {
    Chart chart{"Cost against load", {"Requests", ChartUnit::per_second}, {"Cost", ChartUnit::money}, {}};
    chart.series = {{"Cost", {}, ChartDrawing::steps}};
    for (int machines = 1; machines <= 9; ++machines)
        chart.series[0].points.push_back({25.0 * (machines - 1), 60.74 * machines});
    chart.marks = {{ChartMark::Axis::x, 110, "now"}, {ChartMark::Axis::y, 400, "budget"}};
    return chart;
}

/// A day in steps of ten minutes with a peak at noon and one in the evening.
inline Chart day_chart() {
    Chart chart{"A day, played through", {"Time", ChartUnit::time_of_day}, {"Load", ChartUnit::percent}, {}};
    chart.series = {{"CPU", {}}, {"Workers", {}}, {"Memory", {}}, {"Capacity", {}, ChartDrawing::steps}};
    for (int minute = 0; minute <= 1440; minute += 10) {
        const auto peak = [minute](double at, double width) {
            const double off = (minute - at) / width;
            return std::exp(-off * off);
        };
        const double load = 0.15 + 0.55 * peak(740, 160) + 0.75 * peak(1190, 130);
        const double x = minute;
        chart.series[0].points.push_back({x, load});
        chart.series[1].points.push_back({x, load * 0.8});
        chart.series[2].points.push_back({x, 0.35 + load / 5});
        if (minute % 360 == 0) chart.series[3].points.push_back({x, minute >= 720 ? 1.0 : 0.6});
    }
    chart.spans = {{690, 790, "over the target"}, {1100, 1280, "over the target"}};
    chart.marks = {{ChartMark::Axis::y, 0.7, "scale out at 70%"}, {ChartMark::Axis::x, 1190, "peak"}};
    return chart;
}

/// 6% a month, against what the machines carry.
inline Chart runway_chart() {
    Chart chart{"Growth runway", {"From now", ChartUnit::months}, {"Memory requested", ChartUnit::count}, {}};
    chart.series = {{"Memory", {}}};
    for (int month = 0; month <= 24; ++month)
        chart.series[0].points.push_back({static_cast<double>(month), 9000 * std::pow(1.06, month)});
    chart.marks = {{ChartMark::Axis::y, 16384, "app is full"},
                   {ChartMark::Axis::y, 24576, "largest type of the series"},
                   {ChartMark::Axis::x, 10.3, "first limit"}};
    return chart;
}

/// Outcomes around 300, skewed to the right.
inline Chart outcome_chart() {
    Chart chart{"Cost of a month, 2,000 draws",
                {"Cost", ChartUnit::money},
                {"Share of draws", ChartUnit::percent},
                {}};
    const std::vector<double> shares{0.01, 0.03, 0.08, 0.14, 0.18,  0.17, 0.13,
                                     0.10, 0.07, 0.04, 0.03, 0.015, 0.005};
    chart.series = {{"Draws", {}, ChartDrawing::columns}};
    for (std::size_t i = 0; i < shares.size(); ++i)
        chart.series[0].points.push_back({210.0 + 20.0 * static_cast<double>(i), shares[i]});
    chart.marks = {{ChartMark::Axis::x, 258, "P10 258"},
                   {ChartMark::Axis::x, 303, "P50 303"},
                   {ChartMark::Axis::x, 372, "P90 372"}};
    return chart;
}

inline std::vector<Chart> sample_charts() {
    return {latency_chart(), cost_chart(), day_chart(), runway_chart(), outcome_chart()};
}

}  // namespace stowage::test
