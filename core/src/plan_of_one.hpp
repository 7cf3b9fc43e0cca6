// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "stowage/plan.hpp"

namespace stowage {

/// The plan with nothing but that environment, which is then number 0: what is worked out with changed copies
/// of one environment copies no others, and does not notice when the plan changes.
[[nodiscard]] inline Plan plan_of_one(const Plan& plan, std::uint32_t environment) {
    Plan one;
    one.prices = plan.prices;
    one.exchange = plan.exchange;
    one.environments = {plan.environments[environment]};
    return one;
}

}  // namespace stowage
