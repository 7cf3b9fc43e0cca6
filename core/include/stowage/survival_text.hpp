// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// What the environment lives through, a sentence each without full stop: "survives the loss of 2 of 3
/// servers: without app 1 replica of wsgi finds no place", the same of zones, "a rolling update finds room
/// for every service". Empty while nothing runs.
[[nodiscard]] std::vector<std::string> explain_survival(const Environment& environment,
                                                        const EnvironmentEstimate& estimate);

}  // namespace stowage
