// SPDX-License-Identifier: MIT
#include "checkbox.hpp"

#include <algorithm>

#include "text.hpp"

namespace stowage::ui {
namespace {

constexpr float kBoxSize = 1.1f;       // em
constexpr float kBoxGap = 0.45f;       // em, between box and label
constexpr float kBoxRounding = 0.25f;  // em

void draw_box(const WidgetContext& context, const Checkbox& checkbox, ImVec2 low, bool lit) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 high(low.x + em(kBoxSize), low.y + em(kBoxSize));
    if (!checkbox.checked) {
        list.AddRectFilled(low, high, to_u32(lit ? context.theme.surface_hover : context.theme.field),
                           em(kBoxRounding));
        const Colour border = checkbox.refused ? context.theme.error : context.theme.text_muted;
        list.AddRect(low, high, to_u32(border, checkbox.refused || context.theme.outlined ? 1.0f : 0.7f),
                     em(kBoxRounding));
        return;
    }
    list.AddRectFilled(low, high, to_u32(context.theme.accent, lit ? 0.88f : 1.0f), em(kBoxRounding));
    const float unit = em(kBoxSize);
    list.PathLineTo({low.x + 0.24f * unit, low.y + 0.52f * unit});
    list.PathLineTo({low.x + 0.43f * unit, low.y + 0.71f * unit});
    list.PathLineTo({low.x + 0.77f * unit, low.y + 0.31f * unit});
    list.PathStroke(to_u32(context.theme.accent_text), ImDrawFlags_None, 0.13f * unit);
}

}  // namespace

float checkbox_width(std::string_view label) { return em(kBoxSize + kBoxGap) + width_of(label); }

bool checkbox(WidgetContext& context, std::string_view path, const Checkbox& checkbox) {
    const ImVec2 size(std::min(checkbox_width(checkbox.label), ImGui::GetContentRegionAvail().x),
                      ImGui::GetFrameHeight());
    bool pressed = false;
    {
        const IdScope id(path);
        take_focus_request(context, path);
        pressed = ImGui::InvisibleButton("##checkbox", size, ImGuiButtonFlags_EnableNav);
    }
    record_last_item(context, path, Role::checkbox, checkbox.label, checkbox.checked ? "true" : "false");
    const ImVec2 low = ImGui::GetItemRectMin();
    draw_box(context, checkbox, {low.x, low.y + (size.y - em(kBoxSize)) / 2}, ImGui::IsItemHovered());
    const std::string shown = fitted(checkbox.label, size.x - em(kBoxSize + kBoxGap));
    ImGui::GetWindowDrawList()->AddText(
        {low.x + em(kBoxSize + kBoxGap), low.y + (size.y - ImGui::GetFontSize()) / 2},
        to_u32(context.theme.text), shown.c_str());
    tooltip(context, checkbox.help);
    return pressed;
}

}  // namespace stowage::ui
