// SPDX-License-Identifier: MIT
#include "stowage/own_cost.hpp"

#include <algorithm>

#include "stowage/limits.hpp"
#include "stowage/quantity_text.hpp"
#include "unit_text.hpp"

namespace stowage {
namespace {

using detail::Int128;

constexpr std::int64_t kWattsPerKilowatt = 1'000;

/// An amount of one machine in billionths of its currency, not yet divided. Within the limits of limits.hpp
/// the numerator is below 1e29 and the divisor below 4e9.
struct Fraction {
    Int128 numerator = 0;
    Int128 divisor = 1;
};

Fraction amount_of(Money monthly) { return {monthly.to_nanos(), 1}; }

Fraction amount_of(HourlyPrice price, Duration hours) {
    return {Int128{price.to_nanos()} * hours.to_micros(), Duration::hours(1).to_micros()};
}

/// Hours count in thousandths here, which is how finely a plan states them.
Fraction amount_of(const OwnedCost& cost, Duration hours) {
    const std::int64_t thousandths = divide_rounded(hours.to_micros(), Duration::millis(3'600).to_micros());
    const Int128 months = std::max<std::int64_t>(cost.lifetime.to_count(), 1);
    const Int128 per_energy = Int128{kWattsPerKilowatt} * 1'000;
    const EnergyPrice electricity = cost.electricity.value_or(EnergyPrice{});
    const Int128 energy = Int128{cost.power.to_watts()} * thousandths * electricity.to_nanos();
    return {cost.purchase.to_nanos() * per_energy + energy * months +
                cost.monthly.to_nanos() * per_energy * months,
            per_energy * months};
}

const ExchangeRate* rate_of(const std::string& currency, const std::vector<ExchangeRate>& rates) {
    const auto known = std::find_if(rates.begin(), rates.end(),
                                    [&](const ExchangeRate& rate) { return rate.name == currency; });
    return known == rates.end() ? nullptr : &*known;
}

/// Dollars in billionths for one unit; none when the currency has no rate.
std::optional<std::int64_t> nanos_for_one(const std::string& currency,
                                          const std::vector<ExchangeRate>& rates) {
    if (currency.empty()) return kNanosPerUnit;
    const ExchangeRate* rate = rate_of(currency, rates);
    if (rate == nullptr) return std::nullopt;
    return rate->rate.to_nanos();
}

/// amount x rate <= kMonthlyCost, without a product that could pass 128 bits.
bool is_within_limit(const Fraction& amount, std::int64_t rate) {
    if (rate == 0) return true;
    const Int128 most = Int128{limits::kMonthlyCost.to_nanos()} * kNanosPerUnit * amount.divisor;
    return amount.numerator <= most / rate;
}

Money in_dollars(const Fraction& amount, std::int64_t rate, std::int64_t count) {
    if (!is_within_limit(amount, rate)) return limits::kMonthlyCost * count;
    return Money::nanos(
        divide_rounded(amount.numerator * rate * count, amount.divisor * Int128{kNanosPerUnit}));
}

struct CostEnds {
    Fraction low;
    Fraction high;
};

CostEnds ends_of(const OwnCost& cost, Duration hours) {
    if (const auto* monthly = std::get_if<MonthlyCost>(&cost)) {
        return {amount_of(monthly->low), amount_of(monthly->high)};
    }
    if (const auto* hourly = std::get_if<HourlyCost>(&cost)) {
        return {amount_of(hourly->low, hours), amount_of(hourly->high, hours)};
    }
    const Fraction amount = amount_of(*std::get_if<OwnedCost>(&cost), hours);
    return {amount, amount};
}

std::string formula_of(const OwnedCost& cost, Duration hours) {
    std::string sum;
    const auto add = [&sum](const std::string& part) { sum += (sum.empty() ? "" : " + ") + part; };
    if (!cost.purchase.is_zero()) {
        add(format_money(cost.purchase) + " / " + format_months(cost.lifetime));
    }
    if (!cost.power.is_zero()) {
        add(format_power(cost.power) + " x " + format_month_hours(hours) + " h x " +
            format_energy_price(cost.electricity.value_or(EnergyPrice{})));
    }
    if (!cost.monthly.is_zero()) add(format_money(cost.monthly));
    return "(" + (sum.empty() ? "0" : sum) + ") " +
           (cost.currency.empty() ? std::string(kCurrency) : cost.currency);
}

/// "40 EUR", "50..200 EUR/h x 730 h".
std::string stated_amount(const OwnCost& cost, Duration hours) {
    if (const auto* owned = std::get_if<OwnedCost>(&cost)) return formula_of(*owned, hours);
    std::string text = format_own_cost(cost);
    text.resize(text.rfind('/'));
    if (currency_of(cost).empty()) text += " " + std::string(kCurrency);
    if (std::holds_alternative<HourlyCost>(cost)) text += "/h x " + format_month_hours(hours) + " h";
    return text;
}

}  // namespace

bool lacks_amounts(const OwnedCost& cost) {
    return cost.purchase.is_zero() && cost.monthly.is_zero() && cost.power == Power{};
}

const std::string& currency_of(const OwnCost& cost) {
    return std::visit([](const auto& each) -> const std::string& { return each.currency; }, cost);
}

std::optional<OwnAmounts> amounts_of(const OwnCost& cost, const std::vector<ExchangeRate>& rates,
                                     Duration hours, std::int64_t count) {
    const auto rate = nanos_for_one(currency_of(cost), rates);
    if (!rate) return std::nullopt;
    const CostEnds ends = ends_of(cost, hours);
    return OwnAmounts{in_dollars(ends.low, *rate, count), in_dollars(ends.high, *rate, count)};
}

bool is_within_limits(const OwnCost& cost, const std::vector<ExchangeRate>& rates) {
    const auto rate = nanos_for_one(currency_of(cost), rates);
    return !rate || is_within_limit(ends_of(cost, limits::kMonth).high, *rate);
}

std::string formula_of(const OwnCost& cost, const std::vector<ExchangeRate>& rates, Duration hours) {
    std::string text = stated_amount(cost, hours);
    const ExchangeRate* rate = rate_of(currency_of(cost), rates);
    if (rate == nullptr) return text;
    return text + " x " + format_money(rate->rate) + " " + std::string(kCurrency) + "/" + rate->name +
           " of " + rate->date;
}

}  // namespace stowage
