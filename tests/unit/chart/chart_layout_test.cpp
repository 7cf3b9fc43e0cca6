// SPDX-License-Identifier: MIT
#include "stowage/chart_layout.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <limits>

#include "chart/label_places.hpp"
#include "random.hpp"
#include "sample_charts.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// Letters of equal width: 6 for each byte.
double measured(std::string_view text) { return 6.0 * static_cast<double>(text.size()); }

ChartSheet sheet(double width, double height = 220) { return {width, height, 12, measured, true}; }

ChartRect rect_of(const ChartShape& words) {
    const double width = measured(words.text);
    double left = words.places[0].x;
    if (words.align == ChartShape::Align::middle) left -= width / 2;
    if (words.align == ChartShape::Align::end) left -= width;
    return {left, words.places[0].y - 6, left + width, words.places[0].y + 6};
}

bool overlap(const ChartRect& a, const ChartRect& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

void check_inside(const ChartLayout& layout, double width, double height) {
    constexpr double kTouch = 0.01;
    for (const ChartShape& shape : layout.shapes) {
        for (const ChartPlace place : shape.places) {
            const bool inside = place.x >= -kTouch && place.x <= width + kTouch && place.y >= -kTouch &&
                                place.y <= height + kTouch;
            CHECK_MESSAGE(inside, place.x << "," << place.y << " '" << shape.text << "' ink "
                                          << static_cast<int>(shape.ink));
        }
    }
}

void check_words(const ChartLayout& layout, double width) {
    std::vector<const ChartShape*> words;
    for (const ChartShape& shape : layout.shapes) {
        if (shape.form == ChartShape::Form::words) words.push_back(&shape);
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
        const ChartRect a = rect_of(*words[i]);
        CHECK_MESSAGE((a.left >= -0.01 && a.right <= width + 0.01), words[i]->text);
        for (std::size_t j = i + 1; j < words.size(); ++j) {
            const bool apart = !overlap(a, rect_of(*words[j]));
            CHECK_MESSAGE(apart, words[i]->text << " and " << words[j]->text);
        }
    }
}

std::vector<ChartShape> lines_of(const ChartLayout& layout, ChartInk ink) {
    std::vector<ChartShape> lines;
    for (const ChartShape& shape : layout.shapes) {
        if (shape.ink == ink && shape.form != ChartShape::Form::words) lines.push_back(shape);
    }
    return lines;
}

}  // namespace

