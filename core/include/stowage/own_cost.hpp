// SPDX-License-Identifier: MIT
//
// Prices agreed outside the catalogue: per month, per hour, or those of a machine that was bought; in dollars
// or in another currency at a rate that the plan states.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "stowage/quantity.hpp"

namespace stowage {

/// Amounts are in the currency of the catalogue.
inline constexpr std::string_view kCurrency = "USD";

/// What a bill names as the source of an own cost.
inline constexpr std::string_view kOwnCost = "own cost";

/// Of one machine. low == high unless a range was given. A currency is empty for kCurrency.
struct MonthlyCost {
    Money low;
    Money high;
    std::string currency{};
    friend bool operator==(const MonthlyCost&, const MonthlyCost&) = default;
};
/// The same per hour that it runs.
struct HourlyCost {
    HourlyPrice low;
    HourlyPrice high;
    std::string currency{};
    friend bool operator==(const HourlyCost&, const HourlyCost&) = default;
};
/// A machine that was bought. A month costs purchase / lifetime + power x hours x electricity + monthly.
struct OwnedCost {
    std::string currency;
    Money purchase;
    Months lifetime;  ///< over which the purchase is written off, evenly
    Power power;      ///< that it draws while it runs, mean
    std::optional<EnergyPrice> electricity;
    Money monthly;  ///< its place, its line, its repairs: what is due whether it runs or not
    friend bool operator==(const OwnedCost&, const OwnedCost&) = default;
};

/// True while nothing comes to an amount: not a price of 0, since nobody gives a machine away.
[[nodiscard]] bool lacks_amounts(const OwnedCost& cost);

using OwnCost = std::variant<MonthlyCost, HourlyCost, OwnedCost>;

/// What one unit of a currency was worth on a day, in kCurrency. The user states both.
struct ExchangeRate {
    std::string name;  ///< of the currency, as ISO 4217 writes it: EUR
    Money rate;
    std::string date;  ///< 2026-11-01

    friend bool operator==(const ExchangeRate&, const ExchangeRate&) = default;
};

/// Empty for kCurrency.
[[nodiscard]] const std::string& currency_of(const OwnCost& cost);

/// In kCurrency.
struct OwnAmounts {
    Money low;
    Money high;
};

/// A month of `count` machines that run for `hours`; none when `rates` lacks the currency. Each end is
/// rounded once, to a billionth, half away from zero. What passes limits::kMonthlyCost for one machine, which
/// no plan that is read does, is that limit.
[[nodiscard]] std::optional<OwnAmounts> amounts_of(const OwnCost& cost,
                                                   const std::vector<ExchangeRate>& rates, Duration hours,
                                                   std::int64_t count);

/// Whether a month of one machine, however long, stays within limits::kMonthlyCost. True without a rate.
[[nodiscard]] bool is_within_limits(const OwnCost& cost, const std::vector<ExchangeRate>& rates);

/// What one machine costs, with its numbers: "40 EUR x 1.08 USD/EUR of 2026-11-01", "(3000 / 36 months + 200W
/// x 730 h x 0.3/kWh + 40) USD".
[[nodiscard]] std::string formula_of(const OwnCost& cost, const std::vector<ExchangeRate>& rates,
                                     Duration hours);

}  // namespace stowage
