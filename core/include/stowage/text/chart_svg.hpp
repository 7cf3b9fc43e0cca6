// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "stowage/chart.hpp"

namespace stowage {

/// The chart as one SVG element (SVG 1.1) in one line without a break, so that it can stand as a line of a
/// Markdown document; nothing in its words acts as Markdown. Presentation attributes only: no script, style
/// or reference. Axes and words have the colour of the text around it, so it fits light and dark pages;
/// series differ by dashes as well as by colour. Its <desc> is describe_chart(). What is no UTF-8 becomes
/// "?". The same bytes on every platform.
[[nodiscard]] std::string chart_svg(const Chart& chart);

}  // namespace stowage
