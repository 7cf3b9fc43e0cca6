// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "stowage/queueing/queue_pool.hpp"

namespace stowage {

/// A pool without a queue (M/M/c/c). Each figure is a sum or product of positive terms, so that none loses
/// digits where it is small.
struct ErlangLoss {
    double blocked = 0;  ///< Erlang B: the share that finds every server busy
    double passed = 1;   ///< 1 - Erlang B
    double empty = 1;    ///< the share of time without any request
};

/// By the recursion B(n) = a B(n-1) / (n + a B(n-1)), B(0) = 1, which is stable for any load and any number
/// of servers (Jagerman 1974): errors shrink with each step, and no factorial is formed. `load` is in
/// erlangs.
[[nodiscard]] ErlangLoss erlang_loss(std::int64_t servers, double load);

/// Erlang B: the share of requests that `servers` without a queue turn away at `load` erlangs.
[[nodiscard]] double erlang_b(std::int64_t servers, double load);

/// Erlang C: the share of requests that wait, C = B / (1 - rho (1 - B)); 1 when the pool cannot keep up.
[[nodiscard]] double erlang_c(const QueuePool& pool);

}  // namespace stowage
