// SPDX-License-Identifier: MIT
#include "rate_charges.hpp"

#include <algorithm>

#include "stowage/decimal.hpp"
#include "stowage/limits.hpp"

namespace stowage {
namespace {

using detail::Int128;

constexpr std::int64_t kThousandths = 1'000;
constexpr std::int64_t kMillionths = Use{}.millionths;
constexpr std::int64_t kBytesPerGb = 1'000'000'000;
constexpr std::int64_t kBytesPerGib = Bytes::gib(1).to_bytes();
constexpr int kShownDecimals = 9;
constexpr std::int64_t kShownUnit = 1'000'000'000;

// What amount_at() and money_of() multiply stays within 128 bits: the units of the largest disk by the hour
// and those of the most traffic, then those of all devices of a line, then an amount within the limits less
// the discount.
constexpr Int128 kLargest = (Int128{1} << 126) - 1 + (Int128{1} << 126);
constexpr std::int64_t kMonthThousandths = limits::kMonth.to_micros() / Duration::millis(3'600).to_micros();
constexpr Int128 kMostUnits = Int128{limits::kDisk.to_bytes()} * kMonthThousandths;
constexpr Int128 kMostAmount = kMostUnits * limits::kHourlyPrice.to_nanos();
static_assert(limits::kTraffic.to_bytes() < kMostUnits);
static_assert(kMostAmount < kLargest / limits::kNetworkDevices);
static_assert(Int128{limits::kMonthlyCost.to_nanos()} * limits::kManaged <
              kLargest / (Int128{kBytesPerGib} * kThousandths * Percent::whole(100).to_hundredths()));

/// numerator / divisor units of a price.
struct Units {
    Int128 numerator = 0;
    Int128 divisor = 1;
};

/// Hours count in thousandths, which is how finely a plan states them.
std::int64_t thousandths_of(Duration hours) {
    return divide_rounded(hours.to_micros(), Duration::millis(3'600).to_micros());
}

std::optional<Units> units_of(PriceUnit unit, const Use& use) {
    switch (unit) {
        case PriceUnit::hour:
            return Units{Int128{thousandths_of(use.hours)} * use.millionths,
                         Int128{kThousandths} * kMillionths};
        case PriceUnit::month: return Units{use.millionths, kMillionths};
        case PriceUnit::gib_hour:
            if (!use.stored) return std::nullopt;
            return Units{Int128{use.stored->to_bytes()} * thousandths_of(use.hours),
                         Int128{kBytesPerGib} * kThousandths};
        case PriceUnit::gib_month:
            if (!use.stored) return std::nullopt;
            return Units{use.stored->to_bytes(), kBytesPerGib};
        case PriceUnit::gb:
            if (!use.passed) return std::nullopt;
            return Units{use.passed->to_bytes(), kBytesPerGb};
        case PriceUnit::gib:
            if (!use.passed) return std::nullopt;
            return Units{use.passed->to_bytes(), kBytesPerGib};
        case PriceUnit::disk_month: break;
    }
    return std::nullopt;
}

/// The smallest disk that holds it.
RateAmount amount_of_disk(const ListPrice& price, Bytes stored) {
    for (const PriceTier& disk : price.tiers) {
        if (stored.to_bytes() > Int128{disk.up_to} * kBytesPerGib) continue;
        RateAmount amount;
        amount.charges = {{Decimal{1, 0}, disk.price}};
        amount.numerator = disk.price.to_nanos();
        return amount;
    }
    RateAmount none;
    none.reason = "the largest disk listed holds " + std::to_string(price.tiers.back().up_to) + " GiB";
    return none;
}

Charge charge_of(Int128 part, Int128 divisor, UnitPrice price) {
    const std::int64_t shown = divide_rounded(part * kShownUnit, divisor);
    return {normalised({shown, kShownDecimals}), price};
}

void apply_cap(RateAmount& amount, const ListPrice& price, const Use& use) {
    if (!price.month_cap) return;
    const Int128 most = Int128{price.month_cap->to_nanos()} * use.millionths * (amount.divisor / kMillionths);
    if (amount.numerator <= most) return;
    amount.numerator = most;
    amount.capped = true;
}

}  // namespace

RateAmount amount_at(const ListPrice& price, const Use& use) {
    if (price.unit == PriceUnit::disk_month && use.stored) return amount_of_disk(price, *use.stored);
    const auto units = units_of(price.unit, use);
    RateAmount amount;
    if (!units) {
        amount.reason = "a price per " + std::string(name_of(price.unit)) + " does not fit it";
        return amount;
    }
    amount.divisor = units->divisor;
    Int128 below = 0;
    for (const PriceTier& tier : price.tiers) {
        const Int128 end =
            tier.up_to == 0 ? units->numerator : std::min(units->numerator, tier.up_to * units->divisor);
        if (end <= below) break;
        amount.charges.push_back(charge_of(end - below, units->divisor, tier.price));
        amount.numerator += (end - below) * tier.price.to_nanos();
        below = end;
    }
    if (below < units->numerator) {
        amount.reason = "the list ends at " + std::to_string(price.tiers.back().up_to) + " " +
                        std::string(name_of(price.unit));
    }
    if (amount.charges.empty()) amount.charges.push_back({Decimal{}, price.tiers.front().price});
    apply_cap(amount, price, use);
    return amount;
}

std::optional<Money> money_of(const RateAmount& amount, std::int64_t count, Percent discount, Money most) {
    if (amount.numerator * count > Int128{most.to_nanos()} * amount.divisor) return std::nullopt;
    const std::int64_t whole = Percent::whole(100).to_hundredths();
    return Money::nanos(divide_rounded(amount.numerator * count * (whole - discount.to_hundredths()),
                                       amount.divisor * whole));
}

}  // namespace stowage
