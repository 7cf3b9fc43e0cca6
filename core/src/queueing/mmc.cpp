// SPDX-License-Identifier: MIT
#include "stowage/queueing/mmc.hpp"

#include <cmath>

#include "quantile.hpp"
#include "stowage/queueing/erlang.hpp"

namespace stowage {
namespace {

/// Above it, exp(x) is so large that the shares are told apart without loss, and below it does not overflow.
constexpr double kLargeExponent = 30;

/// P(response > seconds) of a stable pool in which a share `waiting` waits.
double response_exceeds(const QueuePool& pool, double waiting, double seconds) {
    const double served_rate = pool.service_rate;
    const double spare_rate = pool.spare_rate();
    const double in_service = std::exp(-served_rate * seconds);
    const double x = (served_rate - spare_rate) * seconds;
    if (x > kLargeExponent) {
        const double waited = std::exp(-spare_rate * seconds) - in_service;
        return in_service + waiting * served_rate / (served_rate - spare_rate) * waited;
    }
    const double mean_growth = x == 0 ? 1 : std::expm1(x) / x;  // its limit where theta = mu
    return in_service * (1 + waiting * served_rate * seconds * mean_growth);
}

}  // namespace

QueueFigures mmc_figures(const QueuePool& pool, double percentile) {
    if (!pool.is_stable()) return overloaded_figures(pool);
    const double waiting = erlang_c(pool);
    const double exceeding = share_above(percentile);
    QueueFigures figures = figures_with_wait(pool, waiting / pool.spare_rate());
    figures.wait_percentile = waiting <= exceeding ? 0 : std::log(waiting / exceeding) / pool.spare_rate();
    figures.response_percentile = time_exceeded_by(exceeding, pool.service_time(), [&](double seconds) {
        return response_exceeds(pool, waiting, seconds);
    });
    return figures;
}

double mmc_empty_share(const QueuePool& pool) {
    if (!pool.is_stable()) return 0;
    const ErlangLoss loss = erlang_loss(pool.servers, pool.offered_load());
    const double spare_share = pool.spare_rate() / (static_cast<double>(pool.servers) * pool.service_rate);
    return loss.empty * spare_share / (spare_share + pool.load_per_server() * loss.blocked);
}

double mmc_wait_exceeds(const QueuePool& pool, double seconds) {
    if (!pool.is_stable()) return 1;
    return erlang_c(pool) * std::exp(-pool.spare_rate() * seconds);
}

double mmc_response_exceeds(const QueuePool& pool, double seconds) {
    if (!pool.is_stable()) return 1;
    return response_exceeds(pool, erlang_c(pool), seconds);
}

}  // namespace stowage
