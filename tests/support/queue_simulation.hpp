// SPDX-License-Identifier: MIT
#pragma once

#include "stowage/queueing/queue_pool.hpp"

namespace stowage::test {

enum class ServiceLaw { deterministic, exponential, lognormal, hyperexponential };

/// What was seen of a simulated queue; times in seconds.
struct SimulatedQueue {
    double mean_wait = 0;
    double waiting_share = 0;
    double response_p95 = 0;
};

/// Plays out 200,000 requests to the pool, event by event, first come first served. Service times follow
/// `law` with the pool's mean and, where the law leaves it open, this scv (above 1 for hyperexponential,
/// which has balanced means). The same numbers each time: each depends on its request and purpose only.
[[nodiscard]] SimulatedQueue simulate_queue(const QueuePool& pool, ServiceLaw law, double scv);

}  // namespace stowage::test
