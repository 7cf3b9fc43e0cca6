// SPDX-License-Identifier: MIT
#pragma once

namespace stowage::ui {

/// True while Dear ImGui has input that it spreads over the next frames, or an animation of its own is under
/// way.
[[nodiscard]] bool imgui_needs_frames();

/// Ends the editing of the active text field, as a click elsewhere does; in the next frame the field commits.
void end_typing();

}  // namespace stowage::ui
