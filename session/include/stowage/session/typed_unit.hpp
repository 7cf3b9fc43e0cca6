// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "stowage/plan.hpp"

namespace stowage {

/// What a field of the setting takes `typed` for: a bare number or range has the unit that stands there, so
/// that 4 over "2GiB" is "4GiB", 30 over "20%" is "30%" and 60 over "20..40/s" is "60/s". Anything else, and
/// everything where no unit stands, is returned as it is. CPU stands there in cores, so a bare number is
/// cores.
[[nodiscard]] std::string with_standing_unit(const Plan& plan, std::string_view pointer,
                                             std::string_view typed);

}  // namespace stowage
