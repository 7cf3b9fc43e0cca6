// SPDX-License-Identifier: MIT
//
// Asks for a plan to hold the one on screen against: a link, or a plan that is kept on this device.
#include <cfloat>
#include <utility>

#include "../widgets/button.hpp"
#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "app_state.hpp"
#include "dialog_window.hpp"
#include "stowage/text/link.hpp"

namespace stowage::ui {
namespace {

constexpr const char* kName = "##compare";
constexpr const char* kField = "compare/field";
constexpr float kWidth = 40.0f;       // em
constexpr float kListHeight = 14.0f;  // em: eight plans; the others are scrolled to

void want(PanelContext& context, const std::string& key) {
    context.state.compare.wanted = key;
    context.want(Command::compare_with);
}

void draw_link(PanelContext& context, CompareDialog& dialog) {
    const Button compare{.label = "Compare", .style = ButtonStyle::primary};
    label_above(context, "Link to the other plan");
    const float width = ImGui::GetContentRegionAvail().x - button_width(context, compare) - em(0.5f);
    const TextFieldResult typed = text_field(context, kField,
                                             {.text = dialog.text,
                                              .label = "Link to the other plan",
                                              .width = width,
                                              .hint = "https://...#p=0...."});
    if (typed.committed) dialog.text = *typed.committed;
    ImGui::SameLine(0, em(0.5f));
    const bool pressed = button(context, "compare/confirm", compare) || typed.entered;
    if (pressed && !dialog.text.empty()) want(context, {});
    if (dialog.problem.empty()) return;
    gap(0.3f);
    const TextStyle style(context, TextSize::body, context.theme.error);
    ImGui::PushTextWrapPos(0);
    plain_text(dialog.problem);
    ImGui::PopTextWrapPos();
    record_last_item(context, "compare/problem", Role::status, dialog.problem, name_of(Severity::error));
}

void draw_kept(PanelContext& context, const CompareDialog& dialog) {
    if (dialog.list.empty()) return;
    gap(0.6f);
    text(context, "compare/kept",
         {.text = "Or with a plan on this device", .size = TextSize::small, .muted = true}, Role::heading);
    ImGui::SetNextWindowSizeConstraints({0, 0}, {FLT_MAX, em(kListHeight)});
    if (ImGui::BeginChild("##list", {0, 0}, ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened)) {
        for (std::size_t i = 0; i < dialog.list.size(); ++i) {
            const KeptPlan& plan = dialog.list[i];
            const std::string contents = contents_of(plan);
            if (amount_link(context, "compare/kept/" + std::to_string(i),
                            {.label = plan.name, .amount = plan.changed, .help = contents}))
                want(context, plan.key);
        }
    }
    ImGui::EndChild();
}

void draw_contents(PanelContext& context, CompareDialog& dialog) {
    text(context, "compare", {.text = "Compare with another plan", .size = TextSize::heading, .strong = true},
         Role::heading);
    text(context, "",
         {.text =
              "It becomes the baseline: what the plan on screen costs, leaves free and is warned of stands "
              "against it. The plan on screen stays as it is.",
          .size = TextSize::small,
          .muted = true,
          .wrap = true});
    gap(0.5f);
    draw_link(context, dialog);
    draw_kept(context, dialog);
    gap(0.6f);
    const bool cancelled =
        button(context, "compare/cancel", {.label = "Cancel", .style = ButtonStyle::framed});
    if (cancelled || ImGui::IsKeyPressed(ImGuiKey_Escape, false)) dialog.open = false;
}

/// What to call the plan of a text that was pasted.
std::string origin_of(std::string_view text) { return is_link(text) ? "the link" : "the pasted plan"; }

}  // namespace

void App::show_compare_dialog() {
    CompareDialog& dialog = state_->ui.compare;
    dialog = {};
    dialog.open = dialog.opening = true;
    dialog.list = kept_plans(state_->platform);
    std::erase_if(dialog.list, [](const KeptPlan& plan) { return !plan.problem.empty(); });
}

void App::compare_with_wanted() {
    CompareDialog& dialog = state_->ui.compare;
    PinText intent{dialog.text, origin_of(dialog.text)};
    if (!dialog.wanted.empty()) {
        const auto stored = state_->platform.load(dialog.wanted);
        if (!stored) {
            dialog.problem = is_gone(dialog.wanted);
            return;
        }
        intent = {std::string(plan_in_kept(*stored)), quoted(name_of_key(dialog.wanted))};
    }
    const auto done = state_->session.apply(intent);
    if (!done) {
        dialog.problem = "This is no plan to compare with: " + first_error(done.error());
        return;
    }
    dialog.open = false;
    notify(Severity::info, "What is different from " + intent.origin + " stands below the cost.");
}

void draw_compare_dialog(PanelContext& context) {
    CompareDialog& dialog = context.state.compare;
    if (dialog.open && !ImGui::IsPopupOpen(kName)) ImGui::OpenPopup(kName);
    const DialogWindow window(kName, kWidth);
    if (!window) return;
    if (dialog.open && std::exchange(dialog.opening, false)) context.edit.focus_path = kField;
    if (dialog.open) draw_contents(context, dialog);
    if (!dialog.open) ImGui::CloseCurrentPopup();
}

}  // namespace stowage::ui
