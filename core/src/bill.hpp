// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stowage/cost.hpp"

namespace stowage {

/// Why a machine that was bought has no price while neither what it cost nor anything else that is due is
/// stated.
inline constexpr std::string_view kNoPurchase = "what it was bought for is not stated";

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
