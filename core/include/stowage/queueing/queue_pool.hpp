// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <cstdint>

namespace stowage {

/// Servers that take requests from one queue, in the order of their arrival. Arrivals are a Poisson process.
/// Functions that take a pool want it as queue_errors() accepts it: positive, finite, at least one server.
struct QueuePool {
    double arrivals = 0;       ///< lambda: requests a second
    double service_rate = 0;   ///< mu: requests that one busy server completes a second
    std::int64_t servers = 1;  ///< c: workers, threads, tellers

    /// a = lambda / mu in erlangs: the servers that would be busy if nobody waited or was turned away.
    [[nodiscard]] double offered_load() const { return arrivals / service_rate; }
    /// rho = a / c: the share of time that a server is busy; 1 and above when the queue grows without end.
    [[nodiscard]] double load_per_server() const { return offered_load() / static_cast<double>(servers); }
    /// theta = c mu - lambda, requests a second. Rounded once, as it is small where a pool is nearly full.
    [[nodiscard]] double spare_rate() const {
        return std::fma(static_cast<double>(servers), service_rate, -arrivals);
    }
    /// Whether waits stay finite: rho < 1.
    [[nodiscard]] bool is_stable() const { return spare_rate() > 0; }
    [[nodiscard]] double service_time() const { return 1 / service_rate; }  ///< mean, in seconds
};

}  // namespace stowage
