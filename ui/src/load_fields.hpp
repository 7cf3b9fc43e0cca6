// SPDX-License-Identifier: MIT
//
// Load and scaling rules in the panel of a service, and the lines that the panel is made of.
#pragma once

#include <string>
#include <string_view>

#include "panel_context.hpp"

namespace stowage::ui {

inline constexpr float kFieldWidth = 7.0f;    // em
inline constexpr float kDerivedWidth = 3.8f;  // em: the word behind a field whose value follows from others

/// The label of a line; the field stands right of it.
void panel_line_label(PanelContext& context, std::string_view label);
void panel_heading(PanelContext& context, std::string_view label);

/// `pointer`: of the service.
void draw_load_fields(PanelContext& context, const Service& service, const std::string& pointer);

}  // namespace stowage::ui
