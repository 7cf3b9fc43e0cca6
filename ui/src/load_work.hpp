// SPDX-License-Identifier: MIT
//
// What of the load takes too long for a frame: in large environments it is asked for with a button, then it
// goes on from frame to frame and can be stopped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "panel_context.hpp"

namespace stowage::ui {

/// Services, replicas and machines that are calculated with at once. The charts of more load place all of
/// them some 60 times anew: for 2,000 of which every service has a load that takes 0.2 s natively (`stowage
/// load` of 600 such services), and two or three times that in a browser.
inline constexpr std::int64_t kPlacedAtOnce = 2'000;

[[nodiscard]] inline bool is_large(const LoadFigures& known) { return known.placed > kPlacedAtOnce; }

/// Why nothing is there yet, and the button that asks for it. `doing`: what the work does with all of them,
/// such as "placed anew for each of 16 loads". Press: PATH/calculate.
void draw_calculate(PanelContext& context, const std::string& path, AskedWork& work, const LoadFigures& known,
                    std::string_view doing);

/// How far it is: "12 of 44 loads", with a button to stop it and to go on.
void draw_work(PanelContext& context, const std::string& path, AskedWork& work, std::int64_t done,
               std::int64_t all, std::string_view unit);

}  // namespace stowage::ui
