// SPDX-License-Identifier: MIT
//
// Rows of `stowage catalogue`, as table cells and as JSON.
#pragma once

#include <array>
#include <iosfwd>
#include <string>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/text/catalogue_json.hpp"
#include "stowage/text/node.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {

/// The sources of prices, numbered in the order of their use.
class SourceNumbers {
  public:
    explicit SourceNumbers(const Catalogue& catalogue) : catalogue_(catalogue) {}

    /// "2026-11-23 [1]"
    [[nodiscard]] std::string dated(std::uint32_t source);
    /// A line for each number.
    void print(std::ostream& out) const;

  private:
    const Catalogue& catalogue_;
    std::vector<std::uint32_t> used_;
};

/// With a row of headings.
[[nodiscard]] Table price_table();
[[nodiscard]] std::vector<Cell> price_cells(const Catalogue& catalogue, const Price& price,
                                            SourceNumbers& sources);
[[nodiscard]] Table rate_table();
[[nodiscard]] std::vector<Cell> rate_cells(const Catalogue& catalogue, const ListedRate& rate,
                                           SourceNumbers& sources);

inline constexpr std::array kOfferings{Offering::compute, Offering::postgres, Offering::redis};

/// How many prices a region has, and from which days those with a date are.
struct RegionSummary {
    std::string provider;
    std::string region;
    std::array<std::size_t, kOfferings.size()> prices{};  ///< as kOfferings
    std::string oldest;                                   ///< empty when none has a date
    std::string newest;
};

/// Of every region that has a selected price.
[[nodiscard]] std::vector<RegionSummary> summaries_of(const Catalogue& catalogue, const PriceFilter& filter);
[[nodiscard]] Table summary_table();
[[nodiscard]] std::vector<Cell> summary_cells(const RegionSummary& summary);
[[nodiscard]] Node summary_node(const RegionSummary& summary);

}  // namespace stowage::cli
