// SPDX-License-Identifier: MIT
#pragma once

namespace stowage::ui {

/// To be called in each frame of a drag. With the pointer near the upper or lower end of the current window,
/// that scrolls: the nearer to the end, the faster, and until what something can be dropped on, from `top` to
/// `bottom` (points of the screen), has come into view.
void scroll_to_drop(float top, float bottom);

}  // namespace stowage::ui
