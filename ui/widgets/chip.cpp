// SPDX-License-Identifier: MIT
#include "chip.hpp"

namespace stowage::ui {
namespace {

constexpr float kChipHeight = 1.6f;    // em: a target for a finger
constexpr float kChipPadding = 0.45f;  // em, left and right
constexpr float kIcon = 1.0f;          // em
constexpr float kChipGap = 0.3f;       // em, between icon and label
constexpr float kOff = 0.45f;          // of the icon's colour while it is off

}  // namespace

float chip_width(const WidgetContext& context, std::string_view label) {
    const TextStyle style(context, TextSize::small, context.theme.text);
    return width_of(label) + em(kIcon + kChipGap + 2 * kChipPadding);
}

bool chip(WidgetContext& context, std::string_view path, const Chip& chip) {
    const ImVec2 size(chip_width(context, chip.label), em(kChipHeight));
    bool pressed = false;
    {
        const IdScope id(path);
        take_focus_by_name(context, path);
        pressed = ImGui::InvisibleButton("##chip", size, ImGuiButtonFlags_EnableNav);
    }
    record_last_item(context, path, Role::checkbox, chip.label, chip.on ? "true" : "false");
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (chip.on || ImGui::IsItemHovered())
        list.AddRectFilled(low, high, to_u32(context.theme.surface_hover), em(kChipHeight / 2));
    if (chip.on) list.AddRect(low, high, to_u32(context.theme.border), em(kChipHeight / 2));
    draw_icon(list, chip.icon, {low.x + em(kChipPadding + kIcon / 2), low.y + size.y / 2}, em(kIcon),
              to_u32(chip.colour, chip.on ? 1.0f : kOff));
    {
        const TextStyle style(context, TextSize::small, context.theme.text);
        list.AddText(
            {low.x + em(kChipPadding + kIcon + kChipGap), low.y + (size.y - ImGui::GetFontSize()) / 2},
            to_u32(chip.on ? context.theme.text : context.theme.text_muted), begin_of(chip.label),
            end_of(chip.label));
    }
    tooltip(context, chip.help);
    return pressed;
}

}  // namespace stowage::ui
