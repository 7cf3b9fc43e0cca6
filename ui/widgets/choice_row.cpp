// SPDX-License-Identifier: MIT
#include "choice_row.hpp"

namespace stowage::ui {
namespace {

constexpr float kChoicePadding = 0.45f;  // em, left and right of a label
constexpr float kChoiceHeight = 1.6f;    // em

float choice_width(std::string_view label) { return width_of(label) + 2 * em(kChoicePadding); }

bool draw_choice(WidgetContext& context, std::string_view path, std::string_view label, bool selected) {
    const std::string item = std::string(path) + "=" + std::string(label);
    bool pressed = false;
    {
        const IdScope id(item);
        pressed = ImGui::InvisibleButton("##choice", {choice_width(label), em(kChoiceHeight)},
                                         ImGuiButtonFlags_EnableNav);
    }
    record_last_item(context, item, Role::tab, label, selected ? "selected" : "");
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (selected || ImGui::IsItemHovered())
        list.AddRectFilled(low, high, to_u32(context.theme.surface_hover), em(kRounding));
    if (selected) list.AddRect(low, high, to_u32(context.theme.border), em(kRounding));
    list.AddText({low.x + em(kChoicePadding), low.y + (em(kChoiceHeight) - ImGui::GetFontSize()) / 2},
                 to_u32(selected ? context.theme.text : context.theme.text_muted), begin_of(label),
                 end_of(label));
    return pressed;
}

}  // namespace

std::optional<std::size_t> choice_row(WidgetContext& context, std::string_view path,
                                      std::span<const std::string_view> labels, std::size_t selected) {
    const TextStyle style(context, TextSize::small, context.theme.text);
    std::optional<std::size_t> pressed;
    const float y = ImGui::GetCursorPosY();  // words before the row would move what follows to their baseline
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (i > 0) ImGui::SameLine(0, 0);
        ImGui::SetCursorPosY(y);
        if (draw_choice(context, path, labels[i], i == selected)) pressed = i;
    }
    return pressed;
}

float choice_row_width(const WidgetContext& context, std::span<const std::string_view> labels) {
    const TextStyle style(context, TextSize::small, context.theme.text);
    float width = 0;
    for (const std::string_view label : labels) width += choice_width(label);
    return width;
}

}  // namespace stowage::ui
