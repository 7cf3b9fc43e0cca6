// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/text/node.hpp"

namespace stowage {

/// Which prices are wanted. An empty text asks for all.
struct PriceFilter {
    std::string provider;
    std::string region;
    std::string sku_part;  ///< a part of the type's name, in any case
};

[[nodiscard]] bool is_selected(const Catalogue& catalogue, const Price& price, const PriceFilter& filter);

/// By provider, region and offering, then cheapest first.
[[nodiscard]] std::vector<const Price*> selected_prices(const Catalogue& catalogue,
                                                        const PriceFilter& filter);

/// {"snapshot": ..., "prices": [...]} of the selected prices. Money is decimal text, CPU is millicores,
/// memory bytes; a month has kBillingMonth.
[[nodiscard]] Node prices_node(const Catalogue& catalogue, const PriceFilter& filter);

}  // namespace stowage
