// SPDX-License-Identifier: MIT
#include "text_field.hpp"

#include <misc/cpp/imgui_stdlib.h>

#include <algorithm>

#include "../src/imgui_internals.hpp"

namespace stowage::ui {
namespace {

/// Left padding that puts the text at the right end. ImGui has no such option, but the padding may change
/// with every frame, also while the text is edited.
float padding_for(const TextField& field, std::string_view shown, float width) {
    if (!field.align_right) return em(kFieldPadding);
    return std::max(em(kFieldPadding), width - width_of(shown) - em(kFieldPadding) - 1.0f);
}

/// Colours and border of the frame, until it is destroyed.
class FieldStyle {
  public:
    FieldStyle(const WidgetContext& context, const TextField& field, bool active, bool lit, float padding) {
        const bool refused = field.refused_text != nullptr;
        const bool bare = field.frameless && !context.theme.outlined && !active && !lit && !refused;
        const Colour border = refused  ? context.theme.error
                              : active ? context.theme.accent
                                       : context.theme.border;
        ImGui::PushStyleColor(ImGuiCol_FrameBg, to_vec4(active ? context.theme.surface : context.theme.field,
                                                        bare ? 0.0f : 1.0f));
        ImGui::PushStyleColor(ImGuiCol_Border, to_vec4(border, bare ? 0.0f : 1.0f));
        ImGui::PushStyleColor(ImGuiCol_TextDisabled, to_vec4(context.theme.text_muted));
        ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1.0f);
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(padding, ImGui::GetStyle().FramePadding.y));
    }
    ~FieldStyle() {
        ImGui::PopStyleVar(2);
        ImGui::PopStyleColor(3);
    }
    FieldStyle(const FieldStyle&) = delete;
    FieldStyle& operator=(const FieldStyle&) = delete;
};

void draw_unit(const WidgetContext& context, const TextField& field, std::string_view shown) {
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    const float x = low.x + em(kFieldPadding) + width_of(shown) + em(0.3f);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(low, high, true);
    list.AddText({x, low.y + (high.y - low.y - ImGui::GetFontSize()) / 2}, to_u32(context.theme.text_muted),
                 begin_of(field.unit), end_of(field.unit));
    list.PopClipRect();
}

}  // namespace

TextFieldResult text_field(WidgetContext& context, std::string_view path, const TextField& field) {
    EditState& edit = context.edit;
    const bool active = edit.path == path;
    std::string given(field.refused_text != nullptr ? *field.refused_text : std::string(field.text));
    std::string& text = active ? edit.text : given;
    const float width = field.width > 0 ? field.width : ImGui::GetContentRegionAvail().x;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool lit = ImGui::IsWindowHovered() &&
                     ImGui::IsMouseHoveringRect(at, {at.x + width, at.y + ImGui::GetFrameHeight()});

    TextFieldResult result;
    {
        const FieldStyle frame(context, field, active, lit,
                               padding_for(field, text.empty() ? field.hint : text, width));
        const TextStyle style(context, field.size, context.theme.text, field.strong);
        const IdScope id(path);
        take_focus_request(context, path);
        ImGui::SetNextItemWidth(width);
        const std::string hint(field.hint);
        ImGui::InputTextWithHint("##text", hint.c_str(), &text, ImGuiInputTextFlags_AutoSelectAll);
    }
    if (ImGui::IsItemActivated()) {
        std::string started = text;  // `text` may be edit.text
        edit = EditState{};
        edit.path = path;
        edit.began = started;
        edit.text = std::move(started);
    }
    if (active && ImGui::IsKeyPressed(ImGuiKey_Tab, false)) edit.tabbed = !ImGui::GetIO().KeyShift;
    if (ImGui::IsItemDeactivated() && active) {
        // Also the text that the plan has, where it replaces one that was refused.
        if (edit.text != given) result.committed = edit.text;
        if (field.refused_text != nullptr && edit.text == given)
            result.cancelled = ImGui::IsKeyPressed(ImGuiKey_Escape);
        result.entered = ImGui::IsKeyPressed(ImGuiKey_Enter) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter);
        result.tabbed = edit.tabbed;
        forget_typing_of_last_item();
        edit.path.clear();
    }
    record_last_item(context, path, Role::textbox, field.label, active ? edit.text : given);
    if (!active && !field.unit.empty() && !text.empty()) draw_unit(context, field, given);
    if (!active) {
        std::string help(field.refusal);
        if (!help.empty() && !field.help.empty()) help += "\n\n";
        tooltip(context, help + std::string(field.help));
    }
    return result;
}

}  // namespace stowage::ui
