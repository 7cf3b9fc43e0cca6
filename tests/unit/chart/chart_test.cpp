// SPDX-License-Identifier: MIT
#include "stowage/chart.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>

using namespace stowage;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

ChartSeries series_of(ChartDrawing drawing) {
    return {"P95", {{10, 0.1}, {20, 0.3}, {30, kInfinity}, {40, 0.2}}, drawing};
}

}  // namespace

TEST_SUITE("chart") {
    TEST_CASE("a value reads in its unit") {
        CHECK(format_chart_value(ChartUnit::count, 12) == "12");
        CHECK(format_chart_value(ChartUnit::count, 12345.6) == "12,346");
        CHECK(format_chart_value(ChartUnit::count, 0.1234) == "0.123");
        CHECK(format_chart_value(ChartUnit::percent, 0.725) == "72.5%");
        CHECK(format_chart_value(ChartUnit::percent, 1) == "100%");
        CHECK(format_chart_value(ChartUnit::percent, 0.00012) == "0.012%");
        CHECK(format_chart_value(ChartUnit::seconds, 0) == "0 s");
        CHECK(format_chart_value(ChartUnit::seconds, 0.00025) == "250 \u00B5s");
        CHECK(format_chart_value(ChartUnit::seconds, 0.12) == "120 ms");
        CHECK(format_chart_value(ChartUnit::seconds, 2.5) == "2.5 s");
        CHECK(format_chart_value(ChartUnit::seconds, 90) == "90 s");
        CHECK(format_chart_value(ChartUnit::seconds, 300) == "5 min");
        CHECK(format_chart_value(ChartUnit::seconds, 7200) == "2 h");
        CHECK(format_chart_value(ChartUnit::time_of_day, 0) == "00:00");
        CHECK(format_chart_value(ChartUnit::time_of_day, 365) == "06:05");
        CHECK(format_chart_value(ChartUnit::time_of_day, 1440) == "24:00");
        CHECK(format_chart_value(ChartUnit::time_of_day, 1500) == "01:00");
        CHECK(format_chart_value(ChartUnit::time_of_day, -60) == "23:00");
        CHECK(format_chart_value(ChartUnit::money, 390.917) == "390.92 USD a month");
        CHECK(format_chart_value(ChartUnit::per_second, 40) == "40/s");
        CHECK(format_chart_value(ChartUnit::months, 1) == "1 month");
        CHECK(format_chart_value(ChartUnit::months, 7) == "7 months");
    }

    TEST_CASE("a value that is none, or beyond all measure, still reads") {
        CHECK(format_chart_value(ChartUnit::seconds, kNaN) == "no value");
        CHECK(format_chart_value(ChartUnit::seconds, kInfinity) == "infinity");
        CHECK(format_chart_value(ChartUnit::count, 1e100) == "1e100");
        CHECK(format_chart_value(ChartUnit::money, 1e100) == "1e100 USD a month");
        CHECK(format_chart_value(ChartUnit::percent, 1e100) == "1e102%");
        CHECK(format_chart_value(ChartUnit::time_of_day, 1e100) == "1e100 min");
        CHECK(format_chart_value(ChartUnit::seconds, 1e-12) == "1e-6 \u00B5s");
    }

    TEST_CASE("the title of an axis has the unit that its figures do not show") {
        CHECK(title_of(ChartAxis{"Cost", ChartUnit::money}) == "Cost, USD a month");
        CHECK(title_of(ChartAxis{"", ChartUnit::months}) == "months");
        CHECK(title_of(ChartAxis{"Load", ChartUnit::percent}) == "Load");
    }

    TEST_CASE("a line has values between its points, not in a gap and not outside") {
        const ChartSeries line = series_of(ChartDrawing::line);
        CHECK(value_at(line, 10) == 0.1);
        CHECK(*value_at(line, 15) == doctest::Approx(0.2));
        CHECK(value_at(line, 20) == 0.3);
        CHECK(!value_at(line, 25));
        CHECK(!value_at(line, 30));
        CHECK(!value_at(line, 35));
        CHECK(value_at(line, 40) == 0.2);
        CHECK(!value_at(line, 9));
        CHECK(!value_at(line, 41));
        CHECK(!value_at(line, kNaN));
    }

    TEST_CASE("a step holds until the next point, a column is at its point alone") {
        CHECK(value_at(series_of(ChartDrawing::steps), 15) == 0.1);
        CHECK(value_at(series_of(ChartDrawing::steps), 29) == 0.3);
        CHECK(!value_at(series_of(ChartDrawing::steps), 30));
        CHECK(!value_at(series_of(ChartDrawing::columns), 15));
        CHECK(value_at(series_of(ChartDrawing::columns), 20) == 0.3);
    }

    TEST_CASE("positions are those of all series, each once") {
        Chart chart;
        chart.series = {{"a", {{3, 1}, {1, 1}, {kNaN, 1}}}, {"b", {{2, 1}, {3, 1}, {4, kNaN}}}};
        CHECK(chart_positions(chart) == std::vector<double>{1, 2, 3});
    }

    TEST_CASE("a position is told with every series and the spans around it") {
        Chart chart{"", {"", ChartUnit::time_of_day}, {"", ChartUnit::seconds}, {}};
        chart.series = {{"P95", {{600, 0.48}, {660, 0.6}}}, {"P50", {{660, 0.2}}}};
        chart.spans = {{650, 700, "over the target"}, {0, 60, "backup"}};
        CHECK(describe_position(chart, 600) == "10:00\nP95: 480 ms\nP50: no value");
        CHECK(describe_position(chart, 660) == "11:00\nP95: 600 ms\nP50: 200 ms\nover the target");
    }

    TEST_CASE("the main figures are told in sentences") {
        Chart chart{"", {"", ChartUnit::per_second}, {"", ChartUnit::seconds}, {}};
        chart.series = {{"P95", {{0, 0.2}, {20, 0.1}, {40, 3}, {60, 2}, {80, kInfinity}}},
                        {"P50", {{0, 0.1}}},
                        {"P10", {}}};
        chart.marks = {{ChartMark::Axis::x, 38, "now"}, {ChartMark::Axis::y, 0.5, "target 500 ms"}};
        chart.spans = {{30, 60, "over the target"}};
        CHECK(describe_chart(chart) ==
              "P95: from 200 ms at 0/s to 2 s at 60/s, lowest 100 ms at 20/s, highest 3 s at 40/s, "
              "no values from 80/s on. "
              "P50: 100 ms at 0/s. P10: no values. now at 38/s. target 500 ms. over the target from 30/s to "
              "60/s.");
    }

    TEST_CASE("series beyond the most are left out") {
        Chart chart;
        chart.series.resize(6);
        CHECK(drawn_series(chart).size() == 4);
    }
}
