// SPDX-License-Identifier: MIT
#include "row_handle.hpp"

namespace stowage::ui {
namespace {

// em
constexpr float kMarkCentre = 0.54f;
constexpr float kHandleBox = 0.88f;
constexpr float kHandleRounding = 0.22f;
constexpr float kDot = 0.075f;
constexpr float kDotsApart = 0.26f;
constexpr float kColourFrom = 1.15f;
constexpr float kColourTo = 1.43f;
constexpr float kColourInset = 0.35f;
constexpr float kQuiet = 0.55f;  // of the grip until the pointer is on it

/// Two columns of three dots.
void draw_grip(ImDrawList& list, ImVec2 centre, ImU32 colour) {
    for (const float x : {-0.5f, 0.5f}) {
        for (const float y : {-1.0f, 0.0f, 1.0f}) {
            list.AddCircleFilled({centre.x + x * em(kDotsApart), centre.y + y * em(kDotsApart)}, em(kDot),
                                 colour, 8);
        }
    }
}

void draw_tick(const WidgetContext& context, ImDrawList& list, ImVec2 centre) {
    const float unit = em(kHandleBox);
    const ImVec2 low(centre.x - unit / 2, centre.y - unit / 2);
    list.AddRectFilled(low, {low.x + unit, low.y + unit}, to_u32(context.theme.accent), em(kHandleRounding));
    list.PathLineTo({low.x + 0.24f * unit, low.y + 0.52f * unit});
    list.PathLineTo({low.x + 0.43f * unit, low.y + 0.71f * unit});
    list.PathLineTo({low.x + 0.77f * unit, low.y + 0.31f * unit});
    list.PathStroke(to_u32(context.theme.accent_text), ImDrawFlags_None, 0.13f * unit);
}

/// True in the frame that ends a drag: the button is released, but nothing was pressed.
bool was_dragged() {
    const ImGuiIO& io = ImGui::GetIO();
    const float least = io.MouseDragThreshold;
    return io.MouseReleased[0] && io.MouseDragMaxDistanceSqr[0] >= least * least;
}

}  // namespace

RowPress row_press_of_modifiers() {
    const ImGuiIO& io = ImGui::GetIO();
    if (io.KeyShift) return RowPress::extend;
    return io.KeyCtrl || io.MouseSource == ImGuiMouseSource_TouchScreen ? RowPress::toggle : RowPress::alone;
}

RowPress row_handle(WidgetContext& context, std::string_view path, const RowHandle& handle) {
    const ImVec2 size(em(kHandleWidth), ImGui::GetFrameHeight());
    take_focus_by_name(context, path);
    bool pressed = false;
    {
        const IdScope id(path);
        pressed = ImGui::InvisibleButton("##row", size, ImGuiButtonFlags_EnableNav);
    }
    record_last_item(context, path, Role::checkbox, handle.label, handle.selected ? "true" : "false");
    const bool lit = ImGui::IsItemHovered() || ImGui::IsItemActive();
    if (lit) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 mark(low.x + em(kMarkCentre), low.y + size.y / 2);
    if (handle.selected) {
        draw_tick(context, list, mark);
    } else {
        draw_grip(list, mark, to_u32(context.theme.text_muted, lit || handle.in_hand ? 1.0f : kQuiet));
    }
    list.AddRectFilled({low.x + em(kColourFrom), low.y + em(kColourInset)},
                       {low.x + em(kColourTo), low.y + size.y - em(kColourInset)}, to_u32(handle.colour),
                       em(0.1f));
    tooltip(context, handle.help);
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left)) return RowPress::drag;
    if (!pressed || was_dragged()) return RowPress::none;
    return ImGui::GetIO().MouseReleased[0] ? row_press_of_modifiers() : RowPress::toggle;
}

}  // namespace stowage::ui
