// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "stowage/finding.hpp"
#include "stowage/plan.hpp"
#include "stowage/result.hpp"

namespace stowage {

/// Makes the edits in the plan itself, which may hold only a part of what its names refer to; the errors of
/// the first that cannot be made.
[[nodiscard]] Errors set_fields(Plan& plan, const std::vector<FieldEdit>& edits);

}  // namespace stowage
