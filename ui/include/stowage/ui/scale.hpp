// SPDX-License-Identifier: MIT
//
// How large everything is drawn, in per cent of its usual size, on platforms where the program decides that.
#pragma once

#include "stowage/ui/platform.hpp"

namespace stowage::ui {

inline constexpr int kUsualScale = 100;

/// The nearest scale that there is: from 75 to 200, in steps of five.
[[nodiscard]] int nearest_scale(int percent);

/// What store_scale() kept; the usual one where it kept nothing.
[[nodiscard]] int stored_scale(Platform& platform);
void store_scale(Platform& platform, int percent);

}  // namespace stowage::ui
