// SPDX-License-Identifier: MIT
#pragma once

namespace stowage {

/// The standard normal law has 5 % above this value, and 90 % between it and its negative (Abramowitz &
/// Stegun, table 26.5).
inline constexpr double kNormal95 = 1.6448536269514722;

}  // namespace stowage
