// SPDX-License-Identifier: MIT
//
// What an environment costs, as the answer column and the comparison show it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "panel_context.hpp"

namespace stowage::ui {

/// "$223.67..421.47", under words that say "at least" where the cost is not complete.
[[nodiscard]] std::string headline(const Cost& cost);

/// "List prices of 2024-08-09 to 2026-10-02": the span of the dates behind a total; empty without one.
[[nodiscard]] std::string date_span(const std::vector<CostLine>& lines);

/// What is paid for: "app, disk", "Traffic to the internet".
[[nodiscard]] std::string position_of(CostCategory category, const std::string& item);
[[nodiscard]] std::string position_of(const CostLine& line);

/// A word about a price that is not the newest: "out of date", "kept"; else empty.
[[nodiscard]] std::string_view mark_of(const CostLine& line);

/// The total, what it is made of, and the way to the comparison of providers.
void draw_cost_panel(PanelContext& context, const Shown& shown);

/// What changed against the baseline; nothing when none is pinned.
void draw_baseline(PanelContext& context, const Shown& shown);

}  // namespace stowage::ui