TEST_SUITE("chart layout") {
    TEST_CASE("everything stays on the sheet and no words overlap, at every width") {
        for (const Chart& chart : sample_charts()) {
            for (const double width : {240.0, 328.0, 500.0, 640.0, 1200.0}) {
                CAPTURE(chart.title);
                CAPTURE(width);
                const ChartLayout layout = lay_out(chart, sheet(width));
                check_inside(layout, width, 220);
                check_words(layout, width);
                CHECK(layout.plot.width() > width / 2);
                CHECK(layout.x.ticks.size() >= 2);
            }
        }
    }

    TEST_CASE("a wider sheet has more ticks") {
        CHECK(lay_out(day_chart(), sheet(240)).x.ticks.size() <
              lay_out(day_chart(), sheet(900)).x.ticks.size());
    }

    TEST_CASE("a line is cut where it leaves the plot, and goes on where it comes back") {
        Chart chart;
        chart.y.most = 10;
        chart.series = {{"", {{0, 0}, {1, 20}, {2, 0}}}};
        const ChartLayout layout = lay_out(chart, sheet(640));
        const auto lines = lines_of(layout, ChartInk::series);
        REQUIRE(lines.size() == 2);
        const double top = layout.plot.top;
        CHECK(lines[0].places.back().x == doctest::Approx(layout.x_of(0.5)));
        CHECK(lines[0].places.back().y == doctest::Approx(top));
        CHECK(lines[1].places.front().x == doctest::Approx(layout.x_of(1.5)));
        CHECK(lines[1].places.front().y == doctest::Approx(top));
    }

    TEST_CASE("points that the line passes anyway are left out, a peak is not") {
        Chart chart;
        chart.series = {{"", {}}};
        for (int i = 0; i <= 100; ++i)
            chart.series[0].points.push_back({static_cast<double>(i), i == 50 ? 4.0 : 2.0});
        const ChartLayout layout = lay_out(chart, sheet(640));
        const auto lines = lines_of(layout, ChartInk::series);
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].places.size() < 15);
        const ChartPlace peak{layout.x_of(50), layout.y_of(4)};
        CHECK(std::count(lines[0].places.begin(), lines[0].places.end(), peak) == 1);
        CHECK(lines[0].places.back() == ChartPlace{layout.x_of(100), layout.y_of(2)});
    }

    TEST_CASE("a line there and back is not left out") {
        Chart chart;
        chart.series = {{"", {{0, 1}, {1, 1}, {1, 3}, {1, 1}, {2, 1}}}};
        const ChartLayout layout = lay_out(chart, sheet(640));
        const auto lines = lines_of(layout, ChartInk::series);
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].places[2] == ChartPlace{layout.x_of(1), layout.y_of(3)});
    }

    TEST_CASE("a value that is no number is a gap, a point alone a dot") {
        Chart chart;
        const double none = std::numeric_limits<double>::quiet_NaN();
        chart.series = {{"", {{0, 1}, {1, 2}, {2, none}, {3, 1}, {4, none}, {5, 2}, {6, 3}}}};
        const auto lines = lines_of(lay_out(chart, sheet(640)), ChartInk::series);
        REQUIRE(lines.size() == 3);
        CHECK(lines[0].form == ChartShape::Form::line);
        CHECK(lines[1].form == ChartShape::Form::dot);
        CHECK(lines[2].form == ChartShape::Form::line);
    }

    TEST_CASE("steps are horizontal until the next point") {
        Chart chart;
        chart.series = {{"", {{0, 1}, {1, 2}}, ChartDrawing::steps}};
        const ChartLayout layout = lay_out(chart, sheet(640));
        const auto lines = lines_of(layout, ChartInk::series);
        REQUIRE(lines.size() == 1);
        REQUIRE(lines[0].places.size() == 3);
        CHECK(lines[0].places[1] == ChartPlace{layout.x_of(1), layout.y_of(1)});
    }

    TEST_CASE("columns stand on zero, below it too") {
        Chart chart;
        chart.series = {{"", {{0, 2}, {1, -2}}, ChartDrawing::columns}};
        const ChartLayout layout = lay_out(chart, sheet(640));
        const auto columns = lines_of(layout, ChartInk::series);
        REQUIRE(columns.size() == 2);
        CHECK(columns[0].places[1].y == layout.y_of(0));
        CHECK(columns[1].places[0].y == layout.y_of(0));
        CHECK(columns[1].places[1].y == doctest::Approx(layout.y_of(-2)));
    }

    TEST_CASE("a legend stands only where there is something to tell apart") {
        const auto has_words = [](const Chart& chart, std::string_view text) {
            const ChartLayout layout = lay_out(chart, sheet(640));
            return std::any_of(layout.shapes.begin(), layout.shapes.end(),
                               [&](const ChartShape& shape) { return shape.text == text; });
        };
        CHECK(has_words(latency_chart(), "Median"));
        CHECK(!has_words(outcome_chart(), "Draws"));
    }

    // Texts of seven letters are 42 wide, the gap is 3.
    TEST_CASE("labels stand on the side where they fit") {
        std::vector<RowLabel> labels{
            {.at = 100, .text = "P10 100"}, {.at = 110, .text = "P50 110"}, {.at = 190, .text = "P90"}};
        place_in_rows(labels, 3, 200, measured);
        for (const RowLabel& label : labels) {
            CHECK(label.row == 0);
            CHECK(label.joined);
        }
        CHECK(labels[0].right == 97);  // 103..145 would cover the next
        CHECK(labels[1].left == 113);
        CHECK(labels[2].right == 187);  // the sheet ends at 200
    }

    TEST_CASE("labels of lines that are close get rows, and no line runs through another's label") {
        std::vector<RowLabel> labels{
            {.at = 100, .text = "P10 100"}, {.at = 104, .text = "P50 104"}, {.at = 108, .text = "P90 108"}};
        place_in_rows(labels, 3, 200, measured);
        CHECK(labels[0].right == 97);
        CHECK(labels[2].left == 111);
        CHECK(labels[1].row == 1);  // its line goes up between the two
        for (const RowLabel& label : labels) CHECK(label.joined);
        std::vector<RowLabel> at_the_end{{.at = 170, .text = "now"}, {.at = 186, .text = "next year"}};
        place_in_rows(at_the_end, 3, 200, measured);
        for (const RowLabel& label : at_the_end) CHECK(label.joined);
    }

    TEST_CASE("what is too long is cut between characters") {
        CHECK(shortened("abcdef", 36, measured) == "abcdef");
        CHECK(shortened("abcdefgh", 36, measured) ==
              "abc\u2026");  // the ellipsis has three bytes, so 18 are left
        CHECK(shortened("a\u00e4\u00e4\u00e4\u00e4", 36, measured) == "a\u00e4\u2026");
        CHECK(shortened("abc", 3, measured).empty());
    }

    TEST_CASE("no data is said so") {
        const ChartLayout layout = lay_out({}, sheet(300));
        REQUIRE(!layout.shapes.empty());
        CHECK(layout.shapes.back().text == "No values");
    }

    TEST_CASE("any values stay on the sheet") {
        constexpr double kInfinity = std::numeric_limits<double>::infinity();
        constexpr std::array kValues{0.0,   -0.0,      1.0,        -1.0,
                                     1e100, -1e100,    1e308,      5e-324,
                                     1e-99, kInfinity, -kInfinity, std::numeric_limits<double>::quiet_NaN(),
                                     42.0,  0.1,       1e15};
        Random random(7);
        const auto any = [&] {
            return kValues[static_cast<std::size_t>(random.between(0, kValues.size() - 1))];
        };
        for (int round = 0; round < 400; ++round) {
            Chart chart{"t",
                        {"x", static_cast<ChartUnit>(random.between(0, 6))},
                        {"y", static_cast<ChartUnit>(random.between(0, 6))},
                        {}};
            if (random.between(0, 3) == 0) chart.y.most = any();
            if (random.between(0, 3) == 0) chart.x.most = any();
            for (auto i = random.between(0, 5); i > 0; --i) {
                chart.series.push_back({"s", {}, static_cast<ChartDrawing>(random.between(0, 2))});
                for (auto j = random.between(0, 6); j > 0; --j)
                    chart.series.back().points.push_back({any(), any()});
            }
            chart.marks = {{ChartMark::Axis::x, any(), "m"}, {ChartMark::Axis::y, any(), "n"}};
            chart.spans = {{any(), any(), "p"}};
            const auto width = static_cast<double>(random.between(1, 600));
            CAPTURE(round);
            check_inside(lay_out(chart, sheet(width, 200)), width, 200);
        }
    }
}
