// SPDX-License-Identifier: MIT
#include "dialog_window.hpp"

#include <imgui.h>

#include <algorithm>
#include <cfloat>

#include "../widgets/widget_context.hpp"

namespace stowage::ui {
namespace {

constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoMove |
                                    ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoSavedSettings;

}  // namespace

DialogWindow::DialogWindow(const char* name, float width) {
    const ImGuiViewport& viewport = *ImGui::GetMainViewport();
    ImGui::SetNextWindowPos(viewport.GetCenter(), ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSize({std::min(em(width), viewport.Size.x - em(2)), 0});
    ImGui::SetNextWindowSizeConstraints({0, 0}, {FLT_MAX, viewport.Size.y - em(2)});
    // ImGui takes a modal window for a window, not for a popup: it has no rounding of its own.
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(em(1.4f), em(1.2f)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ImGui::GetStyle().PopupRounding);
    open_ = ImGui::BeginPopupModal(name, nullptr, kFlags);
}

DialogWindow::~DialogWindow() {
    if (open_) ImGui::EndPopup();
    ImGui::PopStyleVar(2);
}

}  // namespace stowage::ui
