// SPDX-License-Identifier: MIT
//
// What a provider's list says that one unit of something costs.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/quantity.hpp"
#include "stowage/result.hpp"

namespace stowage {

/// What a price is for. GB of traffic are powers of 10 and GiB powers of 2, as the lists write them; a
/// provider's "GB" of disk is a GiB there, and so it is here.
enum class PriceUnit {
    hour,        ///< one for an hour
    month,       ///< one for a month, however many hours it runs
    gib_hour,    ///< a GiB for an hour
    gib_month,   ///< a GiB for a month
    disk_month,  ///< a disk of a listed size for a month: the smallest that holds what is needed
    gb,          ///< 10^9 bytes that pass
    gib,         ///< 2^30 bytes that pass
};

inline constexpr std::array kPriceUnits{PriceUnit::hour,      PriceUnit::month,      PriceUnit::gib_hour,
                                        PriceUnit::gib_month, PriceUnit::disk_month, PriceUnit::gb,
                                        PriceUnit::gib};

/// As files spell it: "hour", "month", "GiB-hour", "GiB-month", "disk-month", "GB", "GiB".
[[nodiscard]] std::string_view name_of(PriceUnit unit);
/// What has that name_of(), letter for letter; none for another word.
[[nodiscard]] std::optional<PriceUnit> price_unit_named(std::string_view text);

/// A price of one unit, in billionths of the currency. It is no money until a quantity is given.
class UnitPrice : public Quantity<UnitPrice> {
    friend Quantity<UnitPrice>;

  public:
    /// Billionths of a dollar for one unit.
    [[nodiscard]] static constexpr UnitPrice nanos(std::int64_t n) { return make(n); }
    [[nodiscard]] constexpr std::int64_t to_nanos() const { return value_; }
};

/// The price of the units up to a bound.
struct PriceTier {
    /// The last unit that this price is for; of disk_month the GiB that the disk holds. 0: without end.
    std::int64_t up_to = 0;
    UnitPrice price;

    friend bool operator==(const PriceTier&, const PriceTier&) = default;
};

/// The tiers ascend. Each prices the units above the tier before it, as egress is billed; a tier of price 0
/// is a free quantity. Of disk_month one tier prices the whole disk, and the last one ends where no larger
/// disk is listed.
struct ListPrice {
    PriceUnit unit = PriceUnit::hour;
    std::vector<PriceTier> tiers;    ///< at least one
    std::optional<Money> month_cap;  ///< hour only: what a month costs at most

    friend bool operator==(const ListPrice&, const ListPrice&) = default;
};

/// A price of one hour.
[[nodiscard]] ListPrice per_hour(HourlyPrice price, std::optional<Money> month_cap = {});
/// The price of one hour when that is the unit.
[[nodiscard]] std::optional<HourlyPrice> hourly_of(const ListPrice& price);

/// "0.0416" is per hour; "6/month", "0.08/GiB-month", "0.00893 at most 6/month",
/// "0/GB up to 100, 0.09/GB up to 10240, 0.085/GB": one unit, at most limits::kPriceTiers tiers.
[[nodiscard]] Result<ListPrice> parse_list_price(std::string_view text);
/// The shortest text that parse_list_price() reads as the same price.
[[nodiscard]] std::string format_list_price(const ListPrice& price);

}  // namespace stowage
