// SPDX-License-Identifier: MIT
#pragma once

#include "stowage/catalogue.hpp"

namespace stowage::cli {

/// The snapshot inside the program, read once.
[[nodiscard]] const Catalogue& shipped_catalogue();

}  // namespace stowage::cli
