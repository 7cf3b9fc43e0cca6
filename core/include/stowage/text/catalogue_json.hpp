// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/text/node.hpp"

namespace stowage {

/// Which prices are wanted. What is left empty asks for all.
struct PriceFilter {
    std::string provider;
    std::string region;
    std::string sku_part;               ///< a part of the type's or rate's name, in any case
    std::optional<CatalogueItem> item;  ///< what is sold
    // Of machines and managed services; each leaves rates out, and types whose figure is unknown.
    std::optional<MilliCpu> min_cpu;
    std::optional<Bytes> min_memory;
    std::optional<Architecture> architecture;
    std::optional<CpuClass> cpu_class;
};

/// How prices are sorted.
enum class PriceOrder {
    listed,  ///< by provider, region and offering, then cheapest first
    price,   ///< by the month; what is known to be stale comes last, as do shared vCPUs unless asked for
    cpu,     ///< smallest first, then by the month; unknown figures last
    memory,  ///< the same by memory
};

/// What a price costs in a month of kBillingMonth: at most its cap.
[[nodiscard]] Money billing_month_of(const Price& price);

/// Whether the filter wants that price of the catalogue.
[[nodiscard]] bool is_selected(const Catalogue& catalogue, const Price& price, const PriceFilter& filter);
/// All of them; the pointers last as long as the catalogue.
[[nodiscard]] std::vector<const Price*> selected_prices(const Catalogue& catalogue, const PriceFilter& filter,
                                                        PriceOrder order = PriceOrder::listed);

/// The same of a rate.
[[nodiscard]] bool is_selected(const Catalogue& catalogue, const ListedRate& rate, const PriceFilter& filter);
/// In the order of the catalogue.
[[nodiscard]] std::vector<const ListedRate*> selected_rates(const Catalogue& catalogue,
                                                            const PriceFilter& filter);

/// {"snapshot": ..., "prices": [...], "rates": [...]} of what is selected, at most `limit` of each; 0: all.
/// Money is decimal text, CPU is millicores, memory bytes; a month has kBillingMonth.
[[nodiscard]] Node prices_node(const Catalogue& catalogue, const PriceFilter& filter,
                               PriceOrder order = PriceOrder::listed, std::size_t limit = 0);

}  // namespace stowage
