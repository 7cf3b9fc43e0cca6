// SPDX-License-Identifier: MIT
//
// Asks for the name and the size of a copy of an environment.
#pragma once

#include "panel_context.hpp"

namespace stowage::ui {

void ask_for_scaled_copy(PanelContext& context, const Environment& environment);
void draw_scaled_copy_dialog(PanelContext& context);

}  // namespace stowage::ui
