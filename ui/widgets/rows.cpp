// SPDX-License-Identifier: MIT
#include "rows.hpp"

#include "icon.hpp"
#include "text.hpp"

namespace stowage::ui {
namespace {

constexpr float kAmountGap = 0.6f;       // em, between words and amount
constexpr float kBadgeColumn = 0.95f;    // em
constexpr float kBadgeRadius = 0.22f;    // em
constexpr float kIconColumn = 1.7f;      // em
constexpr float kActionPadding = 0.65f;  // em
constexpr float kOverhang = 0.3f;        // em that a lit row reaches out of the column

void light_up(const WidgetContext& context) {
    if (!ImGui::IsItemHovered()) return;
    const ImVec2 low = ImGui::GetItemRectMin();
    ImGui::GetWindowDrawList()->AddRectFilled({low.x - em(kOverhang), low.y}, ImGui::GetItemRectMax(),
                                              to_u32(context.theme.surface_hover), em(0.35f));
}

/// Draws the row into the item that ImGui laid out last.
void draw_row(const WidgetContext& context, const AmountRow& row, TextSize size, float width) {
    const Colour ink = row.muted ? context.theme.text_muted : context.theme.text;
    const TextStyle style(context, size, ink, row.strong);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 low = ImGui::GetItemRectMin();
    const float height = ImGui::GetItemRectSize().y;
    const float y = low.y + (height - ImGui::GetFontSize()) / 2;
    float x = low.x;
    if (row.badge) {
        list.AddCircleFilled({x + em(kBadgeRadius), low.y + height / 2}, em(kBadgeRadius),
                             to_u32(context.theme.severity(*row.badge)));
        x += em(kBadgeColumn);
    }
    const float amount = width_of(row.amount);
    float end = low.x + width - amount - em(kAmountGap);
    if (!row.mark.empty()) {
        end -= width_of(row.mark);
        list.AddText({end, y}, to_u32(context.theme.warning), begin_of(row.mark), end_of(row.mark));
        end -= em(kAmountGap);
    }
    const std::string label = fitted(row.label, end - x);
    list.AddText({x, y}, to_u32(ink), label.c_str());
    list.AddText({low.x + width - amount, y}, to_u32(ink), begin_of(row.amount), end_of(row.amount));
}

}  // namespace

void amount_row(WidgetContext& context, std::string_view path, const AmountRow& row) {
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::Dummy({width, points_of(TextSize::small)});
    record_last_item(context, path, Role::text, row.label,
                     std::string(row.amount) + (row.mark.empty() ? "" : ", " + std::string(row.mark)));
    draw_row(context, row, TextSize::small, width);
    tooltip(context, row.help);
}

bool amount_link(WidgetContext& context, std::string_view path, const AmountRow& row) {
    const float width = ImGui::GetContentRegionAvail().x;
    bool pressed = false;
    {
        const IdScope id(path);
        pressed = ImGui::InvisibleButton("##row", {width, em(1.6f)}, ImGuiButtonFlags_EnableNav);
    }
    record_last_item(context, path, Role::link, row.label, row.amount);
    light_up(context);
    draw_row(context, row, TextSize::body, width);
    tooltip(context, row.help);
    return pressed;
}

bool message_link(WidgetContext& context, std::string_view path, Severity severity, std::string_view message,
                  std::string_view help) {
    const float width = ImGui::GetContentRegionAvail().x;
    const float wrap = width - em(kIconColumn + 0.3f);
    const float padding = em(0.35f);
    const ImVec2 size = ImGui::CalcTextSize(begin_of(message), end_of(message), false, wrap);
    bool pressed = false;
    take_focus_by_name(context, path);
    {
        const IdScope id(path);
        pressed =
            ImGui::InvisibleButton("##message", {width, size.y + 2 * padding}, ImGuiButtonFlags_EnableNav);
    }
    record_last_item(context, path, Role::link, message, name_of(severity));
    light_up(context);
    const ImVec2 low = ImGui::GetItemRectMin();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_icon(list, icon_of(severity), {low.x + em(0.6f), low.y + padding + ImGui::GetFontSize() / 2},
              em(1.2f), to_u32(context.theme.severity(severity)));
    list.AddText(ImGui::GetFont(), ImGui::GetFontSize(), {low.x + em(kIconColumn), low.y + padding},
                 to_u32(context.theme.text), begin_of(message), end_of(message), wrap);
    tooltip(context, help);
    return pressed;
}

bool message_action(WidgetContext& context, std::string_view path, std::string_view label,
                    std::string_view help) {
    const float indent = em(kIconColumn - 0.1f);
    const float wrap = ImGui::GetContentRegionAvail().x - indent - 2 * em(kActionPadding);
    const float padding = ImGui::GetStyle().FramePadding.y;
    const ImVec2 words = ImGui::CalcTextSize(begin_of(label), end_of(label), false, wrap);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + indent);
    bool pressed = false;
    {
        const IdScope id(path);
        pressed =
            ImGui::InvisibleButton("##action", {words.x + 2 * em(kActionPadding), words.y + 2 * padding},
                                   ImGuiButtonFlags_EnableNav);
    }
    record_last_item(context, path, Role::button, label);
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered() || ImGui::IsItemActive())
        list.AddRectFilled(low, high, to_u32(context.theme.surface_hover), em(kRounding));
    list.AddRect(low, high, to_u32(context.theme.border), em(kRounding));
    list.AddText(ImGui::GetFont(), ImGui::GetFontSize(), {low.x + em(kActionPadding), low.y + padding},
                 to_u32(context.theme.text), begin_of(label), end_of(label), wrap);
    tooltip(context, help);
    return pressed;
}

bool sentence_link(WidgetContext& context, std::string_view path, const Text& text) {
    const Colour ink = text.muted ? context.theme.text_muted : context.theme.text;
    const TextStyle style(context, text.size, ink, text.strong);
    const float wrap = ImGui::GetContentRegionAvail().x;
    const ImVec2 size = ImGui::CalcTextSize(begin_of(text.text), end_of(text.text), false, wrap);
    take_focus_by_name(context, path);
    bool pressed = false;
    {
        const IdScope id(path);
        pressed = ImGui::InvisibleButton("##sentence", size, ImGuiButtonFlags_EnableNav);
    }
    record_last_item(context, path, Role::link, text.text);
    light_up(context);
    const ImVec2 low = ImGui::GetItemRectMin();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddText(ImGui::GetFont(), ImGui::GetFontSize(), low, to_u32(ink), begin_of(text.text),
                 end_of(text.text), wrap);
    // It looks like a sentence: the line below says that it can be pressed.
    const float y = low.y + size.y;
    list.AddLine({low.x, y}, {low.x + size.x, y}, to_u32(context.theme.border));
    tooltip(context, text.help);
    return pressed;
}

}  // namespace stowage::ui
