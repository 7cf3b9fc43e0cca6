// SPDX-License-Identifier: MIT
//
// Load and scaling rules in the panel of a service.
#pragma once

#include <string>

#include "panel_context.hpp"

namespace stowage::ui {

/// `pointer`: of the service.
void draw_load_fields(PanelContext& context, const Shown& shown, const Service& service,
                      const std::string& pointer);

}  // namespace stowage::ui
