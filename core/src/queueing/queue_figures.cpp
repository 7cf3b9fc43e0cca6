// SPDX-License-Identifier: MIT
#include "stowage/queueing/queue_figures.hpp"

#include <limits>

#include "stowage/queueing/erlang.hpp"

namespace stowage {

QueueFigures figures_with_wait(const QueuePool& pool, double wait) {
    QueueFigures figures;
    figures.utilisation = pool.load_per_server();
    figures.erlang_b = erlang_b(pool.servers, pool.offered_load());
    figures.erlang_c = erlang_c(pool);
    figures.wq = wait;
    figures.w = wait + pool.service_time();
    figures.lq = pool.arrivals * wait;
    figures.l = *figures.lq + pool.offered_load();
    return figures;
}

QueueFigures overloaded_figures(const QueuePool& pool) {
    QueueFigures figures = figures_with_wait(pool, std::numeric_limits<double>::infinity());
    figures.wait_percentile = figures.wq;
    figures.response_percentile = figures.w;
    return figures;
}

}  // namespace stowage
