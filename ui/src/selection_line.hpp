// SPDX-License-Identifier: MIT
//
// What can be done to the selected services, for the pointer.
#pragma once

#include "panel_context.hpp"

namespace stowage::ui {

/// "3 services selected" with what can be done to them, right of the last item and without moving what
/// follows. False when there is no room for it: draw_selection_below() is for that.
[[nodiscard]] bool draw_selection_beside(PanelContext& context, const Shown& shown);
/// The same in lines of its own.
void draw_selection_below(PanelContext& context, const Shown& shown);

/// Menu lines of a row: for all selected ones when it is one of several, else for itself.
void row_actions(PanelContext& context, const Shown& shown, const ElementRef& element);

}  // namespace stowage::ui
