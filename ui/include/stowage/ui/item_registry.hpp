// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stowage::ui {

/// What a widget is, in the words of WAI-ARIA.
enum class Role {
    button,
    tab,
    textbox,
    combobox,
    option,
    checkbox,
    menuitem,
    link,
    heading,
    text,
    image,
    status
};

[[nodiscard]] std::string_view name_of(Role role);

/// In points from the upper left corner of the window; a point is a CSS pixel on the web.
struct Rect {
    float left = 0;
    float top = 0;
    float right = 0;
    float bottom = 0;

    [[nodiscard]] float width() const { return right - left; }
    [[nodiscard]] float height() const { return bottom - top; }
    friend bool operator==(const Rect&, const Rect&) = default;
};

/// What a widget is drawn on.
enum class Surface {
    window,
    popup,  ///< a menu or a list over the window, until it is closed
    dialog  ///< has to be answered first: the window below it takes no input
};

[[nodiscard]] std::string_view name_of(Surface surface);

/// One widget as it was drawn last. Tests click it by its path, and the page mirrors it for screen readers.
struct Item {
    std::string path;  ///< JSON pointer of the field it shows, or a name such as "toolbar/undo"
    Role role{};
    Rect rect;          ///< the visible part
    std::string label;  ///< what it is called
    std::string value;  ///< what it shows, for fields
    bool enabled = true;
    bool focused = false;
    Surface surface = Surface::window;

    friend bool operator==(const Item&, const Item&) = default;
};

/// The widgets of one frame, in drawing order. Widgets that are scrolled out of view are not in it.
class ItemRegistry {
  public:
    void clear() { items_.clear(); }
    void add(Item item) { items_.push_back(std::move(item)); }
    /// State of the widget that was added last.
    void mark_last(bool enabled, bool focused) {
        items_.back().enabled = enabled;
        items_.back().focused = focused;
    }
    [[nodiscard]] const std::vector<Item>& items() const { return items_; }
    /// Null when no widget of that path was drawn.
    [[nodiscard]] const Item* find(std::string_view path) const;

  private:
    std::vector<Item> items_;
};

}  // namespace stowage::ui
