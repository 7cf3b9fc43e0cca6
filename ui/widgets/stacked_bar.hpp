// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "widget_context.hpp"

namespace stowage::ui {

/// One part of a bar.
struct BarSegment {
    std::string label;  ///< written into it where there is room
    double amount = 0;  ///< in the bar's unit
    int parts = 1;      ///< equal parts that thin lines separate: replicas
    Colour colour;
    bool hatched = false;  ///< told apart without colour: the reserve
    std::string help;      ///< tooltip
};

struct StackedBar {
    std::string label;  ///< for screen readers
    std::string value;  ///< for screen readers
    double capacity = 0;
    double floor = 0;                  ///< what the policy wants free, at the right end; drawn as a line
    std::vector<BarSegment> segments;  ///< from the left
    std::string free_help;             ///< tooltip of the free part
};

/// A bar over `width` points. What passes the capacity is drawn beyond the machine's end, in the colour of an
/// error.
void stacked_bar(WidgetContext& context, std::string_view path, const StackedBar& bar, float width);

}  // namespace stowage::ui
