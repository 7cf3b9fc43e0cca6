// SPDX-License-Identifier: MIT
#pragma once

#include "panel_context.hpp"

namespace stowage::ui {

/// While something is dragged with the pointer near the upper or lower end of the current window, that goes
/// on scrolling there: the nearer to the end, the faster. To be called in each frame.
void scroll_at_ends(const PanelContext& context);

}  // namespace stowage::ui
