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

constexpr float kTabGap = 0.2f;  // em, between two tabs

const Button kAdd{.label = "Add an environment", .icon = Icon::add, .icon_only = true};

/// `beside`: points that must be left in its line.
void draw_tab(PanelContext& context, std::size_t index, float beside) {
    const Environment& environment = context.session.plan().environments[index];
    const EnvironmentEstimate& estimate = context.session.estimate().environments[index];
    const std::string hint = findings_count_text(estimate);
    const Tab face{.label = label_of(environment),
                   .selected = context.session.selected() == index,
                   .badge = worst(estimate),
                   .hint = hint};
    if (ImGui::GetContentRegionAvail().x < tab_width(context, face) + beside) ImGui::NewLine();
    if (tab(context, pointer_to(environment), face)) {
        context.state.side_by_side.open = false;  // it shows all of them
        context.want(SelectEnvironment{environment.name});
    }
    ImGui::SameLine(0, em(kTabGap));
}

}  // namespace

void draw_environment_tabs(PanelContext& context) {
    const ImVec2 spacing = ImGui::GetStyle().ItemSpacing;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {spacing.x, 0});  // a phone has several lines of tabs
    const float add_width = button_width(context, kAdd);
    const std::size_t count = context.session.plan().environments.size();
    // The button would stand in a line of its own where the tabs just fill theirs: the last one goes with it.
    for (std::size_t i = 0; i < count; ++i)
        draw_tab(context, i, i + 1 == count ? add_width + em(kTabGap) : 0.0f);
    if (ImGui::GetContentRegionAvail().x < add_width) ImGui::NewLine();
    ImGui::PopStyleVar();
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (em(kTabHeight) - ImGui::GetFrameHeight()) / 2);
    if (button(context, "tabs/add", kAdd)) {
        context.want(AddElement{ElementKind::environment, {}});
    }
}

}  // namespace stowage::ui
