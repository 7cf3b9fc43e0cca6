// SPDX-License-Identifier: MIT
#include "stacked_bar.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "widest_stretch.hpp"

namespace stowage::ui {
namespace {

constexpr float kBarHeight = 1.35f;     // em
constexpr float kBarRounding = 0.28f;   // em
constexpr float kBarHatchStep = 0.42f;  // em, between the lines of a hatch
constexpr float kLeastLabel = 1.6f;     // em: a narrower segment has no room for letters
constexpr float kLeastTarget = 8;  // points: a narrower segment cannot be hit; the service's row moves it

void hatch(ImDrawList& list, ImVec2 low, ImVec2 high, ImU32 colour) {
    list.PushClipRect(low, high, true);
    const float height = high.y - low.y;
    for (float x = low.x - height; x < high.x; x += em(kBarHatchStep)) {
        list.AddLine({x, high.y}, {x + height, low.y}, colour, 1.2f);
    }
    list.PopClipRect();
}

bool under_pointer(ImVec2 low, ImVec2 high) {
    return ImGui::IsItemHovered() && ImGui::IsMouseHoveringRect(low, high);
}

/// Positions in points along a bar.
struct Scale {
    float left;
    float points_per_unit;
    [[nodiscard]] float at(double amount) const {
        return left + static_cast<float>(amount) * points_per_unit;
    }
};

/// Lines across a bar, as positions in points: where the headroom begins, and where the machine ends.
struct Marks {
    float floor = std::numeric_limits<float>::max();
    float machine_end = std::numeric_limits<float>::max();
};

/// Where a name of `width` goes in a part that has room for it: at best clear of the marks and of the hatch
/// beyond the machine's end.
Stretch room_for_name(const Stretch& part, float width, const Marks& marks) {
    const Stretch on_machine{part.from, std::clamp(marks.machine_end, part.from, part.to)};
    for (const Stretch& room : {widest_stretch(on_machine, std::array{marks.floor}),
                                widest_stretch(part, std::array{marks.floor, marks.machine_end})}) {
        if (room.length() >= width) return room;
    }
    return part;
}

/// The segment's name in each of its equal parts, or in none where they are too narrow.
void draw_names(const WidgetContext& context, const BarSegment& segment, int parts, ImVec2 low, ImVec2 high,
                const Marks& marks) {
    const TextStyle style(context, TextSize::small, context.theme.kind_text);
    const float name = width_of(segment.label);
    const float needed = std::max(em(kLeastLabel), name + em(0.5f));
    const float part = (high.x - low.x) / static_cast<float>(parts);
    if (part < needed) return;
    const float top = low.y + (high.y - low.y - ImGui::GetFontSize()) / 2;
    for (int i = 0; i < parts; ++i) {
        const float left = low.x + part * static_cast<float>(i);
        const Stretch room = room_for_name({left, left + part}, needed, marks);
        ImGui::GetWindowDrawList()->AddText({room.from + (room.length() - name) / 2, top},
                                            to_u32(context.theme.kind_text), segment.label.c_str());
    }
}

/// Thin lines between the replicas, and the name in each where it fits; where none does, a line would run
/// through it.
void draw_parts(const WidgetContext& context, const BarSegment& segment, ImVec2 low, ImVec2 high,
                const Marks& marks) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float part = (high.x - low.x) / static_cast<float>(std::max(segment.parts, 1));
    constexpr float kLeastPart = 4.0f;  // points: closer lines would only be a grey
    const bool split = part >= kLeastPart;
    const ImU32 seam = to_u32(context.theme.surface, context.theme.outlined ? 1.0f : 0.6f);
    for (int i = 1; i < segment.parts && split; ++i) {
        const float x = low.x + part * static_cast<float>(i);
        list.AddLine({x, low.y}, {x, high.y}, seam, 1.0f);
    }
    if (!segment.hatched) draw_names(context, segment, split ? segment.parts : 1, low, high, marks);
}

void draw_segment(const WidgetContext& context, const BarSegment& segment, ImVec2 low, ImVec2 high,
                  const Marks& marks) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (segment.lifted) {
        list.AddRect(low, high, to_u32(segment.colour), 0, 0, 1.5f);
        return;
    }
    list.AddRectFilled(low, high, to_u32(segment.colour), 0);
    if (segment.hatched) hatch(list, low, high, to_u32(context.theme.surface, 0.55f));
    draw_parts(context, segment, low, high, marks);
}

bool part_was_dragged() {
    const ImGuiIO& io = ImGui::GetIO();
    const float least = io.MouseDragThreshold;
    return io.MouseReleased[0] && io.MouseDragMaxDistanceSqr[0] >= least * least;
}

std::optional<SegmentAction::Kind> action_of_last_item(bool pressed) {
    using Kind = SegmentAction::Kind;
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left)) return Kind::drag;
    const bool by_key = ImGui::IsItemFocused() && ImGui::IsKeyPressed(ImGuiKey_Menu, false);
    const bool by_right = ImGui::IsItemHovered() && ImGui::IsMouseReleased(ImGuiMouseButton_Right);
    if ((pressed && !part_was_dragged()) || by_key || by_right) return Kind::menu;
    return std::nullopt;
}

