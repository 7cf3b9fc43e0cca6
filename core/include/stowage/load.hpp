// SPDX-License-Identifier: MIT
//
// What the load of a plan makes of its services: arrivals through the tiers, then utilisation, waits and
// response times. docs/queueing.md says which model is for what, and how exact it is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/plan.hpp"
#include "stowage/queueing/queue_figures.hpp"
#include "stowage/service_needs.hpp"

namespace stowage {

/// Another load than the stated one.
struct LoadScale {
    double factor = 1;  ///< on what comes from outside: arrivals and open connections
    double months = 0;  ///< that each load grows at its own rate
    bool peak = true;   ///< the busiest time: with each load's peak_factor; else the stated means
};

/// How long a request keeps a worker.
struct ServiceTime {
    double mean = 0;  ///< in seconds, above 0
    double scv = 1;   ///< squared coefficient of variation

    friend bool operator==(const ServiceTime&, const ServiceTime&) = default;
};

/// As stated. A median m with a 95th percentile p is read as the lognormal law that has both: sigma = ln(p /
/// m) / 1.64485, mean = m exp(sigma^2 / 2), scv = exp(sigma^2) - 1 (moments of the lognormal distribution). A
/// stated mean or scv has precedence. None where neither a mean nor both percentiles with m <= p are stated.
[[nodiscard]] std::optional<ServiceTime> service_time_of(const Load& load);

/// Requests a second that arrive at each service in its busiest time, at all its replicas together: its own
/// arrivals and, call by call, those of the services that call it, less what their hit ratio answers. None
/// where nothing is stated that leads there, and where calls lead in a circle. In the order of the plan.
[[nodiscard]] std::vector<std::optional<double>> arrivals_of(const Environment& environment,
                                                             const LoadScale& scale = {});

/// What is predicted of one service, absent where the plan does not say enough for it.
struct ServiceLoad {
    std::optional<double> arrivals;  ///< a second, at all replicas
    std::int64_t slots = 0;          ///< requests that all replicas serve at once; of event loops, the loops
    std::optional<double> cpu;       ///< CPU time a second, as a share of the CPU that is requested
    std::optional<double> memory;    ///< of workers and connections, as a share of the memory requested
    std::optional<double> connections;  ///< at once, at all replicas: open ones, and requests under way
    std::optional<double> turned_away;  ///< share of connections that meet a full replica (Erlang B)
    /// Of the workers. WSGI, Celery, PostgreSQL (its connections), Redis (one thread a replica) and others
    /// that state workers: M/G/c, the percentiles at 95. ASGI and Nginx: an event loop shares its CPU among
    /// the requests at hand (M/G/1-PS), and what is no CPU time passes beside it; nobody waits, and
    /// percentiles are absent.
    std::optional<QueueFigures> figures;
    std::optional<double> median;  ///< response time in seconds, where `figures` has percentiles
    std::string_view error_band;   ///< of the figures: see queue_error_band()

    /// Whether there is anything to tell beyond the arrivals.
    [[nodiscard]] bool is_predicted() const { return figures || cpu || connections; }

    /// What a latency budget is held against: the 95th percentile, where there is none the mean.
    [[nodiscard]] std::optional<double> latency() const {
        if (!figures) return std::nullopt;
        return figures->response_percentile ? figures->response_percentile : std::optional(figures->w);
    }
};

/// Of every service, in the order of the plan, as `needs` are.
[[nodiscard]] std::vector<ServiceLoad> load_of(const Environment& environment,
                                               const std::vector<ServiceNeeds>& needs,
                                               const LoadScale& scale = {});

/// How many connections the clients of each database may open, in the order of the plan's services; none for
/// other services, and where nobody states the settings of a client.
[[nodiscard]] std::vector<std::optional<std::int64_t>> database_slots_of(const Environment& environment);

/// Of one service that so many requests arrive at. `database_slots`: as database_slots_of() says.
[[nodiscard]] ServiceLoad load_of(const Service& service, const ServiceNeeds& needs,
                                  std::optional<double> arrivals, const LoadScale& scale,
                                  std::optional<std::int64_t> database_slots);

/// The prediction as the metrics of scaling rules, means over the replicas. What passes the largest figure of
/// a metric, as the wait of a pool that cannot keep up does, is that figure.
[[nodiscard]] Metrics metrics_of(const Service& service, const ServiceLoad& load);

/// For the eye: "82%", "640 ms", "12"; "no end" for what passes the largest figure.
[[nodiscard]] std::string show_metric(Metric metric, std::int64_t figure);

}  // namespace stowage
