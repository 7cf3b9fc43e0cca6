// SPDX-License-Identifier: MIT
//
// The keys that do something wherever the focus is. On Macs Dear ImGui takes Command for Ctrl.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "imgui_internals.hpp"
#include "panel_context.hpp"

namespace stowage::ui {

inline constexpr ImGuiKeyChord kUndoKeys = ImGuiMod_Ctrl | ImGuiKey_Z;
/// Taken where the rows are drawn. Ctrl+D, the key of spreadsheets, is the browser's.
inline constexpr ImGuiKeyChord kFillDownKeys = ImGuiMod_Ctrl | ImGuiKey_DownArrow;
inline constexpr ImGuiKeyChord kRedoKeys = ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z;
inline constexpr ImGuiKeyChord kOtherRedoKeys = ImGuiMod_Ctrl | ImGuiKey_Y;

/// One of the keys of redo was pressed, whoever takes it.
[[nodiscard]] bool redo_pressed();

/// Appends the intents and commands of the keys that were pressed; those of the scale only where they are
/// ours.
void take_shortcuts(bool scale_keys, std::vector<Intent>& intents, std::vector<Command>& commands);

/// Draws everything larger or smaller, and leaves what is being typed as it is.
[[nodiscard]] constexpr bool changes_size(Command command) {
    return command == Command::larger || command == Command::smaller || command == Command::usual_size;
}

/// Of the keys that give this command; empty where there are none.
[[nodiscard]] std::string keys_text(Command command);

}  // namespace stowage::ui
