// SPDX-License-Identifier: MIT
#pragma once

#include "../widgets/widget_context.hpp"

namespace stowage::ui {

/// Puts sizes and colours of a theme into Dear ImGui's style.
void apply_style(const Theme& theme);

/// Loads the embedded fonts into the current ImGui context.
[[nodiscard]] Fonts load_fonts();

}  // namespace stowage::ui
