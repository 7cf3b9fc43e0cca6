// SPDX-License-Identifier: MIT
//
// What every panel gets, and what it gives back: panels read the session and append intents and commands;
// they change nothing themselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../widgets/widget_context.hpp"
#include "stowage/session/session.hpp"

namespace stowage::ui {

/// What a panel wants of the application rather than of the plan.
enum class Command : int {
    copy_link,
    open_file,
    save_plan,
    save_report,
    open_path,     ///< after the path dialog
    save_to_path,  ///< after the path dialog
    toggle_theme,
    show_help,
    dismiss_notice,
};

/// A message above the plan, until it is dismissed.
struct Notice {
    Severity severity = Severity::info;
    std::string text;
};

/// What is said when a plan is saved whose text had comments.
inline constexpr std::string_view kNoComments =
    "Comments (# ...) of the text that was opened are not saved; notes of the plan are.";

/// The file dialog of platforms without one of their own.
struct PathDialog {
    enum class Kind { none, open, save };
    Kind kind = Kind::none;
    std::string path;      ///< as typed
    std::string text;      ///< what is saved
    bool is_plan = false;  ///< the text is the plan, not a report about it
    std::string occupied;  ///< a path where another file stands; saving there takes a second press
};

/// State of the interface that is no part of the plan.
struct UiState {
    EditState edit;
    Notice notice;
    std::string machine_filter;  ///< typed into the list of machine types
    PathDialog path_dialog;
    std::string plan_path;  ///< of the file that was opened or saved last; empty: none
    bool help_open = false;
    bool dark = false;
};

struct PanelContext : WidgetContext {
    const Session& session;
    UiState& state;
    std::vector<Intent>& intents;
    std::vector<Command>& commands;

    void want(Intent intent) { intents.push_back(std::move(intent)); }
    void want(Command command) { commands.push_back(command); }
};

/// The environment that is shown, with its estimate.
struct Shown {
    const Environment& environment;
    const EnvironmentEstimate& estimate;
    std::size_t index;
};

/// Each draws one part of the window at the cursor, over the width that is left.
void draw_top_bar(PanelContext& context);
void draw_notice(PanelContext& context);
void draw_environment_tabs(PanelContext& context);
void draw_environment_header(PanelContext& context, const Shown& shown);
void draw_servers(PanelContext& context, const Shown& shown);
void draw_services(PanelContext& context, const Shown& shown);
void draw_managed(PanelContext& context, const Shown& shown);
void draw_answer(PanelContext& context, const Shown& shown);
/// The cost and the worst in one line, where there is no room for the column.
void draw_answer_line(PanelContext& context, const Shown& shown);
void draw_help(PanelContext& context);
void draw_path_dialog(PanelContext& context);

}  // namespace stowage::ui
