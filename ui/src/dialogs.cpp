// SPDX-License-Identifier: MIT
//
// What stands above the plan: messages, help, and the path dialog of platforms without one of their own.
#include <algorithm>
#include <cfloat>

#include "../widgets/button.hpp"
#include "../widgets/icon.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "dialog_window.hpp"
#include "help_topics.hpp"
#include "panel_context.hpp"
#include "stowage/version.hpp"

namespace stowage::ui {
namespace {

void remark(PanelContext& context, std::string_view path, std::string_view words) {
    gap(0.4f);
    text(context, path, {.text = words, .size = TextSize::small, .muted = true, .wrap = true}, Role::status);
}

void draw_path_field(PanelContext& context, PathDialog& dialog, bool& entered) {
    gap(0.4f);
    const TextFieldResult typed =
        text_field(context, "path/field", {.text = dialog.path, .label = "Path", .hint = "path of the file"});
    if (typed.committed) dialog.path = *typed.committed;
    entered = typed.entered;
}

void draw_path(PanelContext& context, PathDialog& dialog) {
    const bool opening = dialog.kind == PathDialog::Kind::open;
    const std::string_view title = opening ? "Open a plan" : "Save as";
    text(context, "path", {.text = title, .size = TextSize::heading, .strong = true}, Role::heading);
    bool entered = false;
    if (dialog.kind != PathDialog::Kind::confirm) draw_path_field(context, dialog, entered);
    const bool occupied = !opening && !dialog.path.empty() && dialog.path == dialog.occupied;
    if (occupied) remark(context, "path/occupied", "There is a file of that name already.");
    if (!opening && dialog.is_plan && context.session.dropped_comments()) {
        remark(context, "path/comments",
               "Comments (# ...) of the text that was opened are not saved; notes of the plan are.");
    }
    gap(0.6f);
    const std::string_view verb = opening ? "Open" : occupied ? "Replace" : "Save";
    const bool pressed = button(context, "path/confirm", {.label = verb, .style = ButtonStyle::primary});
    ImGui::SameLine();
    const bool cancelled =
        button(context, "path/cancel", {.label = "Cancel", .style = ButtonStyle::framed}) ||
        ImGui::IsKeyPressed(ImGuiKey_Escape);
    // Enter does what the first button does, in a field or where there is none.
    const bool enter =
        dialog.kind == PathDialog::Kind::confirm ? ImGui::IsKeyPressed(ImGuiKey_Enter, false) : entered;
    const bool confirmed = pressed || (enter && !cancelled);
    if (confirmed && !dialog.path.empty()) context.want(opening ? Command::open_path : Command::save_to_path);
    // Saving may find a file there and ask once more.
    if (cancelled || (confirmed && opening)) dialog.kind = PathDialog::Kind::none;
}

/// Scrolls where the window is low, so that the buttons below it stay in view.
void draw_help_text(PanelContext& context) {
    constexpr float kBeside = 9.0f;  // em: the dialog's margins, its heading and its buttons
    const float most = ImGui::GetMainViewport()->Size.y - em(kBeside);
    ImGui::SetNextWindowSizeConstraints({0, 0}, {FLT_MAX, std::max(most, em(4))});
    if (ImGui::BeginChild("##text", {0, 0}, ImGuiChildFlags_AutoResizeY)) {
        for (const HelpEntry& entry : help_entries()) {
            gap(0.4f);
            text(context, "", {.text = entry.what, .strong = true}, Role::heading);
            text(context, "", {.text = entry.how, .muted = true, .wrap = true});
        }
    }
    ImGui::EndChild();
}

}  // namespace

void draw_notice(PanelContext& context) {
    if (context.state.notice.text.empty()) return;
    const Severity severity = context.state.notice.severity;
    ImGui::PushStyleColor(ImGuiCol_ChildBg, to_vec4(context.theme.surface));
    ImGui::PushStyleColor(ImGuiCol_Border, to_vec4(context.theme.severity(severity)));
    if (ImGui::BeginChild("##notice", {0, 0}, ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_Borders)) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        draw_icon(*ImGui::GetWindowDrawList(), icon_of(severity), {at.x + em(0.7f), at.y + em(0.8f)},
                  em(1.2f), to_u32(context.theme.severity(severity)));
        const Button close{.label = "Dismiss", .icon = Icon::close, .icon_only = true};
        const float width = ImGui::GetContentRegionAvail().x;
        const float left = ImGui::GetCursorPosX();
        ImGui::SetCursorPos({left + em(1.8f), ImGui::GetCursorPosY() + em(0.2f)});
        ImGui::PushTextWrapPos(left + width - button_width(context, close) - em(0.5f));
        plain_text(context.state.notice.text);
        ImGui::PopTextWrapPos();
        record_last_item(context, "notice", Role::status, context.state.notice.text, name_of(severity));
        ImGui::SameLine(left + width - button_width(context, close));
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() - em(0.2f));
        if (button(context, "notice/dismiss", close)) context.want(Command::dismiss_notice);
    }
    ImGui::EndChild();
    ImGui::PopStyleColor(2);
}

void draw_help(PanelContext& context) {
    constexpr const char* kName = "##help";
    if (context.state.help_open && !ImGui::IsPopupOpen(kName)) ImGui::OpenPopup(kName);
    const DialogWindow window(kName, 40);
    if (window) {
        text(context, "help",
             {.text = "Stowage " + std::string(version()), .size = TextSize::heading, .strong = true},
             Role::heading);
        draw_help_text(context);
        gap(0.8f);
        const bool pressed = button(context, "help/close", {.label = "Close", .style = ButtonStyle::primary});
        ImGui::SameLine(0, em(0.4f));
        if (button(context, "help/tour", {.label = "Show me around", .style = ButtonStyle::framed}))
            context.want(Command::start_tour);
        ImGui::SameLine(0, em(0.4f));
        const bool search = button(context, "help/search",
                                   {.label = "Search", .icon = Icon::search, .style = ButtonStyle::framed});
        if (search) context.want(Command::show_palette);
        const bool left =
            pressed || search || !context.state.help_open || ImGui::IsKeyPressed(ImGuiKey_Escape);
        if (left) {
            context.state.help_open = false;
            ImGui::CloseCurrentPopup();
        }
    }
}

void draw_path_dialog(PanelContext& context) {
    constexpr const char* kName = "##path";
    PathDialog& dialog = context.state.path_dialog;
    if (dialog.kind != PathDialog::Kind::none && !ImGui::IsPopupOpen(kName)) {
        ImGui::OpenPopup(kName);
        if (dialog.kind != PathDialog::Kind::confirm) context.edit.focus_path = "path/field";
    }
    const DialogWindow window(kName, 36);
    if (!window) return;
    if (dialog.kind != PathDialog::Kind::none) draw_path(context, dialog);
    if (dialog.kind == PathDialog::Kind::none) ImGui::CloseCurrentPopup();
}

}  // namespace stowage::ui
