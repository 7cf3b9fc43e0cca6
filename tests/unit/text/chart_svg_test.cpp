// SPDX-License-Identifier: MIT
#include "stowage/text/chart_svg.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <string>

#include "fixtures.hpp"
#include "sample_charts.hpp"
#include "stowage/text/estimate_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// Only tags that the writer has, attributes in quotes, nothing left open.
void check_well_formed(const std::string& svg) {
    CHECK(svg.rfind("<svg ", 0) == 0);
    CHECK(svg.find('\n') == std::string::npos);
    CHECK(svg.find('\r') == std::string::npos);
    int open = 0;
    for (std::size_t at = svg.find('<'); at != std::string::npos; at = svg.find('<', at + 1)) {
        const std::size_t end = svg.find('>', at);
        REQUIRE(end != std::string::npos);
        const std::string tag = svg.substr(at, end - at + 1);
        const std::string name = tag.substr(1, tag.find_first_of(" />", 2) - 1);
        if (name[0] == '/') {
            --open;
        } else if (tag[tag.size() - 2] != '/') {
            ++open;
        }
        CHECK_MESSAGE(contains("svg /svg title /title desc /desc polyline rect circle text /text", name),
                      tag);
        CHECK(tag.find('<', 1) == std::string::npos);
    }
    CHECK(open == 0);
}

Chart tiny() {
    Chart chart{"Up", {}, {}, {}};
    chart.series = {{"", {{0, 0}, {1, 1}}}};
    return chart;
}

}  // namespace

TEST_SUITE("chart svg") {
    // By hand: text 12, rows of 16.8, gaps of 6, digits 7.56 wide. The plot begins right of "1" and a gap at
    // 13.56, ends half a digit before 639 at 635.22; below the title (19.8) and half a row, at 28.2; above
    // the row of labels at 278.4.
    TEST_CASE("a tiny chart is what one would write by hand") {
        CHECK(
            chart_svg(tiny()) ==
            R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300" width="640" height="300" role="img")"
            R"( fill="none" font-family="system-ui, sans-serif" font-size="12">)"
            R"(<title>Up</title><desc>from 0 at 0 to 1 at 1.</desc>)"
            R"(<polyline points="13.56,28.2 635.22,28.2" stroke="currentColor" stroke-opacity="0.12"/>)"
            R"(<polyline points="13.56,278.4 13.56,281.4" stroke="currentColor" stroke-opacity="0.45"/>)"
            R"(<polyline points="635.22,278.4 635.22,281.4" stroke="currentColor" stroke-opacity="0.45"/>)"
            R"(<polyline points="13.56,278.4 635.22,278.4" stroke="currentColor" stroke-opacity="0.45"/>)"
            R"(<polyline points="13.56,278.4 635.22,28.2" stroke="#0072b2" stroke-width="2" stroke-linejoin="round"/>)"
            R"(<text x="0" y="12.6" font-weight="600" fill="currentColor" fill-opacity="1">Up</text>)"
            R"(<text x="7.56" y="282.6" text-anchor="end" fill="currentColor" fill-opacity="0.75">0</text>)"
            R"(<text x="7.56" y="32.4" text-anchor="end" fill="currentColor" fill-opacity="0.75">1</text>)"
            R"(<text x="13.56" y="295.8" text-anchor="middle" fill="currentColor" fill-opacity="0.75">0</text>)"
            R"(<text x="635.22" y="295.8" text-anchor="middle" fill="currentColor" fill-opacity="0.75">1</text>)"
            R"(</svg>)");
    }

    TEST_CASE("every kind of chart is one well-formed line") {
        for (const Chart& chart : sample_charts()) check_well_formed(chart_svg(chart));
    }

    TEST_CASE("words stay words, of XML and of Markdown") {
        Chart chart = tiny();
        chart.title = "</title><script>alert(1)</script> & \"q\" *b* _i_ `c` [l](u) ~~s~~ | # \\";
        chart.x.title = "line\nbreak\ttab";
        const std::string svg = chart_svg(chart);
        check_well_formed(svg);
        CHECK(contains(svg, "&#60;&#47;title&#62;") == false);  // a slash is plain
        CHECK(contains(
            svg,
            "<title>&#60;/title&#62;&#60;script&#62;alert(1)&#60;/script&#62; &#38; &#34;q&#34; "
            "&#42;b&#42; &#95;i&#95; &#96;c&#96; &#91;l&#93;(u) &#126;&#126;s&#126;&#126; &#124; &#35; "
            "&#92;</title>"));
        CHECK(contains(svg, ">line break tab</text>"));
    }

    TEST_CASE("bytes that are no characters become question marks") {
        Chart chart = tiny();
        chart.title =
            "a\xFF"
            "b\xC3\xA4"
            "c\xEF\xBF\xBF"
            "d\xE2 end";
        CHECK(contains(chart_svg(chart),
                       "<title>a?b\xC3\xA4"
                       "c?d? end</title>"));
    }

    TEST_CASE("values beyond all measure leave no trace in the coordinates") {
        Chart chart = tiny();
        for (const double value : {1e308, -1e308, 1e100, 5e-324, std::numeric_limits<double>::quiet_NaN(),
                                   std::numeric_limits<double>::infinity()}) {
            chart.series[0].points.push_back({value, 1});
            chart.series[0].points.push_back({2, value});
        }
        const std::string svg = chart_svg(chart);
        check_well_formed(svg);
        CHECK(!contains(svg, "nan"));
        CHECK(!contains(svg, "inf"));
    }

    // The page takes a line of a report that begins with "<svg " for a chart.
    TEST_CASE("no words of a plan begin a line of the report as a chart does") {
        const std::string hostile = R"("<svg onload=x>\n<svg >")";
        const std::string about = "title: " + hostile + ", note: " + hostile;
        const Plan plan =
            plan_of("stowage: 0\nname: " + hostile + "\nnote: " + hostile +
                    "\nenvironments:\n  live:\n    title: " + hostile + "\n    note: " + hostile +
                    "\n    provider: <svg\n    region: <svg\n    servers:\n      app: {cpu: 1, " +
                    "memory: 1GiB, instance: <svg, " + about +
                    "}\n    services:\n      web: {kind: wsgi, cpu: 2, " + "memory: 1GiB, " + about +
                    "}\n    managed:\n      db: {for: web, instance: <svg, " + about + "}\n");
        const std::string text =
            "\n" + report(plan, estimate(plan, catalogue()), catalogue(), ReportFormat::markdown);
        CHECK(contains(text, "\\<svg"));
        CHECK(!contains(text, "\n<"));
    }

    TEST_CASE("series differ by dashes") {
        const std::string svg = chart_svg(day_chart());
        for (const std::string_view dashes : {"\"7 3\"", "\"2 3\"", "\"9 3 2 3\""})
            CHECK(contains(svg, dashes));
    }
}
