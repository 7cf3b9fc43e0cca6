// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace stowage::assets {

/// Letters beyond Basic Latin of both weights, for ui::App::add_letters().
[[nodiscard]] std::string_view font_regular_letters();
[[nodiscard]] std::string_view font_semibold_letters();

}  // namespace stowage::assets
