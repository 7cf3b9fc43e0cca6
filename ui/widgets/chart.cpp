// SPDX-License-Identifier: MIT
#include "chart.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "../src/imgui_internals.hpp"
#include "chart_marks.hpp"
#include "stowage/chart_layout.hpp"

namespace stowage::ui {
namespace {

double measured(std::string_view text) { return static_cast<double>(width_of(text)); }

/// The points that can be asked about: those in view.
std::vector<double> positions_of(const Chart& chart, const ChartLayout& layout) {
    std::vector<double> positions = chart_positions(chart);
    const auto is_out = [&](double x) { return x < layout.x.low || x > layout.x.high; };
    positions.erase(std::remove_if(positions.begin(), positions.end(), is_out), positions.end());
    return positions;
}

/// The point next to the pointer.
double nearest(const std::vector<double>& positions, const ChartLayout& layout, double pointer) {
    double best = positions.front();
    for (const double x : positions) {
        if (std::abs(layout.x_of(x) - pointer) < std::abs(layout.x_of(best) - pointer)) best = x;
    }
    return best;
}

/// Where the keys have come to, from 1; 0: nowhere. Kept by ImGui, as what is open and what is scrolled.
std::optional<double> position_of_keys(const std::vector<double>& positions) {
    keep_key_of_last_item(ImGuiKey_LeftArrow);
    keep_key_of_last_item(ImGuiKey_RightArrow);
    int& stored = *ImGui::GetStateStorage()->GetIntRef(ImGui::GetItemID());
    const int count = static_cast<int>(positions.size());
    if (ImGui::IsKeyPressed(ImGuiKey_RightArrow)) ++stored;
    if (ImGui::IsKeyPressed(ImGuiKey_LeftArrow)) stored = stored == 0 ? count : std::max(stored - 1, 1);
    stored = std::min(stored, count);
    if (stored == 0) return std::nullopt;
    return positions[static_cast<std::size_t>(stored - 1)];
}

/// What is asked about: by the pointer, else by the keys.
std::optional<double> asked_position(const Chart& chart, const ChartLayout& layout, ImVec2 origin) {
    const bool hovered = ImGui::IsItemHovered(ImGuiHoveredFlags_NoNavOverride);
    if (!ImGui::IsItemFocused()) ImGui::GetStateStorage()->SetInt(ImGui::GetItemID(), 0);
    if (!hovered && !ImGui::IsItemFocused()) return std::nullopt;
    const auto positions = positions_of(chart, layout);
    if (positions.empty()) return std::nullopt;
    if (hovered) return nearest(positions, layout, static_cast<double>(ImGui::GetMousePos().x - origin.x));
    return position_of_keys(positions);
}

/// The line at the position, and a dot on every series.
void draw_position(const WidgetContext& context, const Chart& chart, const ChartLayout& layout, ImVec2 origin,
                   double x) {
    constexpr float kDot = 3.5f;   // points
    constexpr float kRing = 5.0f;  // keeps the dot apart from the line under it
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float at = origin.x + static_cast<float>(layout.x_of(x));
    list.AddLine({at, origin.y + static_cast<float>(layout.plot.top)},
                 {at, origin.y + static_cast<float>(layout.plot.bottom)},
                 to_u32(context.theme.text_muted, 0.6f));
    const auto series = drawn_series(chart);
    for (std::size_t i = 0; i < series.size(); ++i) {
        const auto value = value_at(series[i], x);
        if (!value || *value < layout.y.low || *value > layout.y.high) continue;
        const ImVec2 dot(at, origin.y + static_cast<float>(layout.y_of(*value)));
        list.AddCircleFilled(dot, kRing, to_u32(context.theme.surface));
        list.AddCircleFilled(dot, kDot, to_u32(context.theme.series[i]));
    }
}

/// Beside the line, on the side with more room, within the window.
void show_values(const WidgetContext& context, std::string_view values, ImVec2 at) {
    constexpr float kPaddingX = 0.7f;  // em
    constexpr float kPaddingY = 0.5f;  // em
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    const float width = width_of(values) + 2 * em(kPaddingX);
    const bool left = at.x > window.x / 2;
    const float x = left ? at.x - em(kPaddingX) - width : at.x + em(kPaddingX);
    ImGui::SetNextWindowPos({std::clamp(x, 0.0f, std::max(0.0f, window.x - width)), at.y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(em(kPaddingX), em(kPaddingY)));
    if (ImGui::BeginTooltip()) {
        {
            const TextStyle style(context, TextSize::small, context.theme.text);
            ImGui::TextUnformatted(begin_of(values), end_of(values));
        }
        ImGui::EndTooltip();
    }
    ImGui::PopStyleVar();
}

}  // namespace

void chart(WidgetContext& context, std::string_view path, const Chart& chart, float height) {
    const TextStyle style(context, TextSize::small, context.theme.text_muted);
    const ImVec2 size(std::max(ImGui::GetContentRegionAvail().x, 1.0f), em(height));
    {
        const IdScope id(path);
        ImGui::InvisibleButton("##chart", size, ImGuiButtonFlags_EnableNav);
    }
    record_last_item(context, path, Role::image, chart.title, describe_chart(chart));
    if (!ImGui::IsItemVisible()) return;
    const ImVec2 origin = ImGui::GetItemRectMin();
    const ChartLayout layout = lay_out(chart, {static_cast<double>(size.x), static_cast<double>(size.y),
                                               static_cast<double>(ImGui::GetFontSize()), measured});
    for (const ChartShape& shape : layout.shapes) draw_chart_shape(context, shape, origin);
    const auto position = asked_position(chart, layout, origin);
    if (!position) return;
    draw_position(context, chart, layout, origin, *position);
    const std::string values = describe_position(chart, *position);
    const ImVec2 at(origin.x + static_cast<float>(layout.x_of(*position)),
                    origin.y + static_cast<float>(layout.plot.top));
    record(context, std::string(path) + "/position", Role::text,
           {at.x - 1, at.y, at.x + 1, origin.y + static_cast<float>(layout.plot.bottom)}, values);
    show_values(context, values, at);
}

}  // namespace stowage::ui