/// The segment as something to press. `first`: the Tab key stops there.
std::optional<SegmentAction> segment_item(WidgetContext& context, std::string_view path,
                                          const BarSegment& segment, ImVec2 low, ImVec2 high, bool first) {
    ImGui::SetCursorScreenPos(low);
    bool pressed = false;
    {
        const IdScope id(path);
        ImGui::PushItemFlag(ImGuiItemFlags_NoTabStop, !first);
        pressed =
            ImGui::InvisibleButton("##segment", {high.x - low.x, high.y - low.y}, ImGuiButtonFlags_EnableNav);
        ImGui::PopItemFlag();
    }
    record_last_item(context, path, Role::button, "Move " + segment.label, segment.help);
    if (ImGui::IsItemHovered()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        ImGui::GetWindowDrawList()->AddRect(low, high, to_u32(context.theme.text), 0, 0, 1.5f);
    }
    const auto kind = action_of_last_item(pressed);
    if (!ImGui::IsItemActive())
        tooltip(context, segment.help + "\nDrag it to another server, or press to choose one.");
    if (!kind) return std::nullopt;
    return SegmentAction{*kind, segment.key, {low.x, low.y, high.x, high.y}};
}

/// The dashed line of the headroom policy.
void draw_floor(const WidgetContext& context, float x, float top, float bottom) {
    for (float y = top; y < bottom; y += 4.0f) {
        ImGui::GetWindowDrawList()->AddLine({x, y}, {x, std::min(y + 2.5f, bottom)},
                                            to_u32(context.theme.text), 1.5f);
    }
}

/// The part beyond the machine's end.
void draw_excess(const WidgetContext& context, float machine_end, float top, ImVec2 high) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 colour = to_u32(context.theme.error);
    if (context.theme.outlined) {  // the colours of kinds are as far from the surface as that of errors
        const ImU32 seam = to_u32(context.theme.surface);
        list.AddRect({machine_end, top}, high, seam, 0, 0, 6.0f);
        list.AddLine({machine_end, top - em(0.2f)}, {machine_end, high.y + em(0.2f)}, seam, 6.0f);
    }
    hatch(list, {machine_end, top}, high, colour);
    list.AddRect({machine_end, top}, high, colour, 0, 0, 1.5f);
    list.AddLine({machine_end, top - em(0.2f)}, {machine_end, high.y + em(0.2f)}, colour, 2.0f);
}

}  // namespace

std::optional<SegmentAction> stacked_bar(WidgetContext& context, std::string_view path, const StackedBar& bar,
                                         float width) {
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const ImVec2 high(low.x + width, low.y + em(kBarHeight));
    double used = 0;
    for (const BarSegment& segment : bar.segments) used += segment.amount;
    const double end = std::max({bar.capacity, used, 1e-9});  // an empty bar still has a length
    const Scale scale{low.x, width / static_cast<float>(end)};
    const float machine_end = scale.at(bar.capacity);
    const Marks marks{scale.at(bar.capacity - bar.floor), machine_end};

    ImGui::GetWindowDrawList()->AddRectFilled(low, {machine_end, high.y}, to_u32(context.theme.free),
                                              em(kBarRounding));
    std::optional<SegmentAction> action;
    const BarSegment* hovered = nullptr;  // of those that are a picture only
    bool first = true;
    double begin = 0;
    for (const BarSegment& segment : bar.segments) {
        if (segment.amount <= 0) continue;
        constexpr float kSeam = 1.0f;  // between segments, in points
        const ImVec2 from(scale.at(begin), low.y);
        const ImVec2 to(std::max(from.x + 1.0f, scale.at(begin + segment.amount) - kSeam), high.y);
        begin += segment.amount;
        draw_segment(context, segment, from, to, marks);
        if (segment.key.empty() || to.x - from.x < kLeastTarget) {
            if (ImGui::IsMouseHoveringRect(from, to)) hovered = &segment;
            continue;
        }
        if (auto taken = segment_item(context, std::string(path) + "/segments/" + segment.key, segment, from,
                                      to, first))
            action = std::move(taken);
        first = false;
    }
    if (context.theme.outlined) {
        ImGui::GetWindowDrawList()->AddRect(low, {machine_end, high.y}, to_u32(context.theme.border),
                                            em(kBarRounding));
    }
    if (bar.floor > 0 && bar.floor < bar.capacity) draw_floor(context, marks.floor, low.y, high.y);
    if (used > bar.capacity) draw_excess(context, machine_end, low.y, high);
    ImGui::SetCursorScreenPos(low);
    ImGui::Dummy({width, em(kBarHeight)});
    record_last_item(context, path, Role::image, bar.label, bar.value);
    if (hovered != nullptr) {
        tooltip(context, hovered->help);
    } else if (under_pointer({scale.at(used), low.y}, {machine_end, high.y})) {
        tooltip(context, bar.free_help);
    }
    return action;
}

std::optional<SegmentAction> segment_chip(WidgetContext& context, std::string_view path,
                                          const BarSegment& segment) {
    const ImVec2 low = ImGui::GetCursorScreenPos();
    float width = 0;
    {
        const TextStyle style(context, TextSize::small, context.theme.kind_text);
        width = width_of(segment.label) + em(1);
    }
    const ImVec2 high(low.x + std::min(std::max(width, em(kLeastLabel)), ImGui::GetContentRegionAvail().x),
                      low.y + ImGui::GetFrameHeight());
    draw_segment(context, segment, low, high, {});
    return segment_item(context, path, segment, low, high, true);
}

}  // namespace stowage::ui
