// SPDX-License-Identifier: MIT
//
// What the panels want of the application: clipboard, files, theme, help.
#include <algorithm>

#include "app_state.hpp"
#include "recent_files.hpp"
#include "stowage/session/service_rows.hpp"
#include "tour.hpp"

namespace stowage::ui {

std::string file_name(std::string_view title, std::string_view extension) {
    std::string name;
    for (const char c : title) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (kept) name += c;
        if (!kept && !name.empty() && name.back() != '-') name += '-';
    }
    while (!name.empty() && name.back() == '-') name.pop_back();
    return (name.empty() ? "plan" : name) + std::string(extension);
}

void App::offer(const std::string& name, std::string text, bool is_plan) {
    State& state = *state_;
    const Session& session = state.session;
    const bool has_place = is_plan && !session.path().empty();
    const std::string& place = has_place ? session.path() : name;
    if (state.platform.file_access() == FileAccess::paths) {
        state.ui.path_dialog = {PathDialog::Kind::save, place, std::move(text), is_plan, {}};
        return;
    }
    const bool told = state.ui.told_of_comments == session.document();
    if (is_plan && session.dropped_comments() && !told) {
        state.ui.path_dialog = {PathDialog::Kind::confirm, place, std::move(text), is_plan, {}};
        return;
    }
    hand_out(place, std::move(text), is_plan);
}

void App::hand_out(const std::string& name, std::string text, bool is_plan) {
    state_->offered = {std::move(text), is_plan, state_->session.document()};
    state_->platform.offer_file(name, state_->offered.text);
}

void App::save_to(const std::string& path) {
    const OfferedFile& offered = state_->offered;
    // While the dialog was open, another plan may have come into the window: it has a place of its own.
    write(path, offered.text, offered.is_plan && offered.document == state_->session.document());
}

void App::write(const std::string& path, std::string_view text, bool is_plan) {
    const auto written = state_->platform.write_file(path, text);
    if (!written) return notify(Severity::error, to_text(written.error()));
    if (is_plan) {
        static_cast<void>(state_->session.apply(SavedTo{path}));
        remember_file(path);
    }
    notify(Severity::info, "Saved to " + path + ".");
}

bool App::open_path(const std::string& path) {
    const auto text = state_->platform.read_file(path);
    if (!text) {
        notify(Severity::error, to_text(text.error()));
        return false;
    }
    if (!open(OpenText{*text, path, path})) return false;
    remember_file(path);
    return true;
}

void App::remember_file(const std::string& path) {
    State& state = *state_;
    // Another window may have remembered one since.
    const auto before = read_recent_files(state.platform.load(kRecentKey).value_or(""));
    state.ui.recent_files = with_recent_file(before, state.platform.full_path(path));
    state.platform.store(kRecentKey, recent_files_text(state.ui.recent_files));
}

void App::open_recent(const std::string& path) {
    State& state = *state_;
    const auto text = state.platform.read_file(path);
    if (text) {
        open_path(path);
        return;
    }
    notify(Severity::error, to_text(text.error()) + ". It is no longer among the recent files.");
    const auto before = read_recent_files(state.platform.load(kRecentKey).value_or(""));
    state.ui.recent_files = without_recent_file(before, path);
    state.platform.store(kRecentKey, recent_files_text(state.ui.recent_files));
}

void App::save_from_dialog() {
    State& state = *state_;
    PathDialog& dialog = state.ui.path_dialog;
    if (dialog.kind == PathDialog::Kind::confirm) {
        dialog.kind = PathDialog::Kind::none;
        state.ui.told_of_comments = state.session.document();
        hand_out(dialog.path, std::move(dialog.text), dialog.is_plan);
        return;
    }
    const bool is_own = dialog.is_plan && dialog.path == state.session.path();
    if (!is_own && dialog.path != dialog.occupied && state.platform.read_file(dialog.path)) {
        dialog.occupied = dialog.path;
        return;
    }
    dialog.kind = PathDialog::Kind::none;
    write(dialog.path, dialog.text, dialog.is_plan);
}

void App::copy_rows() {
    const Session& session = state_->session;
    const auto selected = session.selected();
    if (!selected) return;
    const Environment& environment = session.plan().environments[*selected];
    ServiceSelection& selection = state_->ui.selection;
    keep_up(selection, session);
    const auto only = selected_services(selection, environment).names;
    state_->platform.copy_text(service_rows(session.plan(), environment.name, only));
    const std::string what = only.empty() ? "The services" : "The selected " + count_text(selection);
    notify(Severity::info, what + " of " + label_of(environment) + (only.size() == 1 ? " is" : " are") +
                               " on the clipboard as a table. Paste it into a spreadsheet; what you copy "
                               "there can be pasted here.");
}

