// SPDX-License-Identifier: MIT
#include "stowage/limits.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/refusal.hpp"
#include "unit_text.hpp"

namespace stowage {
namespace {

constexpr int kNanoDecimals = 9;
constexpr std::int64_t kNanosPerUnit = 1'000'000'000;
constexpr std::string_view kAcceptedMoney = "an amount such as 12.50, from 0 to 1000000";
constexpr std::string_view kAcceptedPrice = "a price such as 0.34, from 0 to 1000 per hour";
constexpr std::string_view kAcceptedCost = "a price with its time: 85/month, 0.12/hour or 50..200/month";

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
        return refused(ErrorCode::out_of_range, quoted(text) + " ends below its start", kAcceptedCost);
    return NanosRange{*low, *high};
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

std::string show_money(Money money) { return format_fixed(money.to_nanos(), kNanoDecimals, 2); }

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

Result<OwnCost> parse_own_cost(std::string_view text) {
    if (const auto amount = without_suffix(text, "/month")) {
        const auto range = parse_range(*amount, limits::kMonthlyCost.to_nanos());
        if (!range) return range.error();
        return OwnCost{MonthlyCost{Money::nanos(range->low), Money::nanos(range->high)}};
    }
    if (const auto amount = without_suffix(text, "/hour")) {
        const auto range = parse_range(*amount, limits::kHourlyPrice.to_nanos());
        if (!range) return range.error();
        return OwnCost{HourlyCost{HourlyPrice::nanos(range->low), HourlyPrice::nanos(range->high)}};
    }
    return refused(ErrorCode::unit, quoted(text) + " does not say per month or per hour", kAcceptedCost);
}

std::string format_own_cost(const OwnCost& cost) {
    if (const auto* monthly = std::get_if<MonthlyCost>(&cost)) {
        return format_range(monthly->low.to_nanos(), monthly->high.to_nanos()) + "/month";
    }
    const auto* hourly = std::get_if<HourlyCost>(&cost);
    return format_range(hourly->low.to_nanos(), hourly->high.to_nanos()) + "/hour";
}

}  // namespace stowage
