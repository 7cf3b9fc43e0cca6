// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// "app CPU, over by 1 core": the resource that runs out first; empty without a machine.
[[nodiscard]] std::string tightest_text(const Environment& environment, const EnvironmentEstimate& estimate);

/// "1 of 3 losses survived", "every loss survived"; "nothing runs yet" without a case.
[[nodiscard]] std::string survival_text(const Survival& survival);

/// What finds no place after each loss, a line each: "without App server: WSGI 2, ASGI 1 without a place".
/// Empty when every loss is survived.
[[nodiscard]] std::string survival_details(const Environment& environment, const Survival& survival);

/// "2 services have no room", "all services have room"; "nothing runs yet" without a replica.
[[nodiscard]] std::string rolling_update_text(const EnvironmentEstimate& estimate);

/// The surge replicas without a place, a line for each service: "WSGI: 1 of 2 find a place".
[[nodiscard]] std::string rolling_update_details(const Environment& environment,
                                                 const EnvironmentEstimate& estimate);

/// "1 error, 2 warnings"; "no findings" without any.
[[nodiscard]] std::string findings_count_text(const EnvironmentEstimate& estimate);

/// The answer about one environment in a sentence, for screen readers and titles.
[[nodiscard]] std::string summary_text(const Environment& environment, const EnvironmentEstimate& estimate);

}  // namespace stowage
