// SPDX-License-Identifier: MIT
#include <cmath>

#include "../normal_law.hpp"
#include "plain_number.hpp"
#include "stowage/load.hpp"

namespace stowage {
namespace {

/// sigma^2 of the lognormal law with these percentiles.
std::optional<double> lognormal_variance(const Load& load) {
    const auto median = positive_seconds(load.service_time_median);
    const auto p95 = positive_seconds(load.service_time_p95);
    if (!median || !p95 || *p95 < *median) return std::nullopt;
    const double sigma = std::log(*p95 / *median) / kNormal95;
    return sigma * sigma;
}

}  // namespace

std::optional<ServiceTime> service_time_of(const Load& load) {
    const auto variance = lognormal_variance(load);
    const double scv = load.scv ? value_of(load.scv->middle()) : variance ? std::expm1(*variance) : 1;
    if (const auto mean = positive_seconds(load.service_time)) return ServiceTime{*mean, scv};
    if (!variance) return std::nullopt;
    return ServiceTime{*positive_seconds(load.service_time_median) * std::exp(*variance / 2), scv};
}

}  // namespace stowage
