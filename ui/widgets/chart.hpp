// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "stowage/chart.hpp"
#include "widget_context.hpp"

namespace stowage::ui {

/// The chart over the width that is left, `height` em high, without its title: a panel has its own heading.
/// Under the pointer a line with the values of every series, at the nearest point; with the focus, the left
/// and right keys take it from point to point. Recorded as an image with describe_chart(), the values as
/// PATH/position.
void chart(WidgetContext& context, std::string_view path, const Chart& chart, float height);

}  // namespace stowage::ui