bool App::paste_rows(const std::string& text) {
    Session& session = state_->session;
    const std::string name = session.plan().environments[*session.selected()].name;
    const auto done = session.apply(PasteRows{name, text});
    if (!done) {
        notify(Severity::error, "The table was not taken. " + first_error(done.error()));
    } else if (*done) {
        const Environment& environment = session.plan().environments[*session.selected()];
        notify(Severity::info,
               "Done: " + std::string(session.undo_label()) + " into " + label_of(environment) + ".");
    } else {
        notify(Severity::info, "The table has nothing that the plan does not have already.");
    }
    return done.has_value();
}

void App::fill_down() {
    State& state = *state_;
    ServiceSelection& selection = state.ui.selection;
    keep_up(selection, state.session);
    if (!selection.several())
        return notify(Severity::info,
                      "Select several services first: filling down gives a value of the first "
                      "to the others.");
    if (selection.column.empty())
        return notify(Severity::info, "Press a cell of the column that is to be filled down first.");
    if (selection.column == kNameColumn)
        return notify(Severity::info, "Names are not filled down: each service has one of its own.");
    const Environment& environment = state.session.plan().environments[*state.session.selected()];
    const auto done =
        state.session.apply(FillDown{selected_services(selection, environment), selection.column});
    if (!done) return notify(Severity::error, "Nothing was filled down. " + first_error(done.error()));
    if (*done) return notify(Severity::info, "Done: " + std::string(state.session.undo_label()) + ".");
    notify(Severity::info,
           "All of them have this " + std::string(column_title(selection.column)) + " already.");
}

void App::run(Command command) {
    State& state = *state_;
    const Plan& plan = state.session.plan();
    switch (command) {
        case Command::copy_link:
            state.platform.copy_text(link());
            notify(
                Severity::info,
                "The link is on the clipboard. It holds the whole plan; whoever has it can read the plan.");
            break;
        case Command::copy_rows: copy_rows(); break;
        case Command::select_all:
            keep_up(state.ui.selection, state.session);
            if (const auto shown = state.session.selected())
                ui::select_all(state.ui.selection, plan.environments[*shown]);
            break;
        case Command::fill_down: fill_down(); break;
        case Command::paste:
            if (const char* text = ImGui::GetClipboardText(); text != nullptr && *text != '\0')
                open_text(text, "pasted text");
            break;
        case Command::open_file:
            if (state.platform.file_access() == FileAccess::dialogs) {
                state.platform.choose_file();
            } else {
                state.ui.path_dialog = {PathDialog::Kind::open, state.session.path(), {}, false, {}};
            }
            break;
        case Command::save_plan:
            offer(file_name(plan.name, ".yaml"), state.session.text_to_save(), true);
            break;
        case Command::save_report: offer(file_name(plan.name, ".md"), report(), false); break;
        case Command::open_path: open_path(state.ui.path_dialog.path); break;
        case Command::save_to_path: save_from_dialog(); break;
        case Command::open_recent: open_recent(state.ui.recent_choice); break;
        case Command::light_theme:
        case Command::dark_theme:
        case Command::system_appearance:
        case Command::toggle_contrast: choose_appearance(command); break;
        case Command::larger:
        case Command::smaller:
        case Command::usual_size: change_scale(command); break;
        case Command::show_help: state.ui.help_open = true; break;
        case Command::show_plans: show_kept_plans(false); break;
        case Command::keep_plan: show_kept_plans(true); break;
        case Command::kept_plan: run_kept_request(); break;
        case Command::show_compare: show_compare_dialog(); break;
        case Command::compare_with: compare_with_wanted(); break;
        case Command::show_side_by_side: show_side_by_side(); break;
        case Command::copy_both: copy_link_to_both(); break;
        case Command::start_tour:
            state.ui.help_open = false;
            state.ui.comparison.open = state.ui.load_view.open = state.ui.side_by_side.open = false;
            state.ui.tour.step = 0;
            break;
        case Command::end_tour:
            state.ui.tour = {};
            state.platform.store(kTourKey, "done");
            break;
        case Command::show_palette: state.ui.palette.list = Palette::List::actions; break;
        case Command::show_history: state.ui.palette.list = Palette::List::history; break;
        case Command::dismiss_notice: state.ui.notice = {}; break;
    }
}

}  // namespace stowage::ui
