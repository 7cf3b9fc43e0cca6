// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "widget_context.hpp"

namespace stowage::ui {

/// In em: as wide as a target must be to be hit.
inline constexpr float kHandleWidth = 1.65f;

/// The left end of a table's row: a grip, or a tick while the row is selected, and the colour of what it is.
struct RowHandle {
    std::string_view label{};  ///< "Select WSGI"
    bool selected = false;
    bool in_hand = false;  ///< it is being dragged
    Colour colour{};
    std::string_view help{};  ///< tooltip
};

enum class RowPress {
    none,
    alone,   ///< this row and no other
    toggle,  ///< this row too, or no longer: with Ctrl, by keyboard or by a finger
    extend,  ///< the rows up to this one: with Shift
    drag     ///< the pointer takes it along
};

[[nodiscard]] RowPress row_handle(WidgetContext& context, std::string_view path, const RowHandle& handle);

/// What a click with these modifier keys means for a row.
[[nodiscard]] RowPress row_press_of_modifiers();

}  // namespace stowage::ui
