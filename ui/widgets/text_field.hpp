// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "widget_context.hpp"

namespace stowage::ui {

/// Between the frame and the text, in em. A frameless field whose text has to stand at the edge of its column
/// begins that far to the left of it.
inline constexpr float kFieldPadding = 0.45f;

struct TextField {
    std::string_view text{};   ///< what the plan has
    std::string_view label{};  ///< what it is, for screen readers
    float width = 0;           ///< in points; 0: what is left of the line
    std::string_view hint{};   ///< shown while it is empty
    std::string_view help{};   ///< tooltip
    std::string_view unit{};   ///< behind the text, muted, while it is not edited
    bool align_right = false;  ///< for numbers
    bool frameless = false;    ///< without a visible frame until the pointer is on it: cells of a table
    bool strong = false;
    TextSize size = TextSize::body;
    const std::string* refused_text = nullptr;  ///< shown instead, marked as wrong
    std::string_view refusal{};                 ///< why
};

struct TextFieldResult {
    std::optional<std::string> committed;  ///< the user finished with a different text
    bool entered = false;                  ///< the user finished with Enter, with or without a change
    bool tabbed = false;                   ///< the user went on with Tab, with or without a change
    bool cancelled = false;                ///< the user took back a refused text with Escape
};

/// One line of text. Editing ends with Enter, Tab or a click elsewhere; Escape brings the old text back.
[[nodiscard]] TextFieldResult text_field(WidgetContext& context, std::string_view path,
                                         const TextField& field);

}  // namespace stowage::ui
