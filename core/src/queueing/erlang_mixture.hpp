// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>

namespace stowage {

/// The share of times above t where a time is the sum of M exponential steps of one rate, `steps` = rate x t,
/// and `more_than(i)` is P(M > i) for i >= 0: the sum over i of Poisson(i; steps) more_than(i).
///
/// Poisson weights are taken relative to the largest and normalised by their own sum: exp(-steps) would be 0
/// in long queues, and gamma functions would lose digits.
template <class MoreThan>
[[nodiscard]] double erlang_mixture_exceeds(double steps, MoreThan more_than) {
    constexpr double kEndless =
        1e12;  // steps: far beyond what the longest queue takes (limits::kQueueCapacity)
    if (!(steps < kEndless)) return 0;
    constexpr double kNegligible = 1e-20;  // beside a weight of 1, of which doubles tell 1e-16
    const auto mode = static_cast<std::int64_t>(std::floor(steps));
    double weights = 1;
    double exceeding = more_than(mode);
    double weight = 1;
    for (std::int64_t i = mode; i > 0 && weight > kNegligible; --i) {
        weight *= static_cast<double>(i) / steps;
        weights += weight;
        exceeding += weight * more_than(i - 1);
    }
    weight = 1;
    for (std::int64_t i = mode + 1; weight > kNegligible; ++i) {
        weight *= steps / static_cast<double>(i);
        weights += weight;
        exceeding += weight * more_than(i);
    }
    return exceeding / weights;
}

}  // namespace stowage
