// SPDX-License-Identifier: MIT
#include "stacked_bar.hpp"

#include <algorithm>

namespace stowage::ui {
namespace {

constexpr float kHeight = 1.35f;     // em
constexpr float kRounding = 0.28f;   // em
constexpr float kHatchStep = 0.42f;  // em, between the lines of a hatch
constexpr float kLeastLabel = 1.6f;  // em: a narrower segment has no room for letters

void hatch(ImDrawList& list, ImVec2 low, ImVec2 high, ImU32 colour) {
    list.PushClipRect(low, high, true);
    const float height = high.y - low.y;
    for (float x = low.x - height; x < high.x; x += em(kHatchStep)) {
        list.AddLine({x, high.y}, {x + height, low.y}, colour, 1.2f);
    }
    list.PopClipRect();
}

/// Text centred in the segment, or nothing when it does not fit.
void segment_label(const WidgetContext& context, ImDrawList& list, ImVec2 low, ImVec2 high,
                   const std::string& label) {
    const TextStyle style(context, TextSize::small, context.theme.kind_text);
    const float width = ImGui::CalcTextSize(label.c_str()).x;
    if (high.x - low.x < std::max(em(kLeastLabel), width + em(0.5f))) return;
    list.AddText({low.x + (high.x - low.x - width) / 2, low.y + (high.y - low.y - ImGui::GetFontSize()) / 2},
                 to_u32(context.theme.kind_text), label.c_str());
}

bool under_pointer(ImVec2 low, ImVec2 high) {
    return ImGui::IsItemHovered() && ImGui::IsMouseHoveringRect(low, high);
}

/// Positions in points along a bar.
struct Scale {
    float left;
    float points_per_unit;
    [[nodiscard]] float at(double amount) const {
        return left + static_cast<float>(amount) * points_per_unit;
    }
};

void draw_segment(WidgetContext& context, const BarSegment& segment, ImVec2 low, ImVec2 high) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    constexpr float kSeam = 1.0f;  // between segments, in points
    high.x = std::max(low.x + 1.0f, high.x - kSeam);
    list.AddRectFilled(low, high, to_u32(segment.colour), 0);
    if (segment.hatched) hatch(list, low, high, to_u32(context.theme.surface, 0.55f));
    const float part = (high.x - low.x) / static_cast<float>(std::max(segment.parts, 1));
    constexpr float kLeastPart = 4.0f;  // points: closer lines would only be a grey
    const bool split = part >= kLeastPart;
    for (int i = 1; i < segment.parts && split; ++i) {
        const float x = low.x + part * static_cast<float>(i);
        list.AddLine({x, low.y}, {x, high.y}, to_u32(context.theme.surface, 0.6f), 1.0f);
    }
    if (!segment.hatched) {
        // Each replica carries the name where it fits; where none does, a line would run through it.
        for (int i = 0; i < (split ? segment.parts : 1); ++i) {
            const float left = split ? low.x + part * static_cast<float>(i) : low.x;
            segment_label(context, list, {left, low.y}, {split ? left + part : high.x, high.y},
                          segment.label);
        }
    }
    if (under_pointer(low, high)) tooltip(context, segment.help);
}

}  // namespace

void stacked_bar(WidgetContext& context, std::string_view path, const StackedBar& bar, float width) {
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const ImVec2 high(low.x + width, low.y + em(kHeight));
    {
        const IdScope id(path);
        ImGui::InvisibleButton("##bar", {width, em(kHeight)});
    }
    record_last_item(context, path, Role::image, bar.label, bar.value);
    double used = 0;
    for (const BarSegment& segment : bar.segments) used += segment.amount;
    const double end = std::max({bar.capacity, used, 1e-9});  // an empty bar still has a length
    const Scale scale{low.x, width / static_cast<float>(end)};
    const float machine_end = scale.at(bar.capacity);

    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, {machine_end, high.y}, to_u32(context.theme.free), em(kRounding));
    double begin = 0;
    for (const BarSegment& segment : bar.segments) {
        if (segment.amount <= 0) continue;
        draw_segment(context, segment, {scale.at(begin), low.y}, {scale.at(begin + segment.amount), high.y});
        begin += segment.amount;
    }
    if (bar.floor > 0 && bar.floor < bar.capacity) {
        const float x = scale.at(bar.capacity - bar.floor);
        for (float y = low.y; y < high.y; y += 4.0f) {
            list.AddLine({x, y}, {x, std::min(y + 2.5f, high.y)}, to_u32(context.theme.text), 1.5f);
        }
    }
    if (used > bar.capacity) {  // the part beyond the machine's end
        hatch(list, {machine_end, low.y}, high, to_u32(context.theme.error));
        list.AddRect({machine_end, low.y}, high, to_u32(context.theme.error), 0, 0, 1.5f);
        list.AddLine({machine_end, low.y - em(0.2f)}, {machine_end, high.y + em(0.2f)},
                     to_u32(context.theme.error), 2.0f);
    } else if (under_pointer({scale.at(used), low.y}, {machine_end, high.y})) {
        tooltip(context, bar.free_help);
    }
}

}  // namespace stowage::ui
