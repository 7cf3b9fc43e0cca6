// SPDX-License-Identifier: MIT
#include "bar_chart.hpp"

#include <algorithm>

#include "text.hpp"

namespace stowage::ui {
namespace {

constexpr float kColumnGap = 0.7f;      // em, between words, bar and amount
constexpr float kOneLineWidth = 32.0f;  // em: narrower charts have the bar below the words
constexpr float kWordsWidth = 14.0f;    // em, at most, beside the bar
constexpr float kThickness = 0.5f;      // em
constexpr float kHatchStep = 4.0f;      // points
constexpr float kLeast = 1.5f;          // points: what is not nothing is seen

/// Where things are in a line, in points from its left.
struct BarColumns {
    float width = 0;
    float label = 0;  ///< room of the words
    float left = 0;   ///< of the bar
    float right = 0;  ///< of the longest bar
    bool stacked = false;
};

BarColumns columns_of(const std::vector<Bar>& bars) {
    BarColumns columns;
    columns.width = ImGui::GetContentRegionAvail().x;
    columns.stacked = columns.width < em(kOneLineWidth);
    columns.label = columns.right = columns.width;
    if (columns.stacked) return columns;
    float label = 0;
    float amount = 0;
    for (const Bar& bar : bars) {
        label = std::max(label, width_of(bar.label));
        amount = std::max(amount, width_of(bar.amount));
    }
    columns.label = std::min(label + em(0.2f), em(kWordsWidth));
    columns.left = columns.label + em(kColumnGap);
    columns.right = std::max(columns.left + em(2), columns.width - amount - em(kColumnGap));
    return columns;
}

void draw_length(const WidgetContext& context, const Bar& bar, const BarColumns& columns, double most,
                 ImVec2 at) {
    if (bar.high <= 0) return;  // not even the seam of an empty rectangle
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto end_of_amount = [&](double amount) {
        const double share = most > 0 ? amount / most : 0;
        return at.x + std::max(static_cast<float>(share) * (columns.right - columns.left),
                               amount > 0 ? kLeast : 0.0f);
    };
    const float bottom = at.y + em(kThickness);
    const float low = end_of_amount(bar.low);
    list.AddRectFilled(at, {low, bottom}, to_u32(context.theme.accent), 1.5f);
    if (bar.high <= bar.low) return;
    const float high = end_of_amount(bar.high);
    list.PushClipRect({low, at.y}, {high, bottom}, true);
    for (float x = low - em(kThickness); x < high; x += kHatchStep)
        list.AddLine({x, bottom}, {x + em(kThickness), at.y}, to_u32(context.theme.accent), 1.0f);
    list.PopClipRect();
    list.AddRect({low, at.y}, {high, bottom}, to_u32(context.theme.accent), 1.5f);
}

void draw_bar(WidgetContext& context, const Bar& bar, const BarColumns& columns, double most) {
    const Colour ink = bar.strong ? context.theme.text : context.theme.text_muted;
    const float words = ImGui::GetFontSize();
    const float height = columns.stacked ? words + em(kThickness + 0.15f) : words + em(0.25f);
    ImGui::Dummy({columns.width, height});
    record_last_item(context, bar.path, Role::text, bar.label, bar.amount);
    tooltip(context, bar.help);
    const ImVec2 low = ImGui::GetItemRectMin();
    const float amount = width_of(bar.amount);
    const float room = columns.stacked ? columns.width - amount - em(kColumnGap) : columns.label;
    const std::string label = fitted(bar.label, room);
    const float text_y = columns.stacked ? low.y : low.y + em(0.125f);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddText({low.x, text_y}, to_u32(ink), label.c_str());
    list.AddText({low.x + columns.width - amount, text_y}, to_u32(ink), bar.amount.c_str());
    const float bar_y = columns.stacked ? low.y + words + em(0.1f) : low.y + (height - em(kThickness)) / 2;
    draw_length(context, bar, columns, most, {low.x + columns.left, bar_y});
}

}  // namespace

void bar_chart(WidgetContext& context, const std::vector<Bar>& bars) {
    const TextStyle style(context, TextSize::small, context.theme.text_muted);
    double most = 0;
    for (const Bar& bar : bars) most = std::max({most, bar.low, bar.high});
    const BarColumns columns = columns_of(bars);
    for (const Bar& bar : bars) draw_bar(context, bar, columns, most);
}

}  // namespace stowage::ui
