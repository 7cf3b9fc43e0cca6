// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// "app CPU, over by 1 core": the resource that runs out first; empty without a machine.
[[nodiscard]] std::string tightest_text(const Environment& environment, const EnvironmentEstimate& estimate);

/// "1 error, 2 warnings"; "no findings" without any.
[[nodiscard]] std::string findings_count_text(const EnvironmentEstimate& estimate);

/// The answer about one environment in a sentence, for screen readers and titles.
[[nodiscard]] std::string summary_text(const Environment& environment, const EnvironmentEstimate& estimate);

}  // namespace stowage
