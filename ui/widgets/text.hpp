// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "widget_context.hpp"

namespace stowage::ui {

struct Text {
    std::string_view text{};
    TextSize size = TextSize::body;
    bool muted = false;
    bool strong = false;
    bool wrap = false;         ///< at the right end of the region; else it is cut there with an ellipsis
    bool align_right = false;  ///< within the region
    float inset = 0;          ///< points left free at the end where it stands: as a field's text in its frame
    std::string_view help{};  ///< tooltip
    std::string_view label{};  ///< what is recorded as its label, and the text as its value; empty: the text
};

/// Text in the flow. With a path, as a heading or when it is wrapped, as sentences are, it is recorded for
/// tests and screen readers.
void text(WidgetContext& context, std::string_view path, const Text& text, Role role = Role::text);

/// As much of the text as fits into `width` points in the style that is set, with an ellipsis where something
/// was left out.
[[nodiscard]] std::string fitted(std::string_view text, float width);

/// With a capital letter at the beginning, as the first word of a line. ASCII only.
[[nodiscard]] std::string capitalised(std::string_view words);

/// A run of text at the cursor, in whichever style is set.
void plain_text(std::string_view text);

/// Text aligned with the fields of its line.
void field_label(WidgetContext& context, std::string_view label);

/// A label on the line above its field.
void label_above(WidgetContext& context, std::string_view label);

/// Free vertical space, in em.
void gap(float count);

/// A surface with a border around what is drawn until it is destroyed; grows with it.
class Card {
  public:
    /// `path`: the fields in it are at or below this path; it is scrolled into view when one of them is to
    /// get the focus. `height` in points; 0: as high as what is drawn in it.
    Card(const WidgetContext& context, const char* id, Colour border, std::string_view path,
         float height = 0);
    ~Card();
    Card(const Card&) = delete;
    Card& operator=(const Card&) = delete;
    /// False when it is scrolled out of view: nothing needs to be drawn.
    [[nodiscard]] bool visible() const { return visible_; }

  private:
    bool visible_;
    bool wanted_;
};

/// A line across the region.
void divider(const WidgetContext& context);

}  // namespace stowage::ui
