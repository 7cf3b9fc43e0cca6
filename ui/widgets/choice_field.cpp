// SPDX-License-Identifier: MIT
#include "choice_field.hpp"

#include <algorithm>

#include "icon.hpp"

namespace stowage::ui {
namespace {

constexpr float kFieldPaddingX = 0.45f;  // em, as a text field
constexpr float kChevron = 0.9f;         // em

}  // namespace

bool begin_choice(WidgetContext& context, std::string_view path, const ChoiceField& field) {
    const float width = field.width > 0 ? field.width : ImGui::GetContentRegionAvail().x;
    const ImVec2 size(width, ImGui::GetFrameHeight());
    const std::string popup = std::string(path) + "/list";
    bool pressed = false;
    {
        const IdScope id(path);
        take_focus_request(context, path);
        pressed = ImGui::InvisibleButton("##choice", size, ImGuiButtonFlags_EnableNav);
    }
    if (pressed) ImGui::OpenPopup(popup.c_str());
    record_last_item(context, path, Role::combobox, field.label, field.shown);
    const bool open = ImGui::IsPopupOpen(popup.c_str());
    const bool bare =
        field.frameless && !context.theme.outlined && !ImGui::IsItemHovered() && !open && !field.refused;
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (!bare) {
        const Colour border = field.refused ? context.theme.error
                              : open        ? context.theme.accent
                                            : context.theme.border;
        list.AddRectFilled(low, high, to_u32(context.theme.field), em(kRounding));
        list.AddRect(low, high, to_u32(border), em(kRounding));
    }
    list.PushClipRect(low, {high.x - em(kChevron + 0.2f), high.y}, true);
    const Colour ink = field.muted ? context.theme.text_muted : context.theme.text;
    list.AddText({low.x + em(kFieldPaddingX), low.y + (size.y - ImGui::GetFontSize()) / 2}, to_u32(ink),
                 begin_of(field.shown), end_of(field.shown));
    list.PopClipRect();
    draw_icon(list, Icon::chevron, {high.x - em(kChevron) / 2 - em(0.2f), (low.y + high.y) / 2}, em(kChevron),
              to_u32(context.theme.text_muted, bare ? 0.6f : 1.0f));
    if (!open) tooltip(context, field.help);
    ImGui::SetNextWindowPos({low.x, high.y + em(0.15f)}, ImGuiCond_Appearing);
    ImGui::SetNextWindowSizeConstraints({std::max(width, em(8)), 0}, {em(48), em(30)});
    return ImGui::BeginPopup(popup.c_str());
}

void end_choice() { ImGui::EndPopup(); }

void list_heading(WidgetContext& context, std::string_view label) {
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::Dummy({width, ImGui::GetFrameHeight()});
    const TextStyle style(context, TextSize::small, context.theme.text_muted, true);
    const ImVec2 low = ImGui::GetItemRectMin();
    ImGui::GetWindowDrawList()->AddText(
        {low.x + em(kFieldPaddingX), low.y + ImGui::GetItemRectSize().y - ImGui::GetFontSize() - em(0.15f)},
        to_u32(context.theme.text_muted), begin_of(label), end_of(label));
}

void close_choice() { ImGui::CloseCurrentPopup(); }

}  // namespace stowage::ui
