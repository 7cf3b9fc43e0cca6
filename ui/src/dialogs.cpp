// SPDX-License-Identifier: MIT
//
// What stands above the plan: messages, help, and the path dialog of platforms without one of their own.
#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/icon.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "dialog_window.hpp"
#include "panel_context.hpp"
#include "stowage/version.hpp"

namespace stowage::ui {
namespace {

struct HelpEntry {
    std::string_view what;
    std::string_view how;
};

constexpr HelpEntry kHelp[] = {
    {"What it does",
     "Describe servers and services; see at once what fits, what is left and what it costs a month."},
    {"Edit",
     "Press a figure and type. Enter or Tab keeps it, Escape brings the old one back. Everything can be "
     "undone."},
    {"CPU", "Cores: 2, 0.5 or 500m. shared reserves none."},
    {"Memory", "With a unit: 512 MiB, 1.5 GiB (powers of 2) or 500 MB, 16 GB (powers of 10)."},
    {"Bars",
     "Services from the left, hatched: kept for the system, empty: free, dashed line: headroom policy, red "
     "beyond "
     "the end: over-committed."},
    {"Move a service",
     "Drag its part of a bar to another server; each tells whether it fits. Or press it to choose from a "
     "list. "
     "Escape lets go."},
    {"Rows of services",
     "Press the handle at the left end to select a row, with Ctrl or Shift several: they are removed, "
     "duplicated, "
     "copied, filled down and moved together. Drag a handle to another place."},
    {"Settings of a service",
     "The sliders at the end of its row open them: placement, needs, workers and connections, with what is "
     "derived and how."},
    {"Findings",
     "Press one to jump to its field, or a button below it to mend it in one step; rest the pointer on it "
     "for the "
     "rule and its source."},
    {"Prices",
     "List prices of a dated snapshot, on demand, before tax and discounts. Rest the pointer on an amount "
     "for "
     "formula, date and source."},
    {"Link",
     "Holds the whole plan after the #. Nothing is sent to a server; whoever has the link has the plan."},
    {"Keys",
     "Ctrl+K lists every action and place, to be found by typing. Ctrl+Z undo, Ctrl+Shift+Z redo, "
     "Ctrl+S save, Ctrl+O open, Ctrl+C the services as a table, F1 help, Tab and arrows to move. Rows: "
     "Shift+Up and Shift+Down "
     "select, Alt+Up and Alt+Down move, Ctrl+Down fills down, Delete removes, Ctrl+A all, Escape none."},
};

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
        for (const HelpEntry& entry : kHelp) {
            gap(0.4f);
            text(context, "", {.text = entry.what, .strong = true}, Role::heading);
            text(context, "", {.text = entry.how, .muted = true, .wrap = true});
        }
        gap(0.8f);
        const bool pressed = button(context, "help/close", {.label = "Close", .style = ButtonStyle::primary});
        ImGui::SameLine(0, em(0.4f));
        if (button(context, "help/tour", {.label = "Show me around", .style = ButtonStyle::framed}))
            context.want(Command::start_tour);
        const bool left = pressed || !context.state.help_open || ImGui::IsKeyPressed(ImGuiKey_Escape);
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
