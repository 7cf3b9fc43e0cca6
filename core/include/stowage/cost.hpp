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

/// In the order of a bill. managed are databases and caches, storage is that of databases.
enum class CostCategory {
    server,
    disk,
    managed,
    storage,
    load_balancer,
    nat,
    address,
    egress,
    cross_zone,
};

/// A part of a line that has one price: units x price = amount, before the discount.
struct Charge {
    Decimal units;  ///< "730" hours, "400" GB, "58400" GiB-hours; GiB to a billionth, though billed exactly
    UnitPrice price;
};

/// As JSON and CSV spell it: "server", "load_balancer", "cross_zone".
[[nodiscard]] std::string_view name_of(CostCategory category);
/// For the eye, of one position: "server", "load balancer", "traffic between zones".
[[nodiscard]] std::string_view title_of(CostCategory category);

/// One position of a monthly bill: quantity x unit price x hours, less the discount, or an own cost.
struct CostLine {
    CostCategory category{};
    std::string item;   ///< label of the server or managed service
    std::string where;  ///< its JSON pointer
    std::string sku;    ///< empty when nothing of the catalogue is rented
    std::int64_t quantity = 1;
    std::optional<HourlyPrice> unit_price;  ///< of a catalogue price or an own hourly cost without range
    PriceUnit unit = PriceUnit::hour;       ///< of the charges
    std::vector<Charge> charges;            ///< of one, where a rate prices it, tier by tier; else empty
    std::optional<Money> month_cap;  ///< of one, where the list's most for a month is less than its hours
    Duration hours;                  ///< zero for a monthly cost
    std::string formula;             ///< what one costs, where neither unit price nor hours say it
    Percent discount;                ///< that is already off low and high
    bool priced = false;             ///< false: low is 0 and high what the plan states, if anything
    bool stale = false;              ///< the provider has changed its prices since
    bool kept = false;               ///< the price is the plan's, of its snapshot, not the catalogue's
    Money low;
    Money high;
    std::string date;    ///< of the price; empty for an own cost and for a kept price
    std::string source;  ///< of the price, or kOwnCost
    std::string reason;  ///< why it has no price, where more is known than that none is listed
};

/// A sum of lines, from low to high. Exact; show_cost() rounds.
struct Cost {
    Money low;
    Money high;
    bool complete = true;  ///< false when a line has no price: the total is "at least" that

    /// Adds both ends; the sum is complete when both are.
    Cost& operator+=(const Cost& other);
};

/// The sum of one line.
[[nodiscard]] inline Cost cost_of(const CostLine& line) { return {line.low, line.high, line.priced}; }

/// For the eye, in kCurrency, to the cent: "60.74", "223.67..421.47", "at least 60.74".
[[nodiscard]] std::string show_cost(const Cost& cost);
/// The same of one line; "no price", or "no price, up to 200.00" where the plan states the most.
[[nodiscard]] std::string show_cost(const CostLine& line);

/// A price and where it is from.
struct AppliedPrice {
    HourlyPrice hourly;
    std::optional<Money> month_cap{};
    bool stale = false;
    bool kept = false;  ///< in the plan, which differs from the catalogue
    bool own = false;   ///< a row of the plan's own list
    std::string date{};
    std::string source{};
};

/// The same of a rate.
struct AppliedRate {
    std::string sku;  ///< of the usual one where none was named
    ListPrice price;
    bool stale = false;
    bool kept = false;
    bool own = false;
    std::string date;
    std::string source;
};

/// "provider/region/sku", the name of a machine's price in a plan.
[[nodiscard]] std::string price_name(std::string_view provider, std::string_view region,
                                     std::string_view sku);

/// The name of a rate in a plan: "provider/region/disk/gp2", of the usual sku "provider/region/disk".
[[nodiscard]] std::string rate_name(const Environment& environment, RateItem item, std::string_view sku);

/// The plan's own row of that name; else the price that the plan was made with if it carries one, else the
/// catalogue's; none when nobody has it. The catalogue is one with_own_prices().
[[nodiscard]] std::optional<AppliedPrice> applied_price(const PriceBasis& basis, const Catalogue& catalogue,
                                                        std::string_view provider, std::string_view region,
                                                        std::string_view sku);

/// The same of a rate, of the usual one where `sku` is empty. A sku that begins with a colon, such as
/// ":multi-az", is the usual one of that deployment.
[[nodiscard]] std::optional<AppliedRate> applied_rate(const PriceBasis& basis, const Catalogue& catalogue,
                                                      const Environment& environment, RateItem item,
                                                      std::string_view sku);

/// A month of `count` machines at a list price: hours x price, or the month's cap where that is less, less
/// the discount. Rounded once, to a billionth, half away from zero.
[[nodiscard]] Money month_of(const AppliedPrice& price, Duration hours, std::int64_t count, Percent discount);
/// Whether the month's cap is less than hours x price.
[[nodiscard]] bool is_capped(const AppliedPrice& price, Duration hours);

/// The monthly bill of one environment, in the order of CostCategory, each in that of the plan. The catalogue
/// is one with_own_prices(), as estimate() gives it.
///
/// Machines and caches are billed by the hours of the environment, at most a month's cap. Disks and the
/// storage of databases are billed by the month, also while their machine is off; load balancers, NAT
/// gateways and addresses run all of kBillingMonth. Traffic is billed tier by tier, that between zones at
/// both ends. The discount of a server or managed service is off its machines; the environment's is off
/// everything else.
[[nodiscard]] std::vector<CostLine> cost_lines(const Plan& plan, const Environment& environment,
                                               const Catalogue& catalogue);
/// The sum of the lines, exact; not complete when one of them has no price.
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
