// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

[[nodiscard]] std::string markdown_report(const Plan& plan, const Estimate& estimate,
                                          const Catalogue& catalogue);
[[nodiscard]] std::string csv_report(const Plan& plan, const Estimate& estimate);

/// The servers that run replicas of a service, each once, in the order of the environment.
[[nodiscard]] std::vector<std::uint32_t> servers_running(const EnvironmentEstimate& estimate,
                                                         std::uint32_t service);

}  // namespace stowage
