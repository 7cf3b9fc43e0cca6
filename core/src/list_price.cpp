// SPDX-License-Identifier: MIT
#include "stowage/list_price.hpp"

#include <array>
#include <utility>

#include "stowage/decimal.hpp"
#include "stowage/limits.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/refusal.hpp"
#include "unit_text.hpp"

namespace stowage {
namespace {

constexpr std::array<std::pair<PriceUnit, std::string_view>, 7> kUnits{{
    {PriceUnit::hour, "hour"},
    {PriceUnit::month, "month"},
    {PriceUnit::gib_hour, "GiB-hour"},
    {PriceUnit::gib_month, "GiB-month"},
    {PriceUnit::disk_month, "disk-month"},
    {PriceUnit::gb, "GB"},
    {PriceUnit::gib, "GiB"},
}};
constexpr std::string_view kUpTo = " up to ";
constexpr std::string_view kAtMost = " at most ";
constexpr std::string_view kNextTier = ", ";
constexpr std::string_view kAcceptedListPrice =
    "a price per hour such as 0.34, one with its unit such as 0.08/GiB-month, or tiers such as 0/GB up to "
    "100, "
    "0.09/GB";

Error refuse(std::string_view text) { return not_a("a list price", text, kAcceptedListPrice); }

/// "0.09/GB up to 10240" or "0.0416": one tier and its unit.
struct StatedTier {
    PriceUnit unit = PriceUnit::hour;
    PriceTier tier;
};

Result<StatedTier> parse_tier(std::string_view text) {
    StatedTier stated;
    if (const auto end = text.find(kUpTo); end != std::string_view::npos) {
        const auto up_to = parse_decimal(text.substr(end + kUpTo.size()));
        if (!up_to || up_to->scale != 0 || up_to->digits < 1 || up_to->digits > limits::kTierUnits)
            return refuse(text);
        stated.tier.up_to = up_to->digits;
        text = text.substr(0, end);
    }
    if (const auto slash = text.find('/'); slash != std::string_view::npos) {
        const auto unit = price_unit_named(text.substr(slash + 1));
        if (!unit) return refuse(text);
        stated.unit = *unit;
        text = text.substr(0, slash);
    }
    const auto price = parse_hourly_price(text);  // the same digits and the same limit, whatever the unit
    if (!price) return price.error();
    stated.tier.price = UnitPrice::nanos(price->to_nanos());
    return stated;
}

/// Takes "at most 6/month" off the end.
Result<std::optional<Money>> take_cap(std::string_view& text) {
    const auto start = text.find(kAtMost);
    if (start == std::string_view::npos) return std::optional<Money>{};
    const auto amount = without_suffix(text.substr(start + kAtMost.size()), kPerMonth);
    if (!amount) return refuse(text);
    const auto cap = parse_money(*amount);
    if (!cap) return cap.error();
    text = text.substr(0, start);
    return std::optional<Money>{*cap};
}

/// Ascending, and all but the last of a known end; a disk of no stated size holds nothing.
bool tiers_ascend(const ListPrice& price) {
    std::int64_t last = 0;
    for (std::size_t i = 0; i < price.tiers.size(); ++i) {
        const std::int64_t up_to = price.tiers[i].up_to;
        const bool endless = up_to == 0 && i + 1 == price.tiers.size() && price.unit != PriceUnit::disk_month;
        if (!endless && up_to <= last) return false;
        last = up_to;
    }
    return true;
}

std::string format_tier(PriceUnit unit, const PriceTier& tier) {
    std::string text = format_shortest(tier.price.to_nanos(), kNanoDecimals);
    if (unit != PriceUnit::hour) text += "/" + std::string(name_of(unit));
    if (tier.up_to != 0) text += std::string(kUpTo) + std::to_string(tier.up_to);
    return text;
}

}  // namespace

std::string_view name_of(PriceUnit unit) {
    for (const auto& [known, name] : kUnits) {
        if (known == unit) return name;
    }
    return kUnits.front().second;
}

std::optional<PriceUnit> price_unit_named(std::string_view text) {
    for (const auto& [unit, name] : kUnits) {
        if (name == text) return unit;
    }
    return std::nullopt;
}

ListPrice per_hour(HourlyPrice price, std::optional<Money> month_cap) {
    return {PriceUnit::hour, {{0, UnitPrice::nanos(price.to_nanos())}}, month_cap};
}

std::optional<HourlyPrice> hourly_of(const ListPrice& price) {
    if (price.unit != PriceUnit::hour || price.tiers.size() != 1) return std::nullopt;
    return HourlyPrice::nanos(price.tiers.front().price.to_nanos());
}

Result<ListPrice> parse_list_price(std::string_view text) {
    const std::string_view whole = text;
    ListPrice price;
    const auto cap = take_cap(text);
    if (!cap) return cap.error();
    price.month_cap = *cap;
    for (bool more = true; more;) {
        const auto end = text.find(kNextTier);
        more = end != std::string_view::npos;
        const auto stated = parse_tier(text.substr(0, end));
        if (!stated) return stated.error();
        if (price.tiers.empty()) price.unit = stated->unit;
        if (stated->unit != price.unit || price.tiers.size() == limits::kPriceTiers) return refuse(whole);
        price.tiers.push_back(stated->tier);
        if (more) text.remove_prefix(end + kNextTier.size());
    }
    const bool tiered = price.tiers.size() > 1 || price.tiers.front().up_to != 0;
    const bool by_time = price.unit == PriceUnit::hour || price.unit == PriceUnit::month;
    if (!tiers_ascend(price) || (by_time && tiered)) return refuse(whole);
    if (price.month_cap && price.unit != PriceUnit::hour) return refuse(whole);
    return price;
}

std::string format_list_price(const ListPrice& price) {
    std::string text;
    for (const PriceTier& tier : price.tiers) {
        text += (text.empty() ? "" : std::string(kNextTier)) + format_tier(price.unit, tier);
    }
    if (price.month_cap)
        text += std::string(kAtMost) + format_money(*price.month_cap) + std::string(kPerMonth);
    return text;
}

}  // namespace stowage
