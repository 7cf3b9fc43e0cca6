// SPDX-License-Identifier: MIT
#include "../widgets/button.hpp"
#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "cost_panel.hpp"
#include "side_by_side_panel.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage::ui {
namespace {

constexpr std::size_t kMostChanges = 6;

/// Worked out once for each estimate.
const PlanDiff& diff_of(PanelContext& context, const Baseline& baseline) {
    BaselineDiff& known = context.state.baseline_diff;
    const std::uint64_t revision = context.session.estimated_revision();
    if (known.baseline == baseline.number && known.revision == revision) return known.diff;
    known = {
        baseline.number, revision,
        diff_plans(*baseline.plan, baseline.estimate, context.session.plan(), context.session.estimate())};
    return known.diff;
}

const EnvironmentDiff* find_diff(const PlanDiff& diff, std::string_view environment) {
    for (const EnvironmentDiff& candidate : diff.environments) {
        if (candidate.name == environment) return &candidate;
    }
    return nullptr;
}

std::string change_of(std::int64_t before, std::int64_t after, const std::string& amount) {
    if (before == after) return "no change";
    return (after > before ? "+" : "-") + amount;
}

std::string change_of(const Resources& before, const Resources& after, Resource resource) {
    const Resources more = after - before;
    const bool grows = amount_of(more, resource) > 0;
    return change_of(amount_of(before, resource), amount_of(after, resource),
                     show_amount(grows ? more : Resources{} - more, resource));
}

std::string change_of(std::size_t before, std::size_t after) {
    const std::size_t difference = after > before ? after - before : before - after;
    return change_of(static_cast<std::int64_t>(before), static_cast<std::int64_t>(after),
                     std::to_string(difference));
}

void row(PanelContext& context, const std::string& path, std::string_view label, const std::string& amount,
         const std::string& help) {
    amount_row(context, path, {.label = label, .amount = amount, .muted = true, .help = help});
}

std::string before_and_after(const std::string& before, const std::string& after) {
    return "before " + before + "\nnow " + after;
}

void draw_figures(PanelContext& context, const EnvironmentFigures& before, const EnvironmentFigures& after) {
    amount_row(context, "baseline/cost",
               {.label = "Cost a month",
                .amount = show_change(before.cost, after.cost),
                .strong = true,
                .help = before_and_after(show_cost(before.cost), show_cost(after.cost))});
    for (const Resource resource : {Resource::cpu, Resource::memory}) {
        const bool cpu = resource == Resource::cpu;
        row(context, cpu ? "baseline/cpu" : "baseline/memory", cpu ? "Free CPU" : "Free memory",
            change_of(before.free, after.free, resource),
            before_and_after(show_amount(before.free, resource), show_amount(after.free, resource)));
    }
    row(context, "baseline/errors", "Errors", change_of(before.errors, after.errors),
        before_and_after(std::to_string(before.errors), std::to_string(after.errors)));
    row(context, "baseline/warnings", "Warnings", change_of(before.warnings, after.warnings),
        before_and_after(std::to_string(before.warnings), std::to_string(after.warnings)));
}

/// "+12.30", "new", "gone": one position of the bill.
std::string change_of(const CostChange& change) {
    if (!change.before) return "new, " + show_cost(*change.after);
    if (!change.after) return "gone, " + show_cost(*change.before);
    return show_change(*change.before, *change.after);
}

void draw_changes(PanelContext& context, const std::vector<CostChange>& changes) {
    for (std::size_t i = 0; i < std::min(changes.size(), kMostChanges); ++i) {
        const CostChange& change = changes[i];
        const std::string item = position_of(change.category, change.item);
        row(context, "baseline/change/" + std::to_string(i), item, change_of(change), "");
    }
    if (changes.size() > kMostChanges)
        row(context, "baseline/more",
            std::to_string(changes.size() - kMostChanges) + " more positions changed", "", "");
}

}  // namespace

void draw_baseline(PanelContext& context, const Shown& shown) {
    const Baseline* baseline = context.session.baseline();
    if (baseline == nullptr) return;
    const PlanDiff& diff = diff_of(context, *baseline);
    const Button unpin{.label = "Unpin", .style = ButtonStyle::framed, .hint = "Forget the baseline"};
    const float right = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
    ImGui::AlignTextToFramePadding();
    const std::string against =
        "Against " + (baseline->origin.empty() ? std::string("the baseline") : baseline->origin);
    text(context, "baseline",
         {.text = fitted(against, right - ImGui::GetCursorPosX() - button_width(context, unpin) - em(0.5f)),
          .size = TextSize::small,
          .muted = true},
         Role::heading);
    ImGui::SameLine(right - button_width(context, unpin));
    if (button(context, "baseline/unpin", unpin)) context.want(UnpinBaseline{});
    const EnvironmentDiff* here = find_diff(diff, shown.environment.name);
    if (here != nullptr && here->before && here->after) {
        draw_figures(context, *here->before, *here->after);
        draw_changes(context, here->costs);
    } else {
        text(context, "baseline/new",
             {.text = "The baseline has no such environment.", .muted = true, .wrap = true});
    }
    row(context, "baseline/plan", "All environments", show_change(diff.before, diff.after),
        before_and_after(show_cost(diff.before), show_cost(diff.after)));
    gap(0.3f);
    if (button(context, kSideBySideButton,
               {.label = "Side by side",
                .style = ButtonStyle::framed,
                .hint = "Both plans in columns: cost, servers, what runs out first, findings, load"}))
        context.want(Command::show_side_by_side);
}

}  // namespace stowage::ui
