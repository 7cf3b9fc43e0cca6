// SPDX-License-Identifier: MIT
#include "drag_scroll.hpp"

#include <imgui.h>

#include <algorithm>

#include "service_moves.hpp"

namespace stowage::ui {
namespace {

constexpr float kZone = 2.5f;    // em, at each end: a row and a half
constexpr float kSpeed = 40.0f;  // em a second at the very end: a screen in about a second

/// From -1 at the upper end over 0 between the zones to 1 at the lower end, and beyond.
float depth_into_zone(float y, float top, float bottom) {
    const float zone = em(kZone);
    const float depth = y < top + zone ? y - (top + zone) : std::max(y - (bottom - zone), 0.0f);
    return std::clamp(depth / zone, -1.0f, 1.0f);
}

}  // namespace

void scroll_at_ends(const PanelContext& context) {
    if (context.state.row_drag.service.empty() && !is_dragging(context)) return;
    const float top = ImGui::GetWindowPos().y;
    const float depth = depth_into_zone(ImGui::GetMousePos().y, top, top + ImGui::GetWindowHeight());
    if (depth == 0) return;
    const float step = depth * em(kSpeed) * ImGui::GetIO().DeltaTime;
    ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() + step, 0.0f, ImGui::GetScrollMaxY()));
}

}  // namespace stowage::ui
