// SPDX-License-Identifier: MIT
//
// Answers about a load as charts: the same on screen and in reports.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stowage/chart.hpp"
#include "stowage/load_outlook.hpp"
#include "stowage/plan.hpp"
#include "stowage/replay.hpp"
#include "stowage/risk.hpp"

namespace stowage {

/// Latency of a service against what arrives at it, up to where it cannot keep up, with its budget and the
/// stated load. Without series where nothing is predicted.
[[nodiscard]] Chart latency_chart(const Environment& environment, const EnvironmentEstimate& estimate,
                                  std::uint32_t service);

/// Cost of a month against multiples of the stated load, with the budget.
[[nodiscard]] Chart cost_chart(const Environment& environment, const std::vector<LoadStep>& steps);

/// Cost of a month as the load grows, with the months in which something is crossed.
[[nodiscard]] Chart growth_chart(const Environment& environment, const GrowthRunway& runway,
                                 const std::vector<GrowthStep>& steps);

/// Replicas of a service over a replayed curve, with the minutes in violation.
[[nodiscard]] Chart replicas_chart(const Environment& environment, const ReplayedService& replayed);
/// Its latency over the same, with its budget.
[[nodiscard]] Chart replayed_latency_chart(const Environment& environment, const ReplayedService& replayed);

/// How often values came out, in equal parts of their range, with their percentiles. Values that are no
/// number are left out.
[[nodiscard]] Chart outcome_chart(std::string title, ChartUnit unit, const std::vector<double>& values);

}  // namespace stowage
