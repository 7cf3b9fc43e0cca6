// SPDX-License-Identifier: MIT
#include "../widgets/button.hpp"
#include "panel_context.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/session/summary.hpp"

namespace stowage::ui {
namespace {

std::optional<Severity> worst(const EnvironmentEstimate& estimate) {
    if (estimate.findings.empty()) return std::nullopt;
    return estimate.findings.front().severity;  // errors come first
}

void draw_tab(PanelContext& context, std::size_t index) {
    const Environment& environment = context.session.plan().environments[index];
    const EnvironmentEstimate& estimate = context.session.estimate().environments[index];
    const std::string hint = findings_count_text(estimate);
    const Tab face{.label = label_of(environment),
                   .selected = context.session.selected() == index,
                   .badge = worst(estimate),
                   .hint = hint};
    if (ImGui::GetContentRegionAvail().x < tab_width(context, face)) ImGui::NewLine();
    if (tab(context, pointer_to(environment), face)) {
        context.state.side_by_side.open = false;  // it shows all of them
        context.want(SelectEnvironment{environment.name});
    }
    ImGui::SameLine(0, em(0.2f));
}

}  // namespace

void draw_environment_tabs(PanelContext& context) {
    const ImVec2 spacing = ImGui::GetStyle().ItemSpacing;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {spacing.x, 0});  // a phone has several lines of tabs
    for (std::size_t i = 0; i < context.session.plan().environments.size(); ++i) draw_tab(context, i);
    const Button add{.label = "Add an environment", .icon = Icon::add, .icon_only = true};
    if (ImGui::GetContentRegionAvail().x < button_width(context, add)) ImGui::NewLine();
    ImGui::PopStyleVar();
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (em(kTabHeight) - ImGui::GetFrameHeight()) / 2);
    if (button(context, "tabs/add", add)) {
        context.want(AddElement{ElementKind::environment, {}});
    }
}

}  // namespace stowage::ui
