// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "stowage/queueing/queue_pool.hpp"

namespace stowage {

/// What a queueing model says of a pool in the long run. Times are in seconds. What grows without end is
/// infinity; what a model does not define is absent.
struct QueueFigures {
    /// The share of time that a server is busy. Of an unlimited queue it is the load offered to each server,
    /// which passes 1 where the pool cannot keep up.
    double utilisation = 0;
    /// Of c servers without a queue: the share of requests that would be turned away.
    std::optional<double> erlang_b{};
    /// Of c exponential servers with an unlimited queue: the share of requests that wait.
    std::optional<double> erlang_c{};
    std::optional<double> wq{};       ///< mean wait before service, of those that get in
    double w = 0;                     ///< mean response time: wait and service
    std::optional<double> lq{};       ///< mean number of requests that wait
    double l = 0;                     ///< mean number of requests that wait or are served
    std::optional<double> p_block{};  ///< the share that a limited queue turns away
    std::optional<double> wait_percentile{};
    std::optional<double> response_percentile{};
};

/// The figures of a stable pool whose mean wait is known, without percentiles: Little's law gives the rest.
[[nodiscard]] QueueFigures figures_with_wait(const QueuePool& pool, double wait);

/// The figures of a pool that cannot keep up (rho >= 1): all waits are infinite.
[[nodiscard]] QueueFigures overloaded_figures(const QueuePool& pool);

}  // namespace stowage
