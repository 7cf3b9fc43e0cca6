// SPDX-License-Identifier: MIT
//
// M/M/c: Poisson arrivals, exponential service times, c servers, an unlimited queue. All of it is exact
// (Gross and Harris, Fundamentals of Queueing Theory, chapter 2).
#pragma once

#include "stowage/queueing/queue_figures.hpp"
#include "stowage/queueing/queue_pool.hpp"

namespace stowage {

/// `percentile` is above 0 and below 100. Wq = C / theta; the wait is 0 for a share 1 - C, else exponential
/// with rate theta.
[[nodiscard]] QueueFigures mmc_figures(const QueuePool& pool, double percentile);

/// P0: the share of time without any request; 0 when the pool cannot keep up.
[[nodiscard]] double mmc_empty_share(const QueuePool& pool);

/// P(wait > seconds) = C exp(-theta t); 1 when the pool cannot keep up.
[[nodiscard]] double mmc_wait_exceeds(const QueuePool& pool, double seconds);

/// P(response > seconds) = exp(-mu t) (1 + C mu t (exp(x) - 1) / x) with x = (mu - theta) t, which has no gap
/// where theta = mu; 1 when the pool cannot keep up.
[[nodiscard]] double mmc_response_exceeds(const QueuePool& pool, double seconds);

}  // namespace stowage
