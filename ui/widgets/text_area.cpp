// SPDX-License-Identifier: MIT
#include "text_area.hpp"

#include <misc/cpp/imgui_stdlib.h>

#include "text_field.hpp"

namespace stowage::ui {
namespace {

/// Dear ImGui takes tabs of the clipboard only in a field that takes the Tab key too, which would keep the
/// keyboard from leaving it: the field is one in the frame of pasting alone.
ImGuiInputTextFlags flags_of_frame() {
    const bool pastes = (ImGui::GetIO().KeyCtrl && ImGui::IsKeyPressed(ImGuiKey_V)) ||
                        (ImGui::GetIO().KeyShift && ImGui::IsKeyPressed(ImGuiKey_Insert));
    return pastes ? ImGuiInputTextFlags_AllowTabInput : ImGuiInputTextFlags_None;
}

class AreaStyle {
  public:
    AreaStyle(const WidgetContext& context, bool active, bool refused) {
        const Colour border = refused  ? context.theme.error
                              : active ? context.theme.accent
                                       : context.theme.border;
        ImGui::PushStyleColor(ImGuiCol_FrameBg,
                              to_vec4(active ? context.theme.surface : context.theme.field));
        ImGui::PushStyleColor(ImGuiCol_Border, to_vec4(border));
        ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1.0f);
        ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(em(kFieldPadding), em(0.4f)));
    }
    ~AreaStyle() {
        ImGui::PopStyleVar(2);
        ImGui::PopStyleColor(2);
    }
    AreaStyle(const AreaStyle&) = delete;
    AreaStyle& operator=(const AreaStyle&) = delete;
};

}  // namespace

std::optional<std::string> text_area(WidgetContext& context, std::string_view path, const TextArea& area) {
    EditState& edit = context.edit;
    const bool active = edit.path == path;
    std::string given(area.text);
    std::string& text = active ? edit.text : given;
    std::optional<std::string> committed;
    {
        const AreaStyle frame(context, active, area.refused);
        const TextStyle style(context, TextSize::body, context.theme.text);
        const IdScope id(path);
        take_focus_request(context, path);
        ImGui::InputTextMultiline(
            "##area", &text,
            {ImGui::GetContentRegionAvail().x, area.lines * ImGui::GetTextLineHeight() + em(0.8f)},
            flags_of_frame());
    }
    if (ImGui::IsItemActivated()) {
        std::string started = text;  // `text` may be edit.text
        edit = EditState{};
        edit.path = path;
        edit.text = std::move(started);
    }
    if (ImGui::IsItemDeactivated() && active) {
        if (edit.text != given) committed = edit.text;
        edit.path.clear();
    }
    const std::string& shown = active ? edit.text : given;
    record_last_item(context, path, Role::textbox, area.label, shown);
    if (shown.empty() && !area.hint.empty()) {
        const ImVec2 low = ImGui::GetItemRectMin();
        ImGui::GetWindowDrawList()->AddText({low.x + em(kFieldPadding), low.y + em(0.4f)},
                                            to_u32(context.theme.text_muted), begin_of(area.hint),
                                            end_of(area.hint));
    }
    return committed;
}

}  // namespace stowage::ui
