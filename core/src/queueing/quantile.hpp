// SPDX-License-Identifier: MIT
#pragma once

namespace stowage {

/// The share of requests above a percentile.
[[nodiscard]] inline double share_above(double percentile) { return (100 - percentile) / 100; }

/// The time that a share `exceeding` passes. `tail(t)` is that share for t: 1 or less at 0, falling to 0;
/// `scale` is a time of the expected order. By bisection until two neighbouring doubles are left: all
/// platforms come to the same time within the rounding of `tail`, with no limit on iterations to choose.
template <class Tail>
[[nodiscard]] double time_exceeded_by(double exceeding, double scale, Tail tail) {
    if (tail(0.0) <= exceeding) return 0;
    double low = 0;
    double high = scale;
    while (tail(high) > exceeding) {
        low = high;
        high *= 2;
    }
    for (;;) {
        const double middle = low + (high - low) / 2;
        if (middle <= low || middle >= high) return high;
        (tail(middle) > exceeding ? low : high) = middle;
    }
}

}  // namespace stowage
