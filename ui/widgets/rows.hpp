// SPDX-License-Identifier: MIT
//
// Lines of the answer column, over the width that is left.
#pragma once

#include <optional>
#include <string_view>

#include "text.hpp"
#include "widget_context.hpp"

namespace stowage::ui {

/// Words on the left, an amount on the right. The words give way where both do not fit.
struct AmountRow {
    std::string_view label{};
    std::string_view amount{};
    std::optional<Severity> badge{};  ///< a dot before the words
    bool muted = false;
    bool strong = false;
    std::string_view help{};  ///< tooltip
    std::string_view mark{};  ///< a word of caution before the amount
};
void amount_row(WidgetContext& context, std::string_view path, const AmountRow& row);
/// The same as something to press. True when it was pressed.
[[nodiscard]] bool amount_link(WidgetContext& context, std::string_view path, const AmountRow& row);

/// A message with the mark of its severity, to press. True when it was pressed.
[[nodiscard]] bool message_link(WidgetContext& context, std::string_view path, Severity severity,
                                std::string_view message, std::string_view help);

/// A button below a message, under its words: what would mend it. True when it was pressed.
[[nodiscard]] bool message_action(WidgetContext& context, std::string_view path, std::string_view label,
                                  std::string_view help);

/// A sentence that leads somewhere. True when it was pressed.
[[nodiscard]] bool sentence_link(WidgetContext& context, std::string_view path, const Text& text);

}  // namespace stowage::ui
