// SPDX-License-Identifier: MIT
#include "shortcuts.hpp"

#include <span>

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

/// What + is depends on the keyboard: beside Backspace without or with Shift, or on the keypad.
constexpr Shortcut kScaleShortcuts[] = {
    {ImGuiMod_Ctrl | ImGuiKey_Equal, Command::larger},
    {ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Equal, Command::larger},
    {ImGuiMod_Ctrl | ImGuiKey_KeypadAdd, Command::larger},
    {ImGuiMod_Ctrl | ImGuiKey_Minus, Command::smaller},
    {ImGuiMod_Ctrl | ImGuiKey_KeypadSubtract, Command::smaller},
    {ImGuiMod_Ctrl | ImGuiKey_0, Command::usual_size},
    {ImGuiMod_Ctrl | ImGuiKey_Keypad0, Command::usual_size},
};

bool pressed(ImGuiKeyChord keys) { return ImGui::Shortcut(keys, ImGuiInputFlags_RouteGlobal); }

void take(std::span<const Shortcut> shortcuts, std::vector<Command>& commands) {
    for (const Shortcut& shortcut : shortcuts) {
        if (pressed(shortcut.keys)) commands.push_back(shortcut.command);
    }
}

}  // namespace

void take_shortcuts(bool scale_keys, std::vector<Intent>& intents, std::vector<Command>& commands) {
    if (pressed(kUndoKeys)) intents.emplace_back(Undo{});
    if (pressed(kRedoKeys) || pressed(kOtherRedoKeys)) intents.emplace_back(Redo{});
    take(kShortcuts, commands);
    if (scale_keys) take(kScaleShortcuts, commands);
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
