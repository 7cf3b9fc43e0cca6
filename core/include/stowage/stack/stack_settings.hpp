// SPDX-License-Identifier: MIT
//
// The settings of a service's kind as they are in force: stated in the plan, or derived by the formulas of
// the headers beside this one. What a side panel lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// One setting or figure of a service.
struct StackSetting {
    std::string_view key;     ///< of the plan file; empty for a figure that only follows from the others
    std::string_view label;   ///< as shown: "Workers", "shared_buffers"
    std::string value;        ///< in force, as shown: "5", "2 GiB"; empty when there is none
    bool derived = false;     ///< not stated in the plan
    std::string formula;      ///< with its numbers, for a derived value: "2 x 2 cores + 1"
    std::string_view source;  ///< of the formula; "our choice" where no source exists
};

/// Those of the service's kind, in the order in which a person would set them; none for `other`.
[[nodiscard]] std::vector<StackSetting> stack_settings(const Environment& environment,
                                                       const EnvironmentEstimate& estimate,
                                                       std::uint32_t service);

}  // namespace stowage
