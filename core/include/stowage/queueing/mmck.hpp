// SPDX-License-Identifier: MIT
//
// M/M/c/K: as M/M/c, but no more than K requests wait or are served at a time; others are turned away. Exact,
// also where more arrives than can be served (Gross and Harris, Fundamentals of Queueing Theory, chapter 2).
#pragma once

#include <cstdint>

#include "stowage/queueing/queue_figures.hpp"
#include "stowage/queueing/queue_pool.hpp"

namespace stowage {

/// `capacity` is K, at least the number of servers; with K = c nobody waits (Erlang's loss system).
/// `percentile` is above 0 and below 100. Waits, responses and percentiles are of the requests that get in.
[[nodiscard]] QueueFigures mmck_figures(const QueuePool& pool, std::int64_t capacity, double percentile);

/// P0: the share of time without any request.
[[nodiscard]] double mmck_empty_share(const QueuePool& pool, std::int64_t capacity);

/// P(wait > seconds) of a request that gets in.
[[nodiscard]] double mmck_wait_exceeds(const QueuePool& pool, std::int64_t capacity, double seconds);

/// P(response > seconds) of a request that gets in.
[[nodiscard]] double mmck_response_exceeds(const QueuePool& pool, std::int64_t capacity, double seconds);

}  // namespace stowage
