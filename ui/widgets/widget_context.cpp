// SPDX-License-Identifier: MIT
#include "widget_context.hpp"

#include <algorithm>

#include "../src/imgui_internals.hpp"

namespace stowage::ui {
namespace {

/// The body text in points (CSS pixels): what most desktop tools use for dense tables.
constexpr float kBodyPoints = 15.0f;
constexpr float kTooltipWidth = 26.0f;   // em: about 60 characters a line, the measure of readable text
constexpr float kTooltipPadding = 0.7f;  // em
constexpr float kFingertip = 1.8f;       // em, from its middle: less than that is covered
constexpr float kFewLines = 8.0f;        // em: what a tooltip above a finger needs

/// Above the finger, or below it where there is no room, and within the window: the further right the finger
/// is, the more of the tooltip is left of it. ImGui puts what does not fit in the middle under the hand.
void place_for_finger() {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseSource != ImGuiMouseSource_TouchScreen) return;
    const bool above = io.MousePos.y > em(kFewLines);
    ImGui::SetNextWindowPos({io.MousePos.x, io.MousePos.y + em(above ? -kFingertip : kFingertip)},
                            ImGuiCond_Always, {io.MousePos.x / io.DisplaySize.x, above ? 1.0f : 0.0f});
}

}  // namespace

float em(float count) { return count * kBodyPoints; }

float points_of(TextSize size) {
    switch (size) {
        case TextSize::small: return 13.0f;
        case TextSize::body: return kBodyPoints;
        case TextSize::heading: return 17.0f;
        case TextSize::figure: return 28.0f;
    }
    return kBodyPoints;
}

ImVec4 to_vec4(Colour colour, float alpha) {
    constexpr float kMost = 255.0f;
    return {static_cast<float>(colour.red) / kMost, static_cast<float>(colour.green) / kMost,
            static_cast<float>(colour.blue) / kMost, alpha};
}

ImU32 to_u32(Colour colour, float alpha) { return ImGui::ColorConvertFloat4ToU32(to_vec4(colour, alpha)); }

TextStyle::TextStyle(const WidgetContext& context, TextSize size, Colour colour, bool strong) {
    ImGui::PushFont(strong ? context.fonts.semibold : context.fonts.regular, points_of(size));
    ImGui::PushStyleColor(ImGuiCol_Text, to_vec4(colour));
}

TextStyle::~TextStyle() {
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void record(WidgetContext& context, std::string_view path, Role role, Rect rect, std::string_view label,
            std::string_view value) {
    const ImVec2 low = ImGui::GetWindowDrawList()->GetClipRectMin();
    const ImVec2 high = ImGui::GetWindowDrawList()->GetClipRectMax();
    const Rect visible{std::max(rect.left, low.x), std::max(rect.top, low.y), std::min(rect.right, high.x),
                       std::min(rect.bottom, high.y)};
    if (visible.width() <= 0 || visible.height() <= 0) return;
    context.items.add({std::string(path), role, visible, std::string(label), std::string(value), true, false,
                       current_surface()});
}

void record_last_item(WidgetContext& context, std::string_view path, Role role, std::string_view label,
                      std::string_view value, bool enabled) {
    if (!ImGui::IsItemVisible()) return;
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    const std::size_t before = context.items.items().size();
    record(context, path, role, {low.x, low.y, high.x, high.y}, label, value);
    if (context.items.items().size() == before) return;
    context.items.mark_last(enabled, ImGui::IsItemFocused());
}

void tooltip(const WidgetContext& context, std::string_view text) {
    if (text.empty() || !ImGui::IsItemHovered(ImGuiHoveredFlags_ForTooltip)) return;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(em(kTooltipPadding), em(0.5f)));
    place_for_finger();
    if (ImGui::BeginTooltip()) {
        {
            const TextStyle style(context, TextSize::small, context.theme.text);
            const float room = ImGui::GetIO().DisplaySize.x - 2 * em(kTooltipPadding);
            ImGui::PushTextWrapPos(std::min(em(kTooltipWidth), room));
            ImGui::TextUnformatted(begin_of(text), end_of(text));
            ImGui::PopTextWrapPos();
        }
        ImGui::EndTooltip();
    }
    ImGui::PopStyleVar();
}

bool is_at_or_below(std::string_view path, std::string_view ancestor) {
    if (!path.starts_with(ancestor)) return false;
    return path.size() == ancestor.size() || path[ancestor.size()] == '/';
}

namespace {

/// Nothing scrolls: it is where it was.
void take_kept_focus(EditState& edit) {
    ImGui::SetKeyboardFocusHere();
    if (!edit.kept_typing) keep_field_from_typing();
    edit.kept_path.clear();
}

}  // namespace

void take_focus_request(WidgetContext& context, std::string_view path) {
    if (context.edit.kept_path == path) return take_kept_focus(context.edit);
    const std::string& wanted = context.edit.focus_path;
    if (wanted.empty() || !is_at_or_below(path, wanted)) return;
    // What a finding says of an object is about its figures, not about what it is called.
    if (path.size() > wanted.size() && path.ends_with("/title")) return;
    // What has the focus now may be drawn later in this frame, in another region; ImGui would then take the
    // region's focus for the user's wish and forget the request.
    ImGui::SetWindowFocus();
    ImGui::SetKeyboardFocusHere();
    ImGui::SetScrollHereY(0.3f);  // with some of its surroundings above it
    context.edit.focus_path.clear();
    context.edit.focus_given = path;
}

void take_focus_by_name(WidgetContext& context, std::string_view path) {
    if (context.edit.focus_path == path || context.edit.kept_path == path) take_focus_request(context, path);
}

}  // namespace stowage::ui
