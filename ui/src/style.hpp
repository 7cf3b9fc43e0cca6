// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "../widgets/widget_context.hpp"

namespace stowage::ui {

/// Puts sizes and colours of a theme into Dear ImGui's style.
void apply_style(const Theme& theme);

/// Loads the embedded fonts into the current ImGui context: Basic Latin and the signs of the interface.
[[nodiscard]] Fonts load_fonts();

/// Adds the characters of two OpenType fonts to the loaded ones.
void add_letters(const Fonts& fonts, std::string_view regular, std::string_view semibold);

}  // namespace stowage::ui
