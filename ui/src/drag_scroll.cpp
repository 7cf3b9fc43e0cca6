// SPDX-License-Identifier: MIT
#include "drag_scroll.hpp"

#include <imgui.h>

#include <algorithm>

#include "../widgets/widget_context.hpp"

namespace stowage::ui {
namespace {

constexpr float kZone = 2.5f;    // em, at each end: a row and a half
constexpr float kSpeed = 40.0f;  // em a second at the very end: a screen in about a second

}  // namespace

void scroll_to_drop(float top, float bottom) {
    const float zone = em(kZone);
    const float upper = ImGui::GetWindowPos().y + zone;
    const float lower = ImGui::GetWindowPos().y + ImGui::GetWindowHeight() - zone;
    const float pointer = ImGui::GetMousePos().y;
    const float fastest = em(kSpeed) * ImGui::GetIO().DeltaTime;
    float step = 0;
    if (pointer < upper) step = -std::min(fastest * std::min((upper - pointer) / zone, 1.0f), upper - top);
    if (pointer > lower) step = std::min(fastest * std::min((pointer - lower) / zone, 1.0f), bottom - lower);
    const bool hidden = pointer < upper ? top < upper : bottom > lower;
    if (hidden) ImGui::SetScrollY(std::clamp(ImGui::GetScrollY() + step, 0.0f, ImGui::GetScrollMaxY()));
}

}  // namespace stowage::ui
