// SPDX-License-Identifier: MIT
//
// What a month of something costs that is not sold by the machine and hour.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "stowage/cost.hpp"

namespace stowage {

/// How much of one thing a month takes, for whatever unit its price has.
struct Use {
    Duration hours;               ///< that it runs
    std::optional<Bytes> stored;  ///< that it holds
    std::optional<Bytes> passed;  ///< that pass through it
    /// How many a device counts as, such as the capacity units of a load balancer; to a millionth.
    std::int64_t millionths = 1'000'000;
};

/// A month of one at a list price, not yet rounded: numerator / divisor billionths of the currency.
struct RateAmount {
    std::vector<Charge> charges;
    detail::Int128 numerator = 0;
    detail::Int128 divisor = 1;
    bool capped = false;  ///< the list's most for a month is less than the hours
    std::string reason;   ///< why the list has no price for it; empty when it has one
};

[[nodiscard]] RateAmount amount_at(const ListPrice& price, const Use& use);

/// amount x count less the discount, rounded once; none when the list price passes `most`.
[[nodiscard]] std::optional<Money> money_of(const RateAmount& amount, std::int64_t count, Percent discount,
                                            Money most);

}  // namespace stowage
