// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <optional>

namespace stowage {

/// The share of requests above a percentile.
[[nodiscard]] inline double share_above(double percentile) { return (100 - percentile) / 100; }

/// Where a falling tail passes a share, between two times: by the Illinois algorithm (Dowell and Jarratt, BIT
/// 11, 1971) on the logarithm of the tail, which is nearly straight, then by bisection until two neighbouring
/// doubles are left.
template <class Tail>
class Crossing {
  public:
    Crossing(double exceeding, const Tail& tail) : exceeding_(exceeding), tail_(tail) {}

    [[nodiscard]] double between(double low, double high) {
        End above{low, height(low)};
        End below{high, height(high)};
        for (;;) {
            const double middle = above.time + (below.time - above.time) / 2;
            if (middle <= above.time || middle >= below.time) return below.time;
            const double time = is_close(above, below) ? middle : straight_to(above, below, middle);
            const double found = height(time);
            const bool is_above = found > 0;
            // The end that stays twice counts half, so that it moves in the end.
            if (kept_ && is_above == *kept_) (is_above ? below : above).height /= 2;
            kept_ = is_above;
            (is_above ? above : below) = {time, found};
        }
    }

  private:
    struct End {
        double time = 0;
        double height = 0;
    };
    /// Of a time: some roundings.
    static constexpr double kClose = 1e-15;

    [[nodiscard]] double height(double time) const { return std::log(tail_(time) / exceeding_); }
    [[nodiscard]] static bool is_close(const End& above, const End& below) {
        return below.time - above.time <= 4 * kClose * below.time;
    }
    /// Where the line through both ends passes the share, not nearer to either than the next step could see.
    [[nodiscard]] static double straight_to(const End& above, const End& below, double middle) {
        if (!std::isfinite(below.height) || above.height <= below.height) return middle;
        const double part = above.height / (above.height - below.height);
        const double step = kClose * below.time;
        return std::clamp(above.time + (below.time - above.time) * part, above.time + step,
                          below.time - step);
    }

    double exceeding_;
    const Tail& tail_;
    std::optional<bool> kept_;  ///< on which side the last time was
};

/// The time that a share `exceeding` passes. `tail(t)` is that share for t: 1 or less at 0, falling to 0;
/// `scale` is a time of the expected order. All platforms come to the same time within the rounding of
/// `tail`, with no limit on iterations to choose.
template <class Tail>
[[nodiscard]] double time_exceeded_by(double exceeding, double scale, Tail tail) {
    if (tail(0.0) <= exceeding) return 0;
    double low = 0;
    double high = scale;
    while (tail(high) > exceeding) {
        low = high;
        high *= 2;
    }
    return Crossing<Tail>(exceeding, tail).between(low, high);
}

}  // namespace stowage
