// SPDX-License-Identifier: MIT
#include "stowage/queueing/mgc.hpp"

#include <limits>

#include "exponential_wait.hpp"
#include "lognormal_response.hpp"
#include "quantile.hpp"
#include "stowage/queueing/approximations.hpp"
#include "stowage/queueing/mdc.hpp"
#include "stowage/queueing/mmc.hpp"

namespace stowage {
namespace {

/// Pollaczek and Khinchine's mean wait of one server.
double pollaczek_khinchine_wait(const QueuePool& pool, double scv) {
    return pool.offered_load() * (1 + scv) / 2 / pool.spare_rate();
}

}  // namespace

QueueFigures mgc_figures(const QueuePool& pool, double scv, double percentile) {
    if (scv == 0) return mdc_figures(pool, percentile);
    if (scv == 1) return mmc_figures(pool, percentile);
    if (!pool.is_stable()) return overloaded_figures(pool);
    QueueFigures figures = figures_with_wait(
        pool, pool.servers == 1 ? pollaczek_khinchine_wait(pool, scv) : kimura_wait(pool, scv));
    const double exceeding = share_above(percentile);
    const ExponentialWait wait(figures);
    figures.wait_percentile = wait.exceeded_by(exceeding);
    figures.response_percentile = LognormalResponse(wait, pool.service_time(), scv).exceeded_by(exceeding);
    return figures;
}

QueueFigures processor_sharing_figures(const QueuePool& pool) {
    QueueFigures figures;
    figures.utilisation = pool.load_per_server();
    const bool stable = pool.is_stable();
    figures.w = stable ? 1 / pool.spare_rate() : std::numeric_limits<double>::infinity();
    figures.l = pool.arrivals * figures.w;
    return figures;
}

}  // namespace stowage
