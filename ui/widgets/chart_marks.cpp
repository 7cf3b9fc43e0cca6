// SPDX-License-Identifier: MIT
#include "chart_marks.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <vector>

namespace stowage::ui {
namespace {

constexpr float kLine = 2.0f;  // points, of a series
constexpr float kHair = 1.0f;  // of everything else
/// What is left of a dash and shorter may be lost in rounding: adding it would not move the pen.
constexpr float kLeastDash = 0.01f;

/// Lengths in points, drawn and left out by turns; none: a solid line.
using Dashes = std::span<const float>;
constexpr std::array kLong{7.0f, 3.0f};
constexpr std::array kDotted{2.0f, 3.0f};
constexpr std::array kDashDot{9.0f, 3.0f, 2.0f, 3.0f};
constexpr std::array kMarkDashes{3.0f, 3.0f};
constexpr std::array<Dashes, kMostChartSeries> kSeriesDashes{Dashes{}, kLong, kDotted, kDashDot};

struct Stroke {
    ImU32 colour;
    float width = kHair;
    Dashes dashes{};
};

Stroke stroke_of(const Theme& theme, const ChartShape& shape) {
    switch (shape.ink) {
        case ChartInk::grid: return {to_u32(theme.border, 0.8f)};
        case ChartInk::mark: return {to_u32(theme.text, 0.75f), kHair, kMarkDashes};
        case ChartInk::series:
            return {to_u32(theme.series[shape.series]), kLine, kSeriesDashes[shape.series]};
        case ChartInk::axis:
        case ChartInk::span:
        case ChartInk::title:
        case ChartInk::words: break;
    }
    return {to_u32(theme.text_muted, 0.7f)};
}

/// Goes along the line and lifts the pen by turns, also across corners.
void draw_dashed(ImDrawList& list, const std::vector<ImVec2>& points, const Stroke& stroke) {
    std::size_t dash = 0;
    float left = stroke.dashes[0];
    for (std::size_t i = 1; i < points.size(); ++i) {
        const ImVec2 from = points[i - 1];
        const ImVec2 way(points[i].x - from.x, points[i].y - from.y);
        const float length = std::sqrt(way.x * way.x + way.y * way.y);
        for (float at = 0; at < length;) {
            const float end = std::min(at + left, length);
            if (dash % 2 == 0) {
                list.AddLine({from.x + way.x * at / length, from.y + way.y * at / length},
                             {from.x + way.x * end / length, from.y + way.y * end / length}, stroke.colour,
                             stroke.width);
            }
            left -= end - at;
            at = end;
            if (left > kLeastDash) continue;
            dash = (dash + 1) % stroke.dashes.size();
            left = stroke.dashes[dash];
        }
    }
}

/// A hair line is crisp in the middle of a row of pixels.
float snapped(float position) { return std::floor(position) + 0.5f; }

void draw_line(const WidgetContext& context, const ChartShape& shape, ImVec2 origin) {
    const Stroke stroke = stroke_of(context.theme, shape);
    std::vector<ImVec2> points;
    points.reserve(shape.places.size());
    for (const ChartPlace place : shape.places) {
        const ImVec2 point(origin.x + static_cast<float>(place.x), origin.y + static_cast<float>(place.y));
        points.push_back(shape.ink == ChartInk::series ? point : ImVec2(snapped(point.x), snapped(point.y)));
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (stroke.dashes.empty()) {
        list.AddPolyline(points.data(), static_cast<int>(points.size()), stroke.colour, ImDrawFlags_None,
                         stroke.width);
    } else {
        draw_dashed(list, points, stroke);
    }
}

void draw_words(const WidgetContext& context, const ChartShape& shape, ImVec2 at) {
    const float width = width_of(shape.text);
    if (shape.align == ChartShape::Align::middle) at.x -= width / 2;
    if (shape.align == ChartShape::Align::end) at.x -= width;
    const Colour ink = shape.ink == ChartInk::title ? context.theme.text : context.theme.text_muted;
    ImGui::GetWindowDrawList()->AddText({std::floor(at.x), std::floor(at.y - ImGui::GetFontSize() / 2)},
                                        to_u32(ink), begin_of(shape.text), end_of(shape.text));
}

}  // namespace

void draw_chart_shape(const WidgetContext& context, const ChartShape& shape, ImVec2 origin) {
    constexpr float kDot = 3.0f;   // points
    constexpr float kSeam = 1.5f;  // rounding of a column
    const Theme& theme = context.theme;
    const auto place = [&](std::size_t i) {
        return ImVec2(origin.x + static_cast<float>(shape.places[i].x),
                      origin.y + static_cast<float>(shape.places[i].y));
    };
    ImDrawList& list = *ImGui::GetWindowDrawList();
    switch (shape.form) {
        case ChartShape::Form::line: draw_line(context, shape, origin); break;
        case ChartShape::Form::area:
            if (shape.ink == ChartInk::span) {
                list.AddRectFilled(place(0), place(1), to_u32(theme.error, 0.12f));
            } else {
                list.AddRectFilled(place(0), place(1), to_u32(theme.series[shape.series]), kSeam);
            }
            break;
        case ChartShape::Form::dot:
            list.AddCircleFilled(place(0), kDot, to_u32(theme.series[shape.series]));
            break;
        case ChartShape::Form::words: draw_words(context, shape, place(0)); break;
    }
}

}  // namespace stowage::ui
