// SPDX-License-Identifier: MIT
//
// The distribution of the wait in M/D/1, with the service time as the unit of time.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "quantile.hpp"
#include "stowage/queueing/mdc.hpp"

namespace stowage {
namespace {

/// Service times up to which the exact form is summed. Its terms are as many.
constexpr std::size_t kExactTimes = 20;

class Md1Wait {
  public:
    explicit Md1Wait(const QueuePool& pool)
        : load_(pool.offered_load()), idle_(pool.spare_rate() / pool.service_rate), decay_(decay(load_)) {
        count_requests();
        exceeds_exact_ = 1 - within(static_cast<double>(kExactTimes));
    }

    [[nodiscard]] double exceeds(double time) const {
        const auto exact = static_cast<double>(kExactTimes);
        const double share =
            time <= exact ? 1 - within(time) : exceeds_exact_ * std::exp(-decay_ * (time - exact));
        return std::max(share, 0.0);  // where it is smaller than the rounding of 1
    }

  private:
    /// The root x > 0 of load (exp(x) - 1) = x: the rate of the exponential tail. Newton's method from a
    /// point above it falls towards it, as the function is convex.
    static double decay(double load) {
        double x = -2 * std::log(load);
        for (;;) {
            const double next = x - (load * std::expm1(x) - x) / (load * std::exp(x) - 1);
            if (!(next < x) || next <= 0) return x;
            x = next;
        }
    }

    /// P(at most j wait), from the shares of time with n requests. In the long run as many transitions lead
    /// from n requests or fewer to more as back; those back come from n + 1 when nothing arrives in a
    /// service.
    void count_requests() {
        std::array<double, kExactTimes + 3> arrive_more{};  // P(more than n arrive in a service)
        double probability = std::exp(-load_);
        const double none = probability;
        constexpr std::size_t kTerms = 60;  // load < 1: the terms fall faster than 1 / n!
        std::array<double, kTerms> arrive{};
        for (std::size_t n = 0; n < kTerms; ++n) {
            arrive[n] = probability;
            probability *= load_ / static_cast<double>(n + 1);
        }
        double sum = 0;
        for (std::size_t n = kTerms - 1; n > 0; --n) {
            sum += arrive[n];
            if (n - 1 < arrive_more.size()) arrive_more[n - 1] = sum;
        }
        std::array<double, kExactTimes + 3> share{};
        share[0] = idle_;
        for (std::size_t n = 0; n + 1 < share.size(); ++n) {
            double up = share[0] * arrive_more[n];
            for (std::size_t i = 1; i <= n; ++i) up += share[i] * arrive_more[n - i + 1];
            share[n + 1] = up / none;
        }
        double at_most = share[0];
        for (std::size_t j = 0; j < at_most_wait_.size(); ++j) {
            at_most += share[j + 1];
            at_most_wait_[j] = at_most;
        }
    }

    /// P(wait <= time) for time <= kExactTimes.
    [[nodiscard]] double within(double time) const {
        const auto services = static_cast<std::size_t>(std::floor(time)) + 1;
        const double arrivals = load_ * (static_cast<double>(services) - time);
        double probability = std::exp(-arrivals);
        double sum = 0;
        for (std::size_t j = 0; j < services; ++j) {
            sum += at_most_wait_[services - 1 - j] * probability;
            probability *= arrivals / static_cast<double>(j + 1);
        }
        return sum;
    }

    double load_;
    double idle_;
    double decay_;
    std::array<double, kExactTimes + 1> at_most_wait_{};
    double exceeds_exact_ = 0;
};

}  // namespace

double md1_wait_exceeds(const QueuePool& pool, double seconds) {
    if (!pool.is_stable()) return 1;
    return Md1Wait(pool).exceeds(seconds * pool.service_rate);
}

double md1_wait_exceeded_by(const QueuePool& pool, double exceeding) {
    const Md1Wait wait(pool);
    return time_exceeded_by(exceeding, 1.0, [&](double time) { return wait.exceeds(time); }) /
           pool.service_rate;
}

}  // namespace stowage
