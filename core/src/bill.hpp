// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "stowage/cost.hpp"

namespace stowage {

/// A list price that a line of a bill was looked up by.
struct BilledPrice {
    std::string name;  ///< price_name() or rate_name()
    ListPrice price;
    bool kept = false;  ///< the plan's, which differs from the catalogue's
};

/// The bill of one environment.
struct Bill {
    std::vector<CostLine> lines;
    std::vector<BilledPrice> prices;  ///< of the lines, without own rows; one may stand several times
};

/// The bill at the prices of `basis`, which may be others than the plan's. `with_prices`: whether `prices`
/// are wanted.
[[nodiscard]] Bill bill_of(const Plan& plan, const PriceBasis& basis, const Environment& environment,
                           const Catalogue& catalogue, bool with_prices);

}  // namespace stowage
