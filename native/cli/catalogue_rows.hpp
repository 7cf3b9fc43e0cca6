// SPDX-License-Identifier: MIT
//
// Rows of `stowage catalogue`, as table cells and as JSON.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/text/catalogue_json.hpp"
#include "stowage/text/node.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {

/// With a row of headings.
[[nodiscard]] Table price_table();
[[nodiscard]] std::vector<Cell> price_cells(const Catalogue& catalogue, const Price& price);

inline constexpr std::array kOfferings{Offering::compute, Offering::postgres, Offering::redis};

/// How many prices a region has, and from which days they are.
struct RegionSummary {
    std::string provider;
    std::string region;
    std::array<std::size_t, kOfferings.size()> prices{};  ///< as kOfferings
    std::string oldest;
    std::string newest;
};

/// Of every region that has a selected price.
[[nodiscard]] std::vector<RegionSummary> summaries_of(const Catalogue& catalogue, const PriceFilter& filter);
[[nodiscard]] Table summary_table();
[[nodiscard]] std::vector<Cell> summary_cells(const RegionSummary& summary);
[[nodiscard]] Node summary_node(const RegionSummary& summary);

}  // namespace stowage::cli
