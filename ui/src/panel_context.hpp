// SPDX-License-Identifier: MIT
//
// What every panel gets, and what it gives back: panels read the session and append intents and commands;
// they change nothing themselves.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../widgets/widget_context.hpp"
#include "stowage/session/session.hpp"
#include "ui_state.hpp"

namespace stowage::ui {

/// What a panel wants of the application rather than of the plan.
enum class Command : int {
    copy_link,
    copy_rows,   ///< the selected services, or all on screen, for a spreadsheet
    select_all,  ///< services on screen
    fill_down,   ///< the first selected service gives a value to the others
    paste,       ///< what is on the clipboard: services, a plan or a link
    open_file,
    save_plan,
    save_report,
    open_path,     ///< after the path dialog
    save_to_path,  ///< after the path dialog
    open_recent,   ///< UiState::recent_choice
    light_theme,
    dark_theme,
    toggle_contrast,
    larger,  ///< everything on screen
    smaller,
    usual_size,
    system_appearance,  ///< light or dark and contrast as the system wants them
    show_help,
    show_compare,       ///< asks for a plan to hold this one against
    compare_with,       ///< UiState::compare.wanted
    show_side_by_side,  ///< the baseline and this plan, or what asks for one
    copy_both,          ///< a link to both of them
    show_plans,         ///< those that are kept here
    keep_plan,          ///< the same, with the name to keep this one under
    kept_plan,          ///< UiState::kept.request
    show_palette,       ///< every action and place
    show_history,       ///< the states that can be returned to
    start_tour,
    end_tour,  ///< and the introduction, for good
    dismiss_notice,
};

struct PanelContext : WidgetContext {
    const Session& session;
    UiState& state;
    std::vector<Intent>& intents;
    std::vector<Command>& commands;
    const Theme& figures_theme;  ///< of what the estimate tells: muted while that is stale

    /// To draw figures of the estimate with.
    [[nodiscard]] PanelContext figures() {
        return {{items, figures_theme, fonts, edit}, session, state, intents, commands, figures_theme};
    }
    void want(Intent intent) { intents.push_back(std::move(intent)); }
    void want(Command command) { commands.push_back(command); }
};

/// Grows with every change of the plan and with every estimate: what is worked out from both is of one of
/// these. The estimate of a large plan comes later than the plan, in its arrangement.
[[nodiscard]] inline std::uint64_t figures_revision(const Session& session) {
    return session.revision() + session.estimated_revision();
}

/// The environment that is shown, with its estimate.
struct Shown {
    const Environment& environment;
    const EnvironmentEstimate& estimate;
    std::size_t index;
};

/// The element with the field that has the focus, or is to get it.
[[nodiscard]] inline std::optional<ElementRef> element_with_focus(const PanelContext& context) {
    return element_at(context.edit.focus_path.empty() ? context.edit.path : context.edit.focus_path);
}

/// Where in the list the element of that name is.
template <class T>
[[nodiscard]] std::optional<std::size_t> index_of(const std::vector<T>& list, std::string_view name) {
    const T* element = find_named(list, name);
    if (element == nullptr) return std::nullopt;
    return static_cast<std::size_t>(element - list.data());
}

/// Each draws one part of the window at the cursor, over the width that is left.
void draw_top_bar(PanelContext& context);
void draw_notice(PanelContext& context);
void draw_environment_tabs(PanelContext& context);
void draw_environment_header(PanelContext& context, const Shown& shown);
void draw_servers(PanelContext& context, const Shown& shown);
/// Nothing when every service has a server.
void draw_unplaced(PanelContext& context, const Shown& shown);
void draw_services(PanelContext& context, const Shown& shown);
/// Nothing where no service has a load or workers.
void draw_load(PanelContext& context, const Shown& shown);
void draw_managed(PanelContext& context, const Shown& shown);
void draw_network(PanelContext& context, const Shown& shown);
/// The price list of the plan, which all environments share.
void draw_own_prices(PanelContext& context, const Shown& shown);
void draw_answer(PanelContext& context, const Shown& shown);
/// The cost and the worst in one line, where there is no room for the column.
void draw_answer_line(PanelContext& context, const Shown& shown);
/// To ask the focus for what the first line of the findings is.
inline constexpr const char* kFirstFinding = "findings/first";
/// What is wrong and what mends it, by severity.
void draw_findings(PanelContext& context, const Shown& shown);
/// Response times and how far the load can grow; nothing where no load is stated.
void draw_load_answer(PanelContext& context, const Shown& shown);
/// The service of this environment whose panel is open.
[[nodiscard]] std::optional<std::uint32_t> panel_service(const PanelContext& context, const Shown& shown);
/// `button`: the path of what was pressed.
void open_service_panel(PanelContext& context, const ElementRef& service, const std::string& button);
void close_service_panel(PanelContext& context);
void draw_service_panel(PanelContext& context, const Shown& shown, std::uint32_t service);
void draw_help(PanelContext& context);
void draw_path_dialog(PanelContext& context);
void draw_kept_plans(PanelContext& context);
void draw_compare_dialog(PanelContext& context);
void draw_palette(PanelContext& context);

}  // namespace stowage::ui
