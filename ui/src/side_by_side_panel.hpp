// SPDX-License-Identifier: MIT
//
// The baseline and the plan on screen beside each other, environment by environment, over the whole window.
#pragma once

#include "panel_context.hpp"

namespace stowage::ui {

/// Path of the button that opens it, and that has the focus again when it is left.
inline constexpr const char* kSideBySideButton = "baseline/sides";

void close_side_by_side(PanelContext& context);
/// There must be a baseline.
void draw_side_by_side(PanelContext& context);

}  // namespace stowage::ui
