// SPDX-License-Identifier: MIT
#include "stowage/queueing/approximations.hpp"

#include <algorithm>
#include <cmath>

#include "stowage/queueing/erlang.hpp"

namespace stowage {
namespace {

double mmc_wait(const QueuePool& pool) { return erlang_c(pool) / pool.spare_rate(); }

/// The wait of M/D/c as a share of that of M/M/c, by Cosmetatos: from 1/2 to c / (c + 1).
double deterministic_share(const QueuePool& pool) {
    const auto servers = static_cast<double>(pool.servers);
    const double load = pool.load_per_server();
    const double correction =
        (1 - load) * (servers - 1) * (std::sqrt(4 + 5 * servers) - 2) / (16 * load * servers);
    return std::min((1 + correction) / 2, servers / (servers + 1));
}

}  // namespace

double cosmetatos_wait(const QueuePool& pool) { return mmc_wait(pool) * deterministic_share(pool); }

double kimura_wait(const QueuePool& pool, double scv) {
    const double share = deterministic_share(pool);
    if (scv <= 1) return mmc_wait(pool) * (scv + (1 - scv) * share);
    return mmc_wait(pool) * (1 + scv) / (scv * (2 - 1 / share) + 1 / share);
}

double allen_cunneen_wait(const QueuePool& pool, double arrival_scv, double service_scv) {
    return (arrival_scv + service_scv) / 2 * mmc_wait(pool);
}

double sakasegawa_wait(const QueuePool& pool, double arrival_scv, double service_scv) {
    const double exponent = std::sqrt(2 * (static_cast<double>(pool.servers) + 1)) - 1;
    const double mean = std::pow(pool.load_per_server(), exponent) / pool.spare_rate();
    return (arrival_scv + service_scv) / 2 * mean;
}

}  // namespace stowage
