// SPDX-License-Identifier: MIT
//
// What is seen of something that is dragged.
#pragma once

#include <string_view>

#include "widget_context.hpp"

namespace stowage::ui {

/// A label that follows the pointer.
void drag_label(const WidgetContext& context, std::string_view label, std::string_view what_happens,
                Colour colour);

/// Words in the lower right corner of the region that is being drawn.
void drop_words(WidgetContext& context, std::string_view path, std::string_view words, Colour colour);

/// A place to drop something: a quiet strip beside a heading, over the width that is left. True while the
/// pointer is on it.
[[nodiscard]] bool drop_strip(WidgetContext& context, std::string_view path, std::string_view label);

}  // namespace stowage::ui
