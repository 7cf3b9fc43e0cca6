// SPDX-License-Identifier: MIT
#pragma once

#include "panel_context.hpp"

namespace stowage::ui {

/// Whether the machine type of the server has another size than the one that is stated for the server.
[[nodiscard]] bool has_size_line(const PanelContext& context, const Shown& shown, std::size_t server);

/// Offers to plan with the size of the machine type, and says that it is larger where it is: that it is too
/// small is a finding.
void draw_size_line(PanelContext& context, const Shown& shown, std::size_t server);

}  // namespace stowage::ui
