// SPDX-License-Identifier: MIT
#pragma once

#include "stowage/chart_layout.hpp"
#include "widget_context.hpp"

namespace stowage::ui {

/// Draws a shape of a chart whose sheet begins at `origin`, in the style that is set.
void draw_chart_shape(const WidgetContext& context, const ChartShape& shape, ImVec2 origin);

}  // namespace stowage::ui
