// SPDX-License-Identifier: MIT
#include "stowage/chart_scale.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>
#include <vector>

using namespace stowage;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// A line from one x to the other.
Chart across(ChartUnit unit, double from, double to) {
    Chart chart{"", {"", unit}, {"", ChartUnit::count}, {}};
    chart.series = {{"", {{from, 1}, {to, 1}}}};
    return chart;
}

/// A point at each height.
Chart upright(ChartUnit unit, const std::vector<double>& values) {
    Chart chart{"", {"", ChartUnit::count}, {"", unit}, {ChartSeries{}}};
    for (const double value : values)
        chart.series[0].points.push_back({static_cast<double>(chart.series[0].points.size()), value});
    return chart;
}

std::string labels(const ChartScale& scale) {
    std::string text;
    for (const ChartTick& tick : scale.ticks) text += (text.empty() ? "" : ", ") + tick.label;
    return text;
}

std::string x_labels(ChartUnit unit, double from, double to, int most) {
    return labels(x_scale(across(unit, from, to), most));
}

std::string y_labels(ChartUnit unit, double most_value, int most) {
    return labels(y_scale(upright(unit, {most_value}), most));
}

}  // namespace

TEST_SUITE("chart scale") {
    TEST_CASE("ticks are at 1, 2 and 5 times powers of ten") {
        CHECK(x_labels(ChartUnit::per_second, 0, 100, 6) == "0/s, 20/s, 40/s, 60/s, 80/s, 100/s");
        CHECK(x_labels(ChartUnit::per_second, 0, 100, 11) ==
              "0/s, 10/s, 20/s, 30/s, 40/s, 50/s, 60/s, 70/s, 80/s, 90/s, 100/s");
        CHECK(x_labels(ChartUnit::per_second, 13, 47, 4) == "20/s, 30/s, 40/s");
        CHECK(x_labels(ChartUnit::percent, 0, 0.035, 4) == "0%, 1%, 2%, 3%");
        CHECK(x_labels(ChartUnit::money, -120, 90, 5) == "-100, -50, 0, 50");
    }

    TEST_CASE("all labels of an axis have as many decimals") {
        CHECK(x_labels(ChartUnit::money, 0, 1, 6) == "0.0, 0.2, 0.4, 0.6, 0.8, 1.0");
        CHECK(x_labels(ChartUnit::percent, 0, 0.01, 5) == "0.0%, 0.5%, 1.0%");
        CHECK(x_labels(ChartUnit::per_second, 0, 0.06, 4) == "0.00/s, 0.02/s, 0.04/s, 0.06/s");
        CHECK(y_labels(ChartUnit::money, 1'500'000, 4) == "0.0M, 0.5M, 1.0M, 1.5M");
        CHECK(y_labels(ChartUnit::count, 40'000, 5) == "0k, 10k, 20k, 30k, 40k");
    }

    TEST_CASE("what is counted has ticks at whole numbers") {
        CHECK(y_labels(ChartUnit::count, 2, 7) == "0, 1, 2");
        CHECK(y_labels(ChartUnit::count, 0.3, 7) == "0, 1");
        CHECK(x_labels(ChartUnit::months, 0, 2, 9) == "0, 1, 2");
        CHECK(x_labels(ChartUnit::months, 0, 24, 7) == "0, 6, 12, 18, 24");
        CHECK(x_labels(ChartUnit::months, 0, 36, 5) == "0, 12, 24, 36");
    }

    TEST_CASE("times have the steps of a clock") {
        CHECK(x_labels(ChartUnit::time_of_day, 0, 1440, 9) ==
              "00:00, 03:00, 06:00, 09:00, 12:00, 15:00, 18:00, 21:00, 24:00");
        CHECK(x_labels(ChartUnit::time_of_day, 0, 1440, 3) == "00:00, 12:00, 24:00");
        CHECK(x_labels(ChartUnit::time_of_day, 540, 600, 5) == "09:00, 09:15, 09:30, 09:45, 10:00");
        CHECK(x_labels(ChartUnit::time_of_day, 540, 540.4, 5) == "09:00");
        CHECK(y_labels(ChartUnit::seconds, 0.00025, 6) ==
              "0 \u00B5s, 50 \u00B5s, 100 \u00B5s, 150 \u00B5s, 200 \u00B5s, 250 \u00B5s");
        CHECK(y_labels(ChartUnit::seconds, 0.8, 5) == "0 ms, 200 ms, 400 ms, 600 ms, 800 ms");
        CHECK(y_labels(ChartUnit::seconds, 2.5, 6) == "0.0 s, 0.5 s, 1.0 s, 1.5 s, 2.0 s, 2.5 s");
        CHECK(y_labels(ChartUnit::seconds, 60, 5) == "0 s, 15 s, 30 s, 45 s, 60 s");
        CHECK(y_labels(ChartUnit::seconds, 600, 7) == "0 min, 2 min, 4 min, 6 min, 8 min, 10 min");
        CHECK(y_labels(ChartUnit::seconds, 7200, 5) == "0 min, 30 min, 60 min, 90 min, 120 min");
        CHECK(y_labels(ChartUnit::seconds, 86400, 5) == "0 h, 6 h, 12 h, 18 h, 24 h");
    }

    TEST_CASE("y begins at zero and ends at a tick above the data, or where it is said to") {
        const ChartScale free = y_scale(upright(ChartUnit::money, {310, 545}), 7);
        CHECK(free.low == 0);
        CHECK(free.high == 600);
        Chart chart = upright(ChartUnit::money, {310, 545});
        chart.y.most = 450;
        CHECK(y_scale(chart, 7).high == 450);
        CHECK(labels(y_scale(chart, 7)) == "0, 100, 200, 300, 400");
        const ChartScale below = y_scale(upright(ChartUnit::money, {-30, 70}), 7);
        CHECK(below.low == -40);
        CHECK(below.high == 80);
    }

    TEST_CASE("a limit is in view though the data is far below it") {
        Chart chart = upright(ChartUnit::count, {10, 20});
        chart.marks = {{ChartMark::Axis::y, 90, "limit"}};
        CHECK(y_scale(chart, 6).high == 100);
    }

    TEST_CASE("columns have room around their points") {
        Chart chart = across(ChartUnit::money, 210, 230);
        chart.series[0].drawing = ChartDrawing::columns;
        CHECK(column_width(chart) == 20);
        CHECK(x_scale(chart, 5).low == 200);
        CHECK(x_scale(chart, 5).high == 240);
    }

    TEST_CASE("without data there are no ticks") {
        CHECK(x_scale({}, 5).ticks.empty());
        CHECK(y_scale({}, 5).ticks.empty());
        CHECK(y_scale(upright(ChartUnit::seconds, {kNaN, kInfinity, -kInfinity, 1e101}), 5).ticks.empty());
    }

    TEST_CASE("one value, or all alike, stand in the middle of an axis") {
        const ChartScale x = x_scale(across(ChartUnit::per_second, 40, 40), 5);
        CHECK(x.low == 20);
        CHECK(x.high == 60);
        CHECK(labels(x) == "20/s, 30/s, 40/s, 50/s, 60/s");
        CHECK(x_labels(ChartUnit::per_second, 0, 0, 3) == "-1/s, 0/s, 1/s");
        CHECK(y_labels(ChartUnit::seconds, 0, 3) == "0.0 s, 0.5 s, 1.0 s");
    }

    TEST_CASE("huge and tiny values give few ticks and a finite scale") {
        for (const ChartUnit unit :
             {ChartUnit::count, ChartUnit::percent, ChartUnit::seconds, ChartUnit::time_of_day,
              ChartUnit::money, ChartUnit::per_second, ChartUnit::months}) {
            for (const double value : {1e100, -1e100, 1e15, 5e-324, 1e-99, -1e-30, 1e308, 0.1}) {
                for (const double other : {0.0, 1e100, 1.0, 1e15 + 2}) {
                    CAPTURE(static_cast<int>(unit));
                    CAPTURE(value);
                    CAPTURE(other);
                    const ChartScale x = x_scale(across(unit, value, other), 6);
                    CHECK(x.low < x.high);
                    CHECK(x.ticks.size() <= 6);
                    const ChartScale y = y_scale(upright(unit, {value, other}), 6);
                    CHECK(y.low < y.high);
                    CHECK(y.ticks.size() <= 6);
                    CHECK(y.ticks.size() >= 2);
                }
            }
        }
    }

    TEST_CASE("a place on the scale is a share of it") {
        const ChartScale scale{10, 30};
        CHECK(scale.share_of(10) == 0);
        CHECK(scale.share_of(25) == 0.75);
        CHECK(scale.share_of(1e100) == 1000);
    }
}
