// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "icon.hpp"
#include "widget_context.hpp"

namespace stowage::ui {

enum class ButtonStyle {
    plain,    ///< without a frame until the pointer is on it
    framed,   ///< with a border
    primary,  ///< the one that matters most
};

struct Button {
    std::string_view label{};    ///< also what screen readers say
    std::string_view shown{};    ///< shorter words of the label for where there is no room; empty: all of it
    std::optional<Icon> icon{};  ///< before the label
    bool icon_only = false;      ///< the label is then the tooltip's first line
    ButtonStyle style = ButtonStyle::plain;
    bool enabled = true;
    std::string_view hint{};  ///< tooltip
    Role role = Role::button;
};

/// True when it was pressed.
[[nodiscard]] bool button(WidgetContext& context, std::string_view path, const Button& button);
/// How wide it will be.
[[nodiscard]] float button_width(const WidgetContext& context, const Button& button);

struct Tab {
    std::string_view label{};
    bool selected = false;
    std::optional<Severity> badge{};  ///< a mark in the colour of the worst finding
    std::string_view hint{};
};

inline constexpr float kTabHeight = 2.4f;  // em

/// A tab; the selected one is underlined. True when it was pressed.
[[nodiscard]] bool tab(WidgetContext& context, std::string_view path, const Tab& tab);
[[nodiscard]] float tab_width(const WidgetContext& context, const Tab& tab);

/// A line of a menu or of a list to choose from. True when it was pressed.
[[nodiscard]] bool menu_item(WidgetContext& context, std::string_view path, std::string_view label,
                             bool enabled = true, bool selected = false, Role role = Role::menuitem);

/// Words at the right end of a menu line, in a colour of their own. They give way where both do not fit.
struct MenuNote {
    std::string_view words{};
    Colour colour{};
};
[[nodiscard]] bool menu_item(WidgetContext& context, std::string_view path, std::string_view label,
                             const MenuNote& note, bool selected);

/// An icon button that opens a menu below it while the returned value is true; then call end_menu().
[[nodiscard]] bool begin_menu(WidgetContext& context, std::string_view path, const Button& button);
/// Opens that menu as pressing its button does; before begin_menu(), where something leads to what it holds.
void open_menu(std::string_view path);
void end_menu();

}  // namespace stowage::ui
