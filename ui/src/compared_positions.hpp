// SPDX-License-Identifier: MIT
//
// The bills of several providers laid side by side.
#pragma once

#include <string_view>
#include <vector>

#include "panel_context.hpp"

namespace stowage::ui {

/// The positions of all bills, each once, in the order of the first bill that has it; what is missing stands
/// at its element. The cells point into the offers.
[[nodiscard]] std::vector<ComparedPosition> compared_positions(const std::vector<ProviderOffer>& offers);

/// The plan as it is first. The others as they come, or the cheapest first; totals that lack something last.
[[nodiscard]] std::vector<std::uint32_t> order_of(const std::vector<ProviderOffer>& offers,
                                                  bool as_they_come);

/// The days of the prices behind a bill; empty without one.
struct DateSpan {
    std::string_view first;
    std::string_view last;
};
[[nodiscard]] DateSpan dates_of(const std::vector<CostLine>& lines);

}  // namespace stowage::ui
