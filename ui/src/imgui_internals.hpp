// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include <string>

#include "stowage/ui/item_registry.hpp"

namespace stowage::ui {

/// True while Dear ImGui has input that it spreads over the next frames, or an animation of its own is under
/// way.
[[nodiscard]] bool imgui_needs_frames();

/// What the keyboard is on, as ImGui tells items apart; 0 while that is not shown.
[[nodiscard]] ImGuiID focus_shown();

/// The text field that ImGui drew last forgets what was typed into it: entered again, it has nothing to undo.
void forget_typing_of_last_item();

/// Ends the editing of the active text field, as a click elsewhere does; in the next frame the field commits.
void end_typing();

/// What the window that is drawn into now is, or lies in.
[[nodiscard]] Surface current_surface();

/// Looks characters up anew that were not in the font before it was extended. Between frames only.
void forget_missing_characters(ImFont& font);

/// While the widget that ImGui drew last has the focus, the key is its own and does not move the focus.
void keep_key_of_last_item(ImGuiKey key);

/// The widget that ImGui::SetKeyboardFocusHere() just asked the focus for is not typed into before Enter.
void keep_field_from_typing();

/// An arrow that was pressed in this frame moves the focus no more.
void keep_focus_where_it_is();

/// "Ctrl+Z", on Macs "Cmd+Z".
[[nodiscard]] std::string keys_text(ImGuiKeyChord keys);

}  // namespace stowage::ui
