// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace stowage {

/// Of this build: "0.1.0".
[[nodiscard]] std::string_view version();

}  // namespace stowage
