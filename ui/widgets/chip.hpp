// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "icon.hpp"
#include "widget_context.hpp"

namespace stowage::ui {

/// A word that is switched on and off: framed while it is on.
struct Chip {
    std::string_view label{};
    Icon icon{};
    Colour colour{};  ///< of the icon
    bool on = false;
    std::string_view help{};  ///< tooltip
};

/// True when it was pressed.
[[nodiscard]] bool chip(WidgetContext& context, std::string_view path, const Chip& chip);
/// How wide it will be.
[[nodiscard]] float chip_width(const WidgetContext& context, std::string_view label);

}  // namespace stowage::ui
