// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
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
    /// Of a segment that can be pressed and dragged: its path is PATH/segments/KEY.
    std::string key{};
    bool lifted = false;  ///< being dragged: only its outline stays
};

/// What the user did with a segment.
struct SegmentAction {
    enum class Kind { menu, drag };
    Kind kind{};
    std::string key;  ///< of the segment
    Rect rect;        ///< where it is
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
/// error. Of the segments with a key Tab stops at the first and the arrows go on to the others; Enter, the
/// menu key, a click and the right button ask for the menu. A segment too narrow to be hit is a picture only.
std::optional<SegmentAction> stacked_bar(WidgetContext& context, std::string_view path, const StackedBar& bar,
                                         float width);

/// A segment by itself, as wide as its label: something that stands in no bar.
std::optional<SegmentAction> segment_chip(WidgetContext& context, std::string_view path,
                                          const BarSegment& segment);

}  // namespace stowage::ui
