// SPDX-License-Identifier: MIT
//
// P(T > t) = P(S > t) + C x (integral over service times s <= t of their density x exp(-(t - s) / mean
// wait)). The integral runs over z, where s = exp(location + sigma z) and z is standard normal, in panels on
// which neither factor changes much, each by Gauss and Legendre's rule of eight points.
#include "lognormal_response.hpp"

#include <algorithm>
#include <cmath>

#include "quantile.hpp"

namespace stowage {
namespace {

/// Normal probabilities beyond it, and waits of more than kLongWait means, are below the rounding of 1.
constexpr double kFarPoint = 8.5;
constexpr double kLongWait = 40;
/// Waits that are shorter than this share of the response time do not change it.
constexpr double kShortWait = 1e-12;
constexpr double kPanelWidth = 0.5;

constexpr double kInverseRootOfTwoPi = 0.39894228040143267794;
constexpr double kRootOfTwo = 1.41421356237309504880;

/// Half of the points, which are symmetric (Abramowitz and Stegun, table 25.4, n = 8).
struct Point {
    double at;
    double weight;
};
constexpr Point kPoints[] = {{0.183434642495649805, 0.362683783378361983},
                             {0.525532409916328986, 0.313706645877887287},
                             {0.796666477413626740, 0.222381034453374471},
                             {0.960289856497536232, 0.101228536290376259}};

}  // namespace

LognormalResponse::LognormalResponse(const ExponentialWait& wait, double service_time, double scv)
    : service_time_(service_time),
      waiting_(wait.waiting),
      mean_wait_(wait.mean / service_time),
      sigma_(std::sqrt(std::log1p(scv))),
      location_(-sigma_ * sigma_ / 2) {}

double LognormalResponse::exceeded_by(double exceeding) const {
    return service_time_ * time_exceeded_by(exceeding, 1.0, [this](double time) { return exceeds(time); });
}

double LognormalResponse::exceeds(double time) const {
    if (time <= 0) return 1;
    const double served_longer = std::erfc(quantile_point(time) / kRootOfTwo) / 2;
    return served_longer + waiting_ * still_waiting(time);
}

double LognormalResponse::still_waiting(double time) const {
    if (mean_wait_ <= kShortWait * time) return 0;
    const double step = std::min(kPanelWidth, 1 / sigma_);
    double sum = 0;
    double to = std::min(quantile_point(time), kFarPoint);
    while (to > -kFarPoint) {
        const double served = time_at(to);
        if (time - served > kLongWait * mean_wait_) break;
        double from = std::max(to - step, -kFarPoint);
        if (served > mean_wait_) from = std::max(from, quantile_point(served - mean_wait_));
        sum += panel(from, to, time);
        to = from;
    }
    return sum;
}

double LognormalResponse::quantile_point(double time) const { return (std::log(time) - location_) / sigma_; }

double LognormalResponse::time_at(double z) const { return std::exp(location_ + sigma_ * z); }

double LognormalResponse::panel(double from, double to, double time) const {
    const double middle = (from + to) / 2;
    const double half = (to - from) / 2;
    const auto value = [&](double z) {
        const double waited = std::max(time - time_at(z), 0.0);
        return std::exp(-z * z / 2 - waited / mean_wait_);
    };
    double sum = 0;
    for (const auto& [at, weight] : kPoints)
        sum += weight * (value(middle - half * at) + value(middle + half * at));
    return sum * half * kInverseRootOfTwoPi;
}

}  // namespace stowage
