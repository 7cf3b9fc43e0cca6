// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "widget_context.hpp"

namespace stowage::ui {

struct Checkbox {
    std::string_view label{};
    bool checked = false;
    bool refused = false;
    std::string_view help{};  ///< tooltip
};

/// A box with its label. True when it was pressed.
[[nodiscard]] bool checkbox(WidgetContext& context, std::string_view path, const Checkbox& checkbox);
/// How wide it will be.
[[nodiscard]] float checkbox_width(std::string_view label);

}  // namespace stowage::ui
