// SPDX-License-Identifier: MIT
//
// What is done to rows of the services: selecting, moving, and what acts on all that are selected.
#pragma once

#include <cstddef>
#include <string>

#include "panel_context.hpp"

namespace stowage::ui {

/// Where the rows of the table are, in points of the window. All are equally high.
struct RowPlaces {
    float top = 0;  ///< of the first row, be it in view or not
    float height = 0;
    Rect table{};
    float view_top = 0;  ///< of what is not scrolled out of view
    float view_bottom = 0;
};

/// The left end of a row, with what comes of pressing or dragging it.
void draw_row_handle(PanelContext& context, const Shown& shown, std::size_t row);

/// True in the frame of a click with Ctrl or Shift on the name of the row, which begins at the cursor: it
/// selects and must not begin to type.
[[nodiscard]] bool take_click_on_name(PanelContext& context, const Shown& shown, std::size_t row);

/// After a row was drawn: whether it has the focus, and in which column. `first`: of the row's items.
void note_focus(PanelContext& context, const Service& service, const std::string& pointer, std::size_t first);

/// After all rows: Shift, Alt and Ctrl with the arrows, and Delete.
void take_row_keys(PanelContext& context, const Shown& shown, const RowPlaces& places);
/// Follows the pointer while a row is dragged, and ends that.
void follow_row_drag(PanelContext& context, const Shown& shown, const RowPlaces& places);

/// Moves the selected services, or without any the one with the focus, up (-1) or down (+1) as a block.
void want_rows_moved(PanelContext& context, const Environment& environment, int step);

}  // namespace stowage::ui
