// SPDX-License-Identifier: MIT
//
// The environment on screen bought from every provider, side by side, over the whole window.
#pragma once

#include "panel_context.hpp"

namespace stowage::ui {

/// Path of the button that opens it, and that has the focus again when it is left.
inline constexpr const char* kComparisonButton = "compare-providers";

void open_comparison(PanelContext& context);
void close_comparison(PanelContext& context);
void draw_comparison(PanelContext& context, const Shown& shown);

}  // namespace stowage::ui
