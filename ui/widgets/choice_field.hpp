// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "widget_context.hpp"

namespace stowage::ui {

struct ChoiceField {
    std::string_view shown{};  ///< the current choice
    std::string_view label{};  ///< what it is, for screen readers
    float width = 0;           ///< in points; 0: what is left of the line
    std::string_view help{};   ///< tooltip
    bool frameless = false;    ///< as TextField::frameless
    bool muted = false;        ///< the choice is a default, not something chosen
    bool refused = false;
};

/// A field that opens a list. While it returns true the list is open: put menu_item()s into it, then call
/// end_choice().
[[nodiscard]] bool begin_choice(WidgetContext& context, std::string_view path, const ChoiceField& field);
void end_choice();
/// A muted line above a group of the list, as high as a menu_item().
void list_heading(WidgetContext& context, std::string_view label);
/// Closes the open list.
void close_choice();

}  // namespace stowage::ui
