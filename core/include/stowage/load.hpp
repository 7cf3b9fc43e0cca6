// SPDX-License-Identifier: MIT
//
// What the load of a plan makes of its services: arrivals through the tiers, then utilisation, waits and
// response times. docs/queueing.md says which model is for what, and how exact it is.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"
#include "stowage/queueing/queue_figures.hpp"

namespace stowage {

/// Requests a second that arrive at each service, at all its replicas together: its own arrivals and, call by
/// call, those of the services that call it. None where nothing is stated that leads there, and where calls
/// lead in a circle. In the order of the plan.
[[nodiscard]] std::vector<std::optional<double>> arrivals_of(const Environment& environment);

/// What is predicted of one service, absent where the plan does not say enough for it.
struct ServiceLoad {
    std::optional<double> arrivals;  ///< a second, at all replicas
    std::int64_t slots = 0;     ///< requests that all replicas serve at once; event loops of an ASGI service
    std::optional<double> cpu;  ///< arrivals x CPU time, as a share of the CPU that is requested
    /// Of the workers. WSGI and Celery: M/G/c, the percentiles at 95. ASGI: an event loop shares its CPU
    /// among the requests at hand (M/G/1-PS), and what is no CPU time passes beside it; nobody waits, and
    /// percentiles are absent.
    std::optional<QueueFigures> figures;
    std::optional<double> median;  ///< response time in seconds, where `figures` has percentiles
};

/// Of every service, in the order of the plan.
[[nodiscard]] std::vector<ServiceLoad> load_of(const Environment& environment,
                                               const EnvironmentEstimate& estimate);

/// The prediction as the metrics of scaling rules, means over the replicas. What passes the largest figure of
/// a metric, as the wait of a pool that cannot keep up does, is that figure. Memory is not predicted.
[[nodiscard]] Metrics metrics_of(const Service& service, const ServiceLoad& load);

}  // namespace stowage
