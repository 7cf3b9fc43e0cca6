// SPDX-License-Identifier: MIT
//
// The lines that the panel of a service is made of: a label, and a field right of it.
#pragma once

#include <string_view>

#include "panel_context.hpp"

namespace stowage::ui {

inline constexpr float kFieldWidth = 7.0f;    // em
inline constexpr float kDerivedWidth = 3.8f;  // em: the word behind a field whose value follows from others

/// The label of a line; the field stands right of it.
void panel_line_label(PanelContext& context, std::string_view label);
void panel_heading(PanelContext& context, std::string_view label);

}  // namespace stowage::ui
