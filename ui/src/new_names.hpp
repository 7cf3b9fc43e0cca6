// SPDX-License-Identifier: MIT
//
// The keyboard focus when an element gets its name: the path of every widget of it changes with the name.
#pragma once

#include "panel_context.hpp"

namespace stowage::ui {

/// An element that was just added is named at once: its name gets the focus, and what hides it is closed.
void name_added(UiState& ui, const ElementRef& added);

/// After `before` was renamed to `after`: what had the focus or was asked for keeps it, and the panel of the
/// service stays open. `items`: those of this frame.
void keep_focus(UiState& ui, const ItemRegistry& items, const ElementRef& before, const ElementRef& after);

/// Forgets, at the end of a frame, a name that was left and a focus that found no widget to go to.
void drop_stale_focus(UiState& ui);

}  // namespace stowage::ui
