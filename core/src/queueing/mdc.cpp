// SPDX-License-Identifier: MIT
#include "stowage/queueing/mdc.hpp"

#include "exponential_wait.hpp"
#include "quantile.hpp"
#include "stowage/queueing/approximations.hpp"

namespace stowage {

QueueFigures mdc_figures(const QueuePool& pool, double percentile) {
    if (!pool.is_stable()) return overloaded_figures(pool);
    const double exceeding = share_above(percentile);
    QueueFigures figures = figures_with_wait(pool, cosmetatos_wait(pool));
    figures.wait_percentile = pool.servers == 1 ? md1_wait_exceeded_by(pool, exceeding)
                                                : ExponentialWait(figures).exceeded_by(exceeding);
    figures.response_percentile = *figures.wait_percentile + pool.service_time();
    return figures;
}

}  // namespace stowage
