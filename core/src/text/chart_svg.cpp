// SPDX-License-Identifier: MIT
#include "stowage/text/chart_svg.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "stowage/chart_layout.hpp"
#include "stowage/decimal.hpp"
#include "utf8.hpp"

namespace stowage {
namespace {

constexpr double kWidth = 640;
constexpr double kHeight = 300;
constexpr double kText = 12;
constexpr double kBaseline = 0.35;  // of the size, below the middle of capitals and digits

/// Blue, vermilion, bluish green and reddish purple of the palette that people with any colour vision tell
/// apart (Okabe and Ito, "Color Universal Design", 2008); each has a contrast of 3 on white and on the dark
/// page.
struct SeriesInk {
    std::string_view colour;
    std::string_view dashes;
};
constexpr std::array<SeriesInk, kMostChartSeries> kSeries{
    SeriesInk{"#0072b2", ""}, {"#d55e00", "7 3"}, {"#009e73", "2 3"}, {"#cc79a7", "9 3 2 3"}};

/// The characters are at most so wide in the usual sans-serif fonts, in sizes of the font; DejaVu Sans is the
/// widest of them.
double width_of(unsigned char c) {
    if (c >= 0x80) return (c & 0xC0u) == 0x80u ? 0 : 0.8;  // one for each character, not for each byte
    const auto is_one_of = [c](std::string_view list) {
        return list.find(static_cast<char>(c)) != std::string_view::npos;
    };
    if (is_one_of("ijlI.,:;'|!() ft/")) return 0.39;
    if (is_one_of("mwMW%@")) return 0.97;
    return c >= 'A' && c <= 'Z' ? 0.76 : 0.63;
}

double measured(std::string_view text) {
    double width = 0;
    for (const char c : text) width += width_of(static_cast<unsigned char>(c));
    return width * kText;
}

/// Neither XML nor Markdown nor a control: what may stand in the document as it is.
bool is_plain(unsigned char c) {
    constexpr std::string_view kPlain = " .,:;/+-%()=?'";
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           kPlain.find(static_cast<char>(c)) != std::string_view::npos;
}

/// U+FFFE and U+FFFF are UTF-8, and no characters of XML 1.0.
bool is_xml(std::string_view text, std::size_t at) {
    const std::string_view three = text.substr(at, 3);
    return three != "\xEF\xBF\xBE" && three != "\xEF\xBF\xBF";
}

std::string escaped_xml(std::string_view text) {
    std::string result;
    std::size_t invalid = find_invalid_utf8(text).value_or(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (at == invalid) {
            result += '?';
            invalid = at + 1 + find_invalid_utf8(text.substr(at + 1)).value_or(text.size());
        } else if (c < 0x20 || c == 0x7F) {
            result += ' ';
        } else if (c >= 0x80 && !is_xml(text, at)) {
            result += '?';
            at += 2;
        } else if (c >= 0x80 || is_plain(c)) {
            result += text[at];
        } else {
            result += "&#" + std::to_string(c) + ";";
        }
    }
    return result;
}

/// Rounded to a hundredth.
std::string number(double value) {
    constexpr double kHundred = 100;
    return format_shortest(std::llround(value * kHundred), 2);
}

std::string attribute(std::string_view name, std::string_view value) {
    return " " + std::string(name) + "=\"" + std::string(value) + "\"";
}

std::string_view anchor_of(ChartShape::Align align) {
    switch (align) {
        case ChartShape::Align::start: break;
        case ChartShape::Align::middle: return "middle";
        case ChartShape::Align::end: return "end";
    }
    return "start";
}

std::string stroke_of(const ChartShape& shape) {
    switch (shape.ink) {
        case ChartInk::grid: return R"( stroke="currentColor" stroke-opacity="0.12")";
        case ChartInk::mark: return R"( stroke="currentColor" stroke-opacity="0.65" stroke-dasharray="3 3")";
        case ChartInk::series: {
            const SeriesInk& ink = kSeries[shape.series];
            std::string text =
                attribute("stroke", ink.colour) + R"( stroke-width="2" stroke-linejoin="round")";
            if (!ink.dashes.empty()) text += attribute("stroke-dasharray", ink.dashes);
            return text;
        }
        case ChartInk::title:
        case ChartInk::words:
        case ChartInk::span:
        case ChartInk::axis: break;
    }
    return R"( stroke="currentColor" stroke-opacity="0.45")";
}

std::string fill_of(const ChartShape& shape) {
    if (shape.ink == ChartInk::span) return R"( fill="#d55e00" fill-opacity="0.14")";
    return attribute("fill", kSeries[shape.series].colour);
}

std::string line(const ChartShape& shape) {
    std::string points;
    for (const ChartPlace place : shape.places) {
        if (!points.empty()) points += ' ';
        points += number(place.x) + "," + number(place.y);
    }
    return "<polyline" + attribute("points", points) + stroke_of(shape) + "/>";
}

std::string area(const ChartShape& shape) {
    const ChartPlace from = shape.places[0];
    const ChartPlace to = shape.places[1];
    return "<rect" + attribute("x", number(from.x)) + attribute("y", number(from.y)) +
           attribute("width", number(to.x - from.x)) + attribute("height", number(to.y - from.y)) +
           fill_of(shape) + "/>";
}

std::string dot(const ChartShape& shape) {
    return "<circle" + attribute("cx", number(shape.places[0].x)) +
           attribute("cy", number(shape.places[0].y)) + R"( r="3")" +
           attribute("fill", kSeries[shape.series].colour) + "/>";
}

std::string words(const ChartShape& shape) {
    std::string text = "<text" + attribute("x", number(shape.places[0].x)) +
                       attribute("y", number(shape.places[0].y + kText * kBaseline));
    if (shape.align != ChartShape::Align::start) text += attribute("text-anchor", anchor_of(shape.align));
    if (shape.ink == ChartInk::title) text += R"( font-weight="600")";
    text += attribute("fill", "currentColor") +
            attribute("fill-opacity", shape.ink == ChartInk::title ? "1" : "0.75");
    return text + ">" + escaped_xml(shape.text) + "</text>";
}

std::string element(const ChartShape& shape) {
    switch (shape.form) {
        case ChartShape::Form::line: return line(shape);
        case ChartShape::Form::area: return area(shape);
        case ChartShape::Form::dot: return dot(shape);
        case ChartShape::Form::words: return words(shape);
    }
    return {};
}

}  // namespace

std::string chart_svg(const Chart& chart) {
    const ChartLayout layout = lay_out(chart, {kWidth, kHeight, kText, measured, true});
    std::string svg = "<svg" + attribute("xmlns", "http://www.w3.org/2000/svg") +
                      attribute("viewBox", "0 0 " + number(kWidth) + " " + number(kHeight)) +
                      attribute("width", number(kWidth)) + attribute("height", number(kHeight)) +
                      attribute("role", "img") + attribute("fill", "none") +
                      attribute("font-family", "system-ui, sans-serif") +
                      attribute("font-size", number(kText)) + ">";
    svg += "<title>" + escaped_xml(chart.title) + "</title><desc>" + escaped_xml(describe_chart(chart)) +
           "</desc>";
    for (const ChartShape& shape : layout.shapes) svg += element(shape);
    return svg + "</svg>";
}

}  // namespace stowage
