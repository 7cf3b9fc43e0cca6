// SPDX-License-Identifier: MIT
#include "text.hpp"

namespace stowage::ui {

std::string fitted(std::string_view text, float width) {
    if (width_of(text) <= width) return std::string(text);
    constexpr std::string_view kEllipsis = "\u2026";
    const float room = width - width_of(kEllipsis);
    const char* end = begin_of(text);
    ImGui::GetFont()->CalcTextSizeA(ImGui::GetFontSize(), room > 0 ? room : 0.0f, 0.0f, begin_of(text),
                                    end_of(text), &end);
    return std::string(begin_of(text), end) + std::string(kEllipsis);
}

std::string capitalised(std::string_view words) {
    std::string result(words);
    if (!result.empty() && result[0] >= 'a' && result[0] <= 'z') result[0] += 'A' - 'a';
    return result;
}

void text(WidgetContext& context, std::string_view path, const Text& text, Role role) {
    const TextStyle style(context, text.size, text.muted ? context.theme.text_muted : context.theme.text,
                          text.strong);
    const float width = ImGui::GetContentRegionAvail().x - text.inset;
    if (!text.align_right && text.inset > 0) ImGui::SetCursorPosX(ImGui::GetCursorPosX() + text.inset);
    if (text.wrap) {
        ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width);
        ImGui::TextUnformatted(begin_of(text.text), end_of(text.text));
        ImGui::PopTextWrapPos();
    } else {
        const std::string shown = fitted(text.text, width);
        if (text.align_right) {
            ImGui::SetCursorPosX(ImGui::GetCursorPosX() + width - width_of(shown));
        }
        ImGui::TextUnformatted(shown.c_str());
    }
    const bool recorded = !path.empty() || role == Role::heading || text.wrap;
    if (recorded && text.label.empty()) record_last_item(context, path, role, text.text);
    if (recorded && !text.label.empty()) record_last_item(context, path, role, text.label, text.text);
    tooltip(context, text.help);
}

void plain_text(std::string_view text) { ImGui::TextUnformatted(begin_of(text), end_of(text)); }

void field_label(WidgetContext& context, std::string_view label) {
    const TextStyle style(context, TextSize::small, context.theme.text_muted);
    ImGui::AlignTextToFramePadding();
    ImGui::TextUnformatted(begin_of(label), end_of(label));
}

void label_above(WidgetContext& context, std::string_view label) {
    const TextStyle style(context, TextSize::small, context.theme.text_muted);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    // Text would be moved down to the baseline of whatever stands before it in the line.
    ImGui::Dummy(ImGui::CalcTextSize(begin_of(label), end_of(label)));
    ImGui::GetWindowDrawList()->AddText(at, to_u32(context.theme.text_muted), begin_of(label), end_of(label));
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() - em(0.2f));  // closer to its field than other items
}

void gap(float count) { ImGui::Dummy({0, em(count) - ImGui::GetStyle().ItemSpacing.y}); }

Card::Card(const WidgetContext& context, const char* id, Colour border, std::string_view path, float height)
    : wanted_(is_at_or_below(context.edit.focus_path, path)) {
    constexpr float kPadding = 0.8f;  // em
    ImGui::PushStyleColor(ImGuiCol_ChildBg, to_vec4(context.theme.surface));
    ImGui::PushStyleColor(ImGuiCol_Border, to_vec4(border));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(em(kPadding), em(kPadding)));
    visible_ = ImGui::BeginChild(id, {0, height},
                                 ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_Borders |
                                     ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor(2);
}

Card::~Card() {
    ImGui::EndChild();
    if (wanted_ && !visible_) ImGui::SetScrollHereY(0.3f);
}

void divider(const WidgetContext& context) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::GetWindowDrawList()->AddLine({at.x, at.y}, {at.x + width, at.y}, to_u32(context.theme.border));
    ImGui::Dummy({width, 1.0f});
}

}  // namespace stowage::ui
