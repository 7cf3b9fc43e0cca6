// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "panel_context.hpp"

namespace stowage::ui {

/// The own price of an element, in its menu: an amount per month or hour, or what a machine that was bought
/// costs. `pointer` is that of the element.
void own_cost_fields(PanelContext& context, const Environment& environment, const std::string& pointer,
                     const std::optional<OwnCost>& cost);

}  // namespace stowage::ui
