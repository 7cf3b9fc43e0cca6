// SPDX-License-Identifier: MIT
//
// Moving a service to another server: by dragging its part of a bar, or through a list.
#pragma once

#include <string>

#include "../widgets/stacked_bar.hpp"
#include "panel_context.hpp"

namespace stowage::ui {

/// Begins to drag the service of a segment, or opens its list.
void take_up_service(PanelContext& context, const SegmentAction& action);

/// True while a service is dragged.
[[nodiscard]] bool is_dragging(const PanelContext& context);

/// Where a server stands while a service is dragged: how its card looks, and whether the pointer is on it.
[[nodiscard]] Colour card_border(const PanelContext& context, const Shown& shown, std::size_t server,
                                 Colour otherwise);
/// The words on a server's card while a service is dragged, and the target when the pointer is on it. To be
/// called within the card.
void draw_drop_target(PanelContext& context, const Shown& shown, std::size_t server);
/// The place to drop a service that any server may take, right of the last item of the line.
void draw_automatic_target(PanelContext& context, const Shown& shown);

/// Follows the pointer, ends the drag when the button is released, and draws the list when it is open. To be
/// called after all servers.
void draw_service_moves(PanelContext& context, const Shown& shown);

}  // namespace stowage::ui
