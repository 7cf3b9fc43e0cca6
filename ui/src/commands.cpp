// SPDX-License-Identifier: MIT
//
// What the panels want of the application: clipboard, files, theme, help.
#include <algorithm>

#include "app_state.hpp"
#include "stowage/text/estimate_text.hpp"

namespace stowage::ui {
namespace {

constexpr std::string_view kThemeKey = "theme";

/// The plan's name as a file name: letters, digits and hyphens of it.
std::string file_name(const Plan& plan, std::string_view extension) {
    std::string name;
    for (const char c : plan.name) {
        const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (kept) name += c;
        if (!kept && !name.empty() && name.back() != '-') name += '-';
    }
    while (!name.empty() && name.back() == '-') name.pop_back();
    return (name.empty() ? "plan" : name) + std::string(extension);
}

bool chord(ImGuiKeyChord keys) { return ImGui::Shortcut(keys, ImGuiInputFlags_RouteGlobal); }

}  // namespace

void take_shortcuts(std::vector<Intent>& intents, std::vector<Command>& commands) {
    if (chord(ImGuiMod_Ctrl | ImGuiKey_Z)) intents.emplace_back(Undo{});
    if (chord(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z) || chord(ImGuiMod_Ctrl | ImGuiKey_Y))
        intents.emplace_back(Redo{});
    if (chord(ImGuiMod_Ctrl | ImGuiKey_S)) commands.push_back(Command::save_plan);
    if (chord(ImGuiMod_Ctrl | ImGuiKey_O)) commands.push_back(Command::open_file);
    if (chord(ImGuiKey_F1)) commands.push_back(Command::show_help);
}

void App::offer(const std::string& name, std::string text) {
    State& state = *state_;
    if (state.platform.file_access() == FileAccess::dialogs) {
        state.platform.offer_file(name, text);
        return;
    }
    state.ui.path = name;
    state.ui.text_to_save = std::move(text);
    state.ui.path_dialog = UiState::PathDialog::save;
}

void App::open_typed_path() {
    State& state = *state_;
    const auto text = state.platform.read_file(state.ui.path);
    if (text) {
        open_text(*text, state.ui.path);
    } else {
        notify(Severity::error, to_text(text.error()));
    }
}

void App::save_to_typed_path() {
    State& state = *state_;
    const auto written = state.platform.write_file(state.ui.path, state.ui.text_to_save);
    if (written) {
        notify(Severity::info, "Saved to " + state.ui.path + ".");
    } else {
        notify(Severity::error, to_text(written.error()));
    }
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
        case Command::open_file:
            if (state.platform.file_access() == FileAccess::dialogs) {
                state.platform.choose_file();
            } else {
                state.ui.path_dialog = UiState::PathDialog::open;
            }
            break;
        case Command::save_plan: offer(file_name(plan, ".yaml"), state.session.text_to_save()); break;
        case Command::save_report:
            offer(file_name(plan, ".md"),
                  report(plan, state.session.estimate(), *state.catalogue, ReportFormat::markdown));
            break;
        case Command::open_path: open_typed_path(); break;
        case Command::save_to_path: save_to_typed_path(); break;
        case Command::toggle_theme:
            set_dark(!state.ui.dark);
            state.platform.store(kThemeKey, state.ui.dark ? "dark" : "light");
            break;
        case Command::show_help: state.ui.help_open = true; break;
        case Command::dismiss_notice: state.ui.notice = {}; break;
    }
}

}  // namespace stowage::ui
