// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

#include "stowage/queueing/queue_pool.hpp"

namespace stowage::test {

/// The exact mean wait of M/D/c in seconds (Crommelin, Post Office Electrical Engineers' Journal 25, 1932):
/// service time x sum over k of P(N >= kc) - P(N > kc) / rho, where N is Poisson with mean k a. Both
/// probabilities are summed together, term by term, as what is left is positive: P(N = n) (n + 1 - kc) / (n +
/// 1) for n >= kc.
inline double crommelin_wait(const QueuePool& pool) {
    constexpr double kNegligible = 1e-18;
    const double load = pool.offered_load();
    double wait = 0;
    for (double k = 1;; ++k) {
        const double busy = k * static_cast<double>(pool.servers);
        const double mean = k * load;
        double probability = std::exp(busy * std::log(mean) - mean - std::lgamma(busy + 1));
        double term = 0;
        for (double n = busy; probability > kNegligible * term; ++n) {
            term += probability * (n + 1 - busy) / (n + 1);
            probability *= mean / (n + 1);
        }
        wait += term;
        if (term <= kNegligible * wait) return wait / pool.service_rate;
    }
}

}  // namespace stowage::test
