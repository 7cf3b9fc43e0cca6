// SPDX-License-Identifier: MIT
//
// The load of the environment on screen, over the whole window: how far it can grow, what more takes, how
// certain that is, and a calculator for pools.
#pragma once

#include "panel_context.hpp"

namespace stowage::ui {

/// The button that opens it, below the table of loads.
void draw_load_button(PanelContext& context, const Shown& shown);

void open_load_view(PanelContext& context);
void close_load_view(PanelContext& context);
void draw_load_view(PanelContext& context, const Shown& shown);

/// The pages of the view.
void draw_more_load(PanelContext& context, const Shown& shown);
void draw_load_day(PanelContext& context, const Shown& shown);
void draw_load_ranges(PanelContext& context, const Shown& shown);
void draw_queue_calculator(PanelContext& context);

}  // namespace stowage::ui
