// SPDX-License-Identifier: MIT
#pragma once

#include "panel_context.hpp"

namespace stowage::ui {

/// A bar for each resource that the server has: the reserve, the services, what is free.
void draw_server_bars(PanelContext& context, const Shown& shown, std::size_t index);

}  // namespace stowage::ui
