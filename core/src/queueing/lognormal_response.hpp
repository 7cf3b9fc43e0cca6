// SPDX-License-Identifier: MIT
#pragma once

#include "exponential_wait.hpp"

namespace stowage {

/// The response time of requests that wait as `wait` says and are then served for a lognormal time of mean
/// `service_time` and squared coefficient of variation `scv` > 0.
class LognormalResponse {
  public:
    LognormalResponse(const ExponentialWait& wait, double service_time, double scv);

    /// The response time in seconds that a share `exceeding` passes, 0 < exceeding < 1.
    [[nodiscard]] double exceeded_by(double exceeding) const;

  private:
    /// P(response > time), both in mean service times.
    [[nodiscard]] double exceeds(double time) const;
    /// P(served before, wait still going on at `time`) without the factor `waiting_`.
    [[nodiscard]] double still_waiting(double time) const;
    [[nodiscard]] double quantile_point(double time) const;  ///< z of a service time
    [[nodiscard]] double time_at(double z) const;
    [[nodiscard]] double panel(double from, double to, double time) const;

    double service_time_;
    double waiting_;
    double mean_wait_;  ///< of those who wait, in mean service times
    double sigma_;
    double location_;
};

}  // namespace stowage
