// SPDX-License-Identifier: MIT
#pragma once

namespace stowage::ui {

/// True while Dear ImGui has input that it spreads over the next frames, or an animation of its own is under
/// way.
[[nodiscard]] bool imgui_needs_frames();

}  // namespace stowage::ui
