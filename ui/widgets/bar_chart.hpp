// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "widget_context.hpp"

namespace stowage::ui {

/// A line of the chart: what it is, how much, and a bar of that length.
struct Bar {
    std::string path;
    std::string label;
    std::string amount;  ///< as text, at the right end
    double low = 0;      ///< length of the bar
    double high = 0;     ///< with a range: to where it goes on, hatched
    std::string help{};  ///< tooltip
    bool strong = false;
};

/// Horizontal bars on a common scale from zero, over the width that is left: words, bar and amount side by
/// side where there is room, else the bar below them.
void bar_chart(WidgetContext& context, const std::vector<Bar>& bars);

}  // namespace stowage::ui
