// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/plan.hpp"

namespace stowage {

enum class CostCategory { server, managed, disk, egress };

[[nodiscard]] std::string_view name_of(CostCategory category);

/// One position of a monthly bill: quantity x unit price x hours, less the discount, or an own cost.
struct CostLine {
    CostCategory category{};
    std::string item;   ///< label of the server or managed service
    std::string where;  ///< its JSON pointer
    std::string sku;    ///< empty when nothing of the catalogue is rented
    std::int64_t quantity = 1;
    std::optional<HourlyPrice> unit_price;  ///< of a catalogue price or an own hourly cost without range
    Duration hours;                         ///< zero for a monthly cost
    std::string formula;                    ///< what one costs, where neither unit price nor hours say it
    Percent discount;                       ///< that is already off low and high
    bool priced = false;                    ///< false: low is 0 and high what the plan states, if anything
    bool kept = false;                      ///< the price is the plan's, of its snapshot, not the catalogue's
    Money low;
    Money high;
    std::string date;    ///< of the price; empty for an own cost and for a kept price
    std::string source;  ///< of the price, or "own cost"
};

/// A sum of lines, from low to high. Exact; show_cost() rounds.
struct Cost {
    Money low;
    Money high;
    bool complete = true;  ///< false when a line has no price: the total is "at least" that

    Cost& operator+=(const Cost& other);
};

[[nodiscard]] std::string show_cost(const Cost& cost);
/// The same of one line; "no price", or "no price, up to 200.00" where the plan states the most.
[[nodiscard]] std::string show_cost(const CostLine& line);

/// A price and where it is from.
struct AppliedPrice {
    HourlyPrice hourly;
    bool kept = false;  ///< in the plan, which differs from the catalogue
    std::string date;
    std::string source;
};

/// "provider/region/sku", the name of a price in a plan.
[[nodiscard]] std::string price_name(std::string_view provider, std::string_view region,
                                     std::string_view sku);

/// The price that the plan was made with if it carries one, else the catalogue's; none when neither has it.
[[nodiscard]] std::optional<AppliedPrice> applied_price(const PriceBasis& basis, const Catalogue& catalogue,
                                                        std::string_view provider, std::string_view region,
                                                        std::string_view sku);

/// The monthly bill of one environment, in the order of the plan: servers, disks, managed services, egress.
[[nodiscard]] std::vector<CostLine> cost_lines(const Plan& plan, const Environment& environment,
                                               const Catalogue& catalogue);
[[nodiscard]] Cost total_of(std::span<const CostLine> lines);
/// The line of that pointer, or null. `guess` is where to look first: lines are in the order of the plan.
[[nodiscard]] const CostLine* find_cost_line(std::span<const CostLine> lines, std::string_view where,
                                             std::size_t guess);

/// `plan` with the prices that its estimate uses and the id of the snapshot that they are of, so that the
/// figures of a shared plan stay what they are. Without a kept price of another snapshot these are the
/// catalogue's prices under its id. Else the other snapshot's id and those of its prices that are still in
/// use stay, and no price of this catalogue is filed under that id: what was added since is priced by the
/// catalogue of whoever reads the plan, until it is priced anew.
[[nodiscard]] Plan with_prices_used(Plan plan, const Catalogue& catalogue);

}  // namespace stowage
