// SPDX-License-Identifier: MIT
//
// Figures of a plan as doubles: queueing and all that follows from it is calculated in them.
#pragma once

#include <cmath>
#include <optional>

#include "stowage/decimal.hpp"
#include "stowage/plan.hpp"
#include "stowage/quantity.hpp"
#include "stowage/range.hpp"

namespace stowage {

[[nodiscard]] inline double value_of(Decimal number) {
    return static_cast<double>(number.digits) / std::pow(10.0, number.scale);
}
[[nodiscard]] inline double value_of(const std::optional<Range<Decimal>>& number, double otherwise) {
    return number ? value_of(number->middle()) : otherwise;
}

[[nodiscard]] inline double share_of(Percent percent) {
    return static_cast<double>(percent.to_hundredths()) / 1e4;
}
[[nodiscard]] inline double share_of(const std::optional<Range<Percent>>& percent) {
    return percent ? share_of(percent->middle()) : 0;
}

[[nodiscard]] inline double seconds_of(Duration duration) {
    return static_cast<double>(duration.to_micros()) / 1e6;
}
/// None for a time that is not stated, and for one of zero.
[[nodiscard]] inline std::optional<double> positive_seconds(const std::optional<Range<Duration>>& duration) {
    if (!duration || duration->middle().to_micros() <= 0) return std::nullopt;
    return seconds_of(duration->middle());
}

[[nodiscard]] inline double per_second(const Rate& rate) {
    return value_of(rate.events) / seconds_of(rate.per);
}
[[nodiscard]] inline double per_second(const std::optional<Range<Rate>>& rate) {
    return rate ? per_second(rate->middle()) : 0;
}

}  // namespace stowage
