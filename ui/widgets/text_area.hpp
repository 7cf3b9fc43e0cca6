// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "widget_context.hpp"

namespace stowage::ui {

struct TextArea {
    std::string_view text{};
    std::string_view label{};  ///< what it is, for screen readers
    float lines = 8;           ///< that are in view
    std::string_view hint{};   ///< shown while it is empty; may have several lines
    bool refused = false;      ///< marked as wrong
};

/// Lines of text over the width that is left. Enter makes a new line, Tab goes on to the next widget, and
/// what is pasted keeps its tabs. The text that the user finished with, when it is a different one; while it
/// is edited, EditState::text has it.
[[nodiscard]] std::optional<std::string> text_area(WidgetContext& context, std::string_view path,
                                                   const TextArea& area);

}  // namespace stowage::ui
