// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "stowage/limits.hpp"
#include "stowage/number_text.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/refusal.hpp"
#include "unit_text.hpp"

namespace stowage {
namespace {

constexpr std::string_view kAcceptedMoney = "an amount such as 12.50, from 0 to 1000000";
constexpr std::string_view kAcceptedPrice = "a price such as 0.34, from 0 to 1000 per hour";
constexpr std::string_view kAcceptedCost =
    "a price with its time: 85/month, 0.12/hour, 50..200/month or 40 EUR/month";
constexpr std::string_view kAcceptedOwnAmount = "an amount such as 3000, from 0 to 1000000000";
constexpr std::string_view kAcceptedExchangeRate =
    "dollars for one unit, such as 1.08, more than 0 and at most 1000000";
constexpr std::string_view kAcceptedEnergy = "a price such as 0.30/kWh, from 0 to 1000000";
constexpr std::string_view kAcceptedPower = "a number with a unit: 200W or 1.2kW, in whole watts up to 100kW";
constexpr std::string_view kAcceptedMonths = "36 months or 3 years, whole, from 1 month to 100 years";

constexpr std::string_view kPerEnergy = "/kWh";
constexpr std::array kPowerUnits{Unit{"kW", 1'000}, Unit{"W", 1}};
constexpr std::array kMonthUnits{Unit{"years", 12}, Unit{"year", 12}, Unit{"months", 1}, Unit{"month", 1}};

/// Billionths of the currency; more than nine decimals round to them.
Result<std::int64_t> parse_nanos(std::string_view text, std::int64_t limit, std::string_view accepted) {
    const auto number = parse_decimal(text);
    if (!number) return not_a("an amount of money", text, accepted);
    const auto nanos = scaled(*number, kNanosPerUnit);
    if (!nanos || *nanos < 0 || *nanos > limit) return out_of_range(text, accepted);
    return *nanos;
}

struct NanosRange {
    std::int64_t low;
    std::int64_t high;
};

/// "50..200", or one amount for both ends.
Result<NanosRange> parse_range(std::string_view text, std::int64_t limit) {
    constexpr std::string_view kDots = "..";
    const auto dots = text.find(kDots);
    const auto low = parse_nanos(text.substr(0, dots), limit, kAcceptedCost);
    if (!low) return low.error();
    if (dots == std::string_view::npos) return NanosRange{*low, *low};
    const auto high = parse_nanos(text.substr(dots + kDots.size()), limit, kAcceptedCost);
    if (!high) return high.error();
    if (*high < *low)
        return refused(ErrorCode::out_of_range, in_quotes(text) + " ends below its start", kAcceptedCost);
    return NanosRange{*low, *high};
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }

/// "40 EUR" or "40EUR": the amount, and the currency behind it or none.
struct AmountIn {
    std::string_view amount;
    std::string_view currency;
};

AmountIn split_currency(std::string_view text) {
    std::size_t start = text.size();
    while (start > 0 && is_capital(text[start - 1])) --start;
    AmountIn parts{text.substr(0, start), text.substr(start)};
    if (!parts.currency.empty() && parts.amount.ends_with(' ')) parts.amount.remove_suffix(1);
    return parts;
}

/// A range per month or per hour, in dollars or in the currency behind it.
struct StatedRange {
    NanosRange range;
    std::string currency;
};

Result<StatedRange> parse_stated_range(std::string_view text, std::int64_t limit, std::int64_t own_limit) {
    const AmountIn parts = split_currency(text);
    StatedRange stated{};
    if (!parts.currency.empty()) {
        auto currency = parse_currency(parts.currency);
        if (!currency) return currency.error();
        stated.currency = *std::move(currency);
    }
    const auto range = parse_range(parts.amount, stated.currency.empty() ? limit : own_limit);
    if (!range) return range.error();
    stated.range = *range;
    return stated;
}

std::string format_range(std::int64_t low, std::int64_t high) {
    const std::string start = format_shortest(low, kNanoDecimals);
    return low == high ? start : start + ".." + format_shortest(high, kNanoDecimals);
}

}  // namespace

Result<Money> parse_money(std::string_view text) {
    const auto nanos = parse_nanos(text, limits::kMonthlyCost.to_nanos(), kAcceptedMoney);
    if (!nanos) return nanos.error();
    return Money::nanos(*nanos);
}

std::string format_money(Money money) { return format_shortest(money.to_nanos(), kNanoDecimals); }

std::string format_cents(Money money) { return format_fixed(money.to_nanos(), kNanoDecimals, 2); }

std::string show_money(Money money) { return grouped(format_cents(money)); }

std::string show_cost(Money low, Money high, bool complete) {
    if (!complete) return "at least " + show_money(low);
    return show_money(low) + (high == low ? "" : ".." + show_money(high));
}

Result<HourlyPrice> parse_hourly_price(std::string_view text) {
    const auto nanos = parse_nanos(text, limits::kHourlyPrice.to_nanos(), kAcceptedPrice);
    if (!nanos) return nanos.error();
    return HourlyPrice::nanos(*nanos);
}

std::string format_hourly_price(HourlyPrice price) {
    return format_shortest(price.to_nanos(), kNanoDecimals);
}

Result<Months> parse_months(std::string_view text) {
    const auto parts = split_unit(text);
    const auto unit = parts ? size_of(parts->unit, kMonthUnits) : std::nullopt;
    if (!unit || parts->number.scale != 0) return not_a("a number of months", text, kAcceptedMonths);
    const auto months = scaled(parts->number, *unit);
    if (!months || *months < 1 || *months > limits::kLifetime.to_count()) {
        return out_of_range(text, kAcceptedMonths);
    }
    return Months::count(*months);
}

std::string format_months(Months months) {
    return std::to_string(months.to_count()) + (months == Months::count(1) ? " month" : " months");
}

Result<Power> parse_power(std::string_view text) {
    const auto parts = split_unit(text);
    const auto unit = parts ? size_of(parts->unit, kPowerUnits) : std::nullopt;
    if (!unit) return not_a("an electrical power", text, kAcceptedPower);
    const auto watts = scaled(parts->number, *unit);
    const int decimals = *unit == 1 ? 0 : 3;
    if (!watts || parts->number.scale > decimals || *watts < 0 || *watts > limits::kPower.to_watts()) {
        return out_of_range(text, kAcceptedPower);
    }
    return Power::watts(*watts);
}

std::string format_power(Power power) { return shortest_with_unit(power.to_watts(), kPowerUnits); }

Result<EnergyPrice> parse_energy_price(std::string_view text) {
    const auto amount = without_suffix(text, kPerEnergy);
    if (!amount) return refused(ErrorCode::unit, in_quotes(text) + " does not end in /kWh", kAcceptedEnergy);
    const auto nanos = parse_nanos(*amount, limits::kEnergyPrice.to_nanos(), kAcceptedEnergy);
    if (!nanos) return nanos.error();
    return EnergyPrice::nanos(*nanos);
}

std::string format_energy_price(EnergyPrice price) {
    return format_shortest(price.to_nanos(), kNanoDecimals) + std::string(kPerEnergy);
}

Result<Money> parse_own_amount(std::string_view text) {
    const auto nanos = parse_nanos(text, limits::kOwnAmount.to_nanos(), kAcceptedOwnAmount);
    if (!nanos) return nanos.error();
    return Money::nanos(*nanos);
}

Result<Money> parse_exchange_rate(std::string_view text) {
    const auto nanos = parse_nanos(text, limits::kMonthlyCost.to_nanos(), kAcceptedExchangeRate);
    if (!nanos) return nanos.error();
    if (*nanos == 0) return out_of_range(text, kAcceptedExchangeRate);
    return Money::nanos(*nanos);
}

Result<std::string> parse_currency(std::string_view text) {
    if (text.size() != 3 || !std::all_of(text.begin(), text.end(), is_capital)) {
        return not_a("a currency", text, "three capital letters, such as EUR");
    }
    return text == kCurrency ? std::string() : std::string(text);
}

Result<OwnCost> parse_own_cost(std::string_view text) {
    if (const auto amount = without_suffix(text, "/month")) {
        auto stated =
            parse_stated_range(*amount, limits::kMonthlyCost.to_nanos(), limits::kOwnAmount.to_nanos());
        if (!stated) return stated.error();
        return OwnCost{MonthlyCost{Money::nanos(stated->range.low), Money::nanos(stated->range.high),
                                   std::move(stated->currency)}};
    }
    if (const auto amount = without_suffix(text, "/hour")) {
        auto stated =
            parse_stated_range(*amount, limits::kHourlyPrice.to_nanos(), limits::kOwnHourlyPrice.to_nanos());
        if (!stated) return stated.error();
        return OwnCost{HourlyCost{HourlyPrice::nanos(stated->range.low),
                                  HourlyPrice::nanos(stated->range.high), std::move(stated->currency)}};
    }
    return refused(ErrorCode::unit, in_quotes(text) + " does not say per month or per hour", kAcceptedCost);
}

std::string format_own_cost(const OwnCost& cost) {
    const std::string currency = currency_of(cost).empty() ? "" : " " + currency_of(cost);
    if (const auto* monthly = std::get_if<MonthlyCost>(&cost)) {
        return format_range(monthly->low.to_nanos(), monthly->high.to_nanos()) + currency + "/month";
    }
    if (const auto* hourly = std::get_if<HourlyCost>(&cost)) {
        return format_range(hourly->low.to_nanos(), hourly->high.to_nanos()) + currency + "/hour";
    }
    return {};
}

}  // namespace stowage
