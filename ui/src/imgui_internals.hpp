// SPDX-License-Identifier: MIT
#pragma once

namespace stowage::ui {

/// True while Dear ImGui has input that it spreads over the next frames, or an animation of its own is under
/// way.
[[nodiscard]] bool imgui_needs_frames();

/// Takes the keyboard focus from the widget that has it. Before a field asks for the focus: when the widget
/// that has it is drawn later in the same frame and in another child window, it would claim the focus again,
/// and ImGui would drop the request.
void drop_focus();

/// Ends the editing of the active text field, as a click elsewhere does; in the next frame the field commits.
void end_typing();

}  // namespace stowage::ui
