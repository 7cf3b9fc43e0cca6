// SPDX-License-Identifier: MIT
//
// The bills of several providers laid side by side.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "panel_context.hpp"

namespace stowage::ui {

/// The positions of all bills, each once, in the order of the first bill that has it; what is missing stands
/// at its element. The cells point into the offers.
[[nodiscard]] std::vector<ComparedPosition> compared_positions(const std::vector<ProviderOffer>& offers);

/// As they come, the plan before the others; or cheapest_first().
[[nodiscard]] std::vector<std::uint32_t> order_of(const std::vector<ProviderOffer>& offers,
                                                  bool as_they_come);

/// What the bill calls it: "App server", "DB, storage".
[[nodiscard]] std::string name_of_missing(const ProviderOffer& offer, const MissingItem& missing);

/// The days of the prices behind a bill; empty without one.
struct DateSpan {
    std::string_view first;
    std::string_view last;
};
[[nodiscard]] DateSpan dates_of(const std::vector<CostLine>& lines);

}  // namespace stowage::ui
