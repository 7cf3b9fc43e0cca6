// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace stowage::assets {

/// The packed snapshot of assets/catalogue, for Catalogue::read().
[[nodiscard]] std::string_view catalogue();

}  // namespace stowage::assets
