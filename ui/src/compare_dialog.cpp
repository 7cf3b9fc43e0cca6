// SPDX-License-Identifier: MIT
//
// Two plans held against each other: asks for them (links, or a plan that is kept on this device), shows them
// side by side, and writes both into link and report.
#include <cfloat>
#include <utility>

#include "../widgets/button.hpp"
#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "app_state.hpp"
#include "dialog_window.hpp"
#include "stowage/text/estimate_text.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::ui {
namespace {

constexpr const char* kCompareName = "##compare";
constexpr const char* kCompareField = "compare/field";
constexpr float kCompareWidth = 40.0f;       // em
constexpr float kCompareListHeight = 14.0f;  // em: eight plans; the others are scrolled to

void want(PanelContext& context, const std::string& key) {
    context.state.compare.wanted = key;
    context.want(Command::compare_with);
}

/// True when Enter was pressed in it.
bool draw_field(PanelContext& context, const char* path, std::string_view label, std::string_view hint,
                float width, std::string& text) {
    label_above(context, label);
    const TextFieldResult typed =
        text_field(context, path, {.text = text, .label = label, .width = width, .hint = hint});
    if (typed.committed) text = *typed.committed;
    return typed.entered;
}

void draw_links(PanelContext& context, CompareDialog& dialog) {
    const Button compare{.label = "Compare", .style = ButtonStyle::primary};
    const float width = ImGui::GetContentRegionAvail().x - button_width(context, compare) - em(0.5f);
    bool entered = draw_field(context, kCompareField, "Link to the other plan", "https://...#p=0....", width,
                              dialog.text);
    gap(0.3f);
    entered = draw_field(context, "compare/second", "To hold it against",
                         "the plan on screen, or a second link", width, dialog.second) ||
              entered;
    ImGui::SameLine(0, em(0.5f));
    const bool pressed = button(context, "compare/confirm", compare) || entered;
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
    ImGui::SetNextWindowSizeConstraints({0, 0}, {FLT_MAX, em(kCompareListHeight)});
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

void draw_compare_contents(PanelContext& context, CompareDialog& dialog) {
    text(context, "compare", {.text = "Compare two plans", .size = TextSize::heading, .strong = true},
         Role::heading);
    text(context, "",
         {.text =
              "The other plan becomes the baseline: cost, servers, what runs out first, findings and load of "
              "both stand beside each other. A second link is opened; Undo brings the plan on screen back.",
          .size = TextSize::small,
          .muted = true,
          .wrap = true});
    gap(0.5f);
    draw_links(context, dialog);
    draw_kept(context, dialog);
    gap(0.6f);
    const bool cancelled =
        button(context, "compare/cancel", {.label = "Cancel", .style = ButtonStyle::framed});
    if (cancelled || ImGui::IsKeyPressed(ImGuiKey_Escape, false)) dialog.open = false;
}

/// Why a text is no plan; empty: it is one.
std::string problem_of(const std::string& text) {
    const auto plan = is_link(text) ? decode_link(text) : read_plan(text);
    return plan ? std::string() : "This is no plan to compare with: " + first_error(plan.error());
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
        intent = {std::string(plan_in_kept(*stored)), in_quotes(name_of_key(dialog.wanted))};
    }
    dialog.problem = problem_of(intent.text);
    if (dialog.problem.empty() && !dialog.second.empty()) dialog.problem = problem_of(dialog.second);
    if (!dialog.problem.empty()) return;
    if (!dialog.second.empty()) static_cast<void>(open(OpenText{dialog.second, "link"}));
    static_cast<void>(state_->session.apply(intent));
    dialog.open = false;
    show_side_by_side();
}

bool App::open_both(std::string_view plan, std::string_view other) {
    if (!open(OpenText{std::string(plan), "link"})) return false;
    const auto pinned = state_->session.apply(PinText{std::string(other), "the other plan"});
    if (pinned) {
        show_side_by_side();
    } else {
        notify(Severity::warning, "The link has a second plan to compare with, which cannot be read: " +
                                      first_error(pinned.error()));
    }
    return true;
}

void App::show_side_by_side() {
    if (state_->session.baseline() == nullptr) return show_compare_dialog();
    state_->ui.side_by_side.open = true;
    focus("sides/back");
}

void App::copy_link_to_both() {
    state_->platform.copy_text(state_->platform.link_base() + state_->session.link_to_both());
    notify(Severity::info,
           "The link is on the clipboard. It holds both plans; whoever has it can read them.");
}

std::string App::report() {
    finish_estimate();
    const Session& session = state_->session;
    std::string text;
    if (const Baseline* baseline = session.baseline())
        text = side_by_side_report(side_by_side(*baseline, session.plan(), session.estimate()));
    return text +
           stowage::report(session.plan(), session.estimate(), session.catalogue(), ReportFormat::markdown);
}

void draw_compare_dialog(PanelContext& context) {
    CompareDialog& dialog = context.state.compare;
    if (dialog.open && !ImGui::IsPopupOpen(kCompareName)) ImGui::OpenPopup(kCompareName);
    const DialogWindow window(kCompareName, kCompareWidth);
    if (!window) return;
    if (dialog.open && std::exchange(dialog.opening, false)) context.edit.focus_path = kCompareField;
    if (dialog.open) draw_compare_contents(context, dialog);
    if (!dialog.open) ImGui::CloseCurrentPopup();
}

}  // namespace stowage::ui
