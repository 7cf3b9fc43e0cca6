// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

#include "stowage/queueing/queue_figures.hpp"

namespace stowage {

/// The wait as M/G/c is approximated: none for most, and exponential for those who wait.
struct ExponentialWait {
    double waiting = 0;  ///< the share that waits
    double mean = 0;     ///< the mean wait of that share, in seconds

    /// From the mean wait of all and Erlang C. Where hardly anybody waits both are 0 in doubles: so is the
    /// wait.
    explicit ExponentialWait(const QueueFigures& figures)
        : waiting(figures.erlang_c.value_or(0)), mean(waiting > 0 ? figures.wq.value_or(0) / waiting : 0) {}

    /// The wait that a share `exceeding` passes.
    [[nodiscard]] double exceeded_by(double exceeding) const {
        return waiting <= exceeding ? 0 : mean * std::log(waiting / exceeding);
    }
};

}  // namespace stowage
