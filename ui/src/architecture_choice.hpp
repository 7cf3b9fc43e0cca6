// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "panel_context.hpp"
#include "stowage/catalogue_item.hpp"

namespace stowage::ui {

/// Any CPU, x86 or Arm: what a list of machines is narrowed to.
void architecture_choice(PanelContext& context, std::string_view path, Architecture& architecture);
/// How wide it will be.
[[nodiscard]] float architecture_choice_width(const PanelContext& context);

}  // namespace stowage::ui
