// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "stowage/catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

[[nodiscard]] std::string markdown_report(const Plan& plan, const Estimate& estimate,
                                          const Catalogue& catalogue);
[[nodiscard]] std::string csv_report(const Plan& plan, const Estimate& estimate);

}  // namespace stowage
