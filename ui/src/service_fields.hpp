// SPDX-License-Identifier: MIT
//
// Fields of a service that stand in its row and in its panel.
#pragma once

#include <string>
#include <string_view>

#include "panel_context.hpp"

namespace stowage::ui {

/// Before the paths of fields in the panel that the row has too.
inline constexpr std::string_view kPanelPlace = "panel";

void kind_choice(PanelContext& context, const Service& service, const std::string& pointer, float width,
                 bool frameless, std::string_view place = {});
void server_choice(PanelContext& context, const Shown& shown, const Service& service,
                   const std::string& pointer, float width, bool frameless, std::string_view place = {});

}  // namespace stowage::ui
