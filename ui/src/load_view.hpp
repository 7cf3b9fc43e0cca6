// SPDX-License-Identifier: MIT
//
// The load of the environment on screen, over the whole window: how far it can grow, what more takes, how
// certain that is, and a calculator for pools.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "panel_context.hpp"

namespace stowage::ui {

/// The button that opens it, below the table of loads.
void draw_load_button(PanelContext& context, const Shown& shown);

void open_load_view(PanelContext& context);
/// At the page of rules, with that service, or with the first that has a rule where that is empty. `button`:
/// the path of what was pressed, which gets the focus back; may be empty.
void open_load_rules(PanelContext& context, const std::string& service, const std::string& button);
/// At the day, with the dialog for a load curve of one's own.
void open_own_curve(PanelContext& context);
void close_load_view(PanelContext& context);
void draw_load_view(PanelContext& context, const Shown& shown);
/// A sentence about what no service states, which leads out of the view to the field of the first service
/// that has a load, or may have one. `key`: of that field, below its load.
void draw_unstated(PanelContext& context, const Shown& shown, const std::string& path, std::string_view words,
                   std::string_view key);

/// The pages of the view.
void draw_more_load(PanelContext& context, const Shown& shown);
/// The replicas that a response time takes, a part of the first page. `service`: the one that is drawn.
void draw_latency_target(PanelContext& context, const Shown& shown, std::size_t service);
void draw_load_rules(PanelContext& context, const Shown& shown);
void draw_load_day(PanelContext& context, const Shown& shown);
/// The dialog that takes a load curve of one's own.
void draw_curve_dialog(PanelContext& context);
void draw_load_ranges(PanelContext& context, const Shown& shown);
void draw_queue_calculator(PanelContext& context);

/// Of these services, at least one, that of the name; the first where it is none of them. All are indices in
/// the environment.
[[nodiscard]] std::size_t service_named(const Environment& environment,
                                        const std::vector<std::size_t>& services, std::string_view name);
/// A choice among them: side by side, or a list where they find no room so. Nothing to choose where there is
/// one. Gives the service that was pressed.
[[nodiscard]] std::optional<std::size_t> service_choice(PanelContext& context, const std::string& path,
                                                        const Environment& environment,
                                                        const std::vector<std::size_t>& services,
                                                        std::size_t current);

}  // namespace stowage::ui
