// SPDX-License-Identifier: MIT
//
// What a first visit is told: one line, and on request five steps around the window.
#pragma once

#include <string_view>

#include "panel_context.hpp"

namespace stowage::ui {

/// Where it is remembered that nobody needs to be told again.
inline constexpr std::string_view kTourKey = "tour";

/// The line below the tabs; nothing once it was dismissed.
void draw_introduction(PanelContext& context);
/// The step of the tour beside what it is about. After everything that it may be about.
void draw_tour(PanelContext& context);

}  // namespace stowage::ui
