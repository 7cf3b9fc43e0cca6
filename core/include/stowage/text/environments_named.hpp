// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "stowage/plan.hpp"
#include "stowage/result.hpp"

namespace stowage {

/// The environment of that name, or all where the name is empty; else the error that tells which there are.
[[nodiscard]] Result<std::vector<std::uint32_t>> environments_named(const Plan& plan,
                                                                    const std::string& name);

}  // namespace stowage
