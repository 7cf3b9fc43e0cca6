// SPDX-License-Identifier: MIT
#include "shortcuts.hpp"

namespace stowage::ui {
namespace {

struct Shortcut {
    ImGuiKeyChord keys;
    Command command;
};

constexpr Shortcut kShortcuts[] = {
    {ImGuiMod_Ctrl | ImGuiKey_C, Command::copy_rows},  // in a field these are the field's
    {ImGuiMod_Ctrl | ImGuiKey_A, Command::select_all},
    {ImGuiMod_Ctrl | ImGuiKey_V, Command::paste},
    {ImGuiMod_Ctrl | ImGuiKey_S, Command::save_plan},
    {ImGuiMod_Ctrl | ImGuiKey_O, Command::open_file},
    {ImGuiMod_Ctrl | ImGuiKey_K, Command::show_palette},
    {ImGuiKey_F8, Command::show_plans},  // a key that browsers leave alone
    {ImGuiKey_F1, Command::show_help},
};

bool pressed(ImGuiKeyChord keys) { return ImGui::Shortcut(keys, ImGuiInputFlags_RouteGlobal); }

}  // namespace

void take_shortcuts(std::vector<Intent>& intents, std::vector<Command>& commands) {
    if (pressed(kUndoKeys)) intents.emplace_back(Undo{});
    if (pressed(kRedoKeys) || pressed(kOtherRedoKeys)) intents.emplace_back(Redo{});
    for (const Shortcut& shortcut : kShortcuts) {
        if (pressed(shortcut.keys)) commands.push_back(shortcut.command);
    }
}

bool redo_pressed() {
    return ImGui::IsKeyChordPressed(kRedoKeys) || ImGui::IsKeyChordPressed(kOtherRedoKeys);
}

std::string keys_text(Command command) {
    for (const Shortcut& shortcut : kShortcuts) {
        if (shortcut.command == command) return keys_text(shortcut.keys);
    }
    return {};
}

}  // namespace stowage::ui
