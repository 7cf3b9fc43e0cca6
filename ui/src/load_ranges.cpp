// SPDX-License-Identifier: MIT
//
// What the ranges of the plan make of its answers: draws go on from frame to frame until all are made.
#include <algorithm>
#include <cmath>

#include "../widgets/button.hpp"
#include "../widgets/chart.hpp"
#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "load_figures.hpp"
#include "load_view.hpp"
#include "load_work.hpp"
#include "stowage/load_charts.hpp"
#include "stowage/load_outlook.hpp"
#include "stowage/number_text.hpp"

namespace stowage::ui {
namespace {

/// In one frame: a draw of the template takes some tens of microseconds, so that this is far from a frame's
/// time. Fewer of larger environments, each of which places more.
constexpr std::int64_t kDrawsOfFrame = 40;
constexpr std::int64_t kPlacedOfFrame = 10'000;
/// The first draws are asked for the cost of some seven months too: each takes as long as so many others.
constexpr std::int64_t kDrawsOfBudget = 5;
constexpr float kRangesChartHeight = 13.0f;  // em
constexpr float kRangesWidth = 44.0f;        // em, at most

RiskProgress& progress_of(PanelContext& context, const Shown& shown) {
    RiskProgress& progress = context.state.load_view.risk;
    const std::uint64_t revision = figures_revision(context.session);
    if (progress.draws && progress.revision == revision && progress.environment == shown.environment.name)
        return progress;
    const Session& session = context.session;
    const LoadFigures& figures = known_load(context, shown);
    progress = {shown.environment.name, revision, RiskDraws(shown.environment, shown.estimate),
                GrowthRisk(session.plan(), static_cast<std::uint32_t>(shown.index), shown.estimate,
                           session.catalogue())};
    progress.draws_of_frame = std::clamp<std::int64_t>(
        kPlacedOfFrame / std::max<std::int64_t>(figures.placed, 1), 1, kDrawsOfFrame);
    progress.work.asked = !is_large(figures);
    return progress;
}

std::int64_t growth_left(const RiskProgress& progress) {
    const auto drawn = static_cast<std::int64_t>(progress.growth->outcome().limit.size());
    return progress.growth->most() - drawn;
}

bool is_done(const RiskProgress& progress) {
    return progress.draws->outcome().draws >= kRiskDraws && growth_left(progress) <= 0;
}

void go_on(PanelContext& context, const Shown& shown, RiskProgress& progress) {
    if (is_done(progress) || !progress.work.goes_on()) return;
    const std::int64_t left = kRiskDraws - progress.draws->outcome().draws;
    if (left > 0) progress.draws->draw(std::min(left, progress.draws_of_frame));
    const auto asked = static_cast<std::int64_t>(progress.growth->outcome().limit.size());
    const bool of_budget = shown.environment.budget && asked < kMostBudgetDraws;
    progress.growth->draw(of_budget ? std::max<std::int64_t>(progress.draws_of_frame / kDrawsOfBudget, 1)
                                    : progress.draws_of_frame);
    context.state.working = true;
}

void draw_progress(PanelContext& context, RiskProgress& progress) {
    const std::int64_t draws = progress.draws->outcome().draws;
    const std::string count = std::to_string(draws) + " of " + std::to_string(kRiskDraws) + " draws";
    ImGui::AlignTextToFramePadding();
    text(context, "load/draws", {.text = count, .size = TextSize::small, .muted = true}, Role::status);
    if (is_done(progress)) return;
    ImGui::SameLine(0, em(0.7f));
    const char* label = progress.work.stopped ? "Go on" : "Stop";
    if (button(context, "load/stop", {.label = label, .style = ButtonStyle::framed}))
        progress.work.stopped = !progress.work.stopped;
}

void draw_probability(PanelContext& context, const char* key, std::string_view label, std::int64_t count,
                      std::int64_t draws) {
    constexpr double kUnlikely = 0.5;
    const double share = draws > 0 ? static_cast<double>(count) / static_cast<double>(draws) : 0;
    const std::string shown = show_share(share);
    AmountRow row{.label = label, .amount = shown, .strong = std::string_view(key) == "all"};
    if (share < kUnlikely) row.badge = Severity::warning;
    amount_row(context, std::string("load/risk/") + key, row);
}

void draw_probabilities(PanelContext& context, const Shown& shown, const RiskOutcome& outcome) {
    draw_probability(context, "fits", "Everything fits", outcome.fits, outcome.draws);
    draw_probability(context, "keeps_up", "Every service keeps up", outcome.keeps_up, outcome.draws);
    draw_probability(context, "in_time", "... and keeps its latency budget", outcome.in_time, outcome.draws);
    if (shown.environment.budget)
        draw_probability(context, "in_budget", "Within the budget", outcome.in_budget, outcome.draws);
    draw_probability(context, "all", "All of it", outcome.all, outcome.draws);
}

std::string month_text(double month) {
    if (!std::isfinite(month)) return "after " + std::to_string(kMostMonths);
    return month == 0 ? "now" : std::to_string(std::llround(month));
}

void months_row(PanelContext& context, const char* key, std::string_view label,
                const std::vector<double>& months) {
    if (months.empty()) return;
    const Percentiles of = percentiles_of(months);
    const std::string amount =
        "P10 " + month_text(of.p10) + ",  P50 " + month_text(of.p50) + ",  P90 " + month_text(of.p90);
    amount_row(
        context, std::string("load/months/") + key,
        {.label = label,
         .amount = amount,
         .help = "In one draw of ten no later than the first, in five of ten the second, in nine of ten "
                 "the third"});
}

/// In which month a growing load meets something.
void draw_months(PanelContext& context, RiskProgress& progress) {
    const GrowthDraws& growth = progress.growth->outcome();
    if (growth.limit.empty()) return;
    gap(0.6f);
    text(context, "", {.text = "As the load grows, months from now", .strong = true}, Role::heading);
    months_row(context, "limit", "The first limit is met", growth.limit);
    months_row(context, "budget", "The budget is passed", growth.budget);
    const std::string count =
        std::to_string(growth.limit.size()) + " of " + std::to_string(progress.growth->most()) + " draws";
    text(context, "load/months/draws", {.text = count, .size = TextSize::small, .muted = true}, Role::status);
}

bool varies(const std::vector<double>& values) {
    return !values.empty() &&
           std::any_of(values.begin(), values.end(), [&](double value) { return value != values.front(); });
}

void add_chart(std::vector<Chart>& charts, std::string title, ChartUnit unit,
               const std::vector<double>& values) {
    if (varies(values)) charts.push_back(outcome_chart(std::move(title), unit, values));
}

/// Sorted anew only when there are more draws.
const std::vector<Chart>& known_charts(const Shown& shown, RiskProgress& progress) {
    const RiskOutcome& outcome = progress.draws->outcome();
    if (progress.charted == outcome.draws) return progress.charts;
    progress.charted = outcome.draws;
    progress.charts.clear();
    add_chart(progress.charts, "Cost of a month", ChartUnit::money, outcome.cost);
    add_chart(progress.charts, "Memory requested, of what there is", ChartUnit::percent, outcome.memory);
    for (std::size_t i = 0; i < outcome.latency.size(); ++i) {
        const Service& service = shown.environment.services[i];
        if (service.load.latency_budget)
            add_chart(progress.charts, "Response time of " + label_of(service), ChartUnit::seconds,
                      outcome.latency[i]);
    }
    return progress.charts;
}

void draw_distributions(PanelContext& context, const std::vector<Chart>& charts) {
    for (std::size_t i = 0; i < charts.size(); ++i) {
        gap(0.6f);
        text(context, "", {.text = charts[i].title, .strong = true}, Role::heading);
        chart(context, "load/risk/chart/" + std::to_string(i), charts[i], kRangesChartHeight);
    }
}

}  // namespace

void draw_load_ranges(PanelContext& context, const Shown& shown) {
    RiskProgress& progress = progress_of(context, shown);
    gap(0.6f);
    const float width = std::min(ImGui::GetContentRegionAvail().x, em(kRangesWidth));
    ImGui::BeginChild("##ranges", {width, 0}, ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened);
    if (!progress.draws->has_ranges()) {
        text(context, "load/ranges",
             {.text = "Nothing is a range. Where a size, a load or a cost is not known, write what it lies "
                      "between, "
                      "such as 30..60/s: here stands how likely the plan then fits.",
              .muted = true,
              .wrap = true});
        ImGui::EndChild();
        return;
    }
    if (!progress.work.asked) {
        draw_calculate(context, "load/ranges", progress.work, known_load(context, shown),
                       "placed anew in each of " + std::to_string(kRiskDraws) + " draws");
        ImGui::EndChild();
        return;
    }
    go_on(context, shown, progress);
    const RiskOutcome& outcome = progress.draws->outcome();
    text(context, "",
         {.text = "Of plans in which every range a..b is one figure, drawn by chance:",
          .muted = true,
          .wrap = true});
    draw_probabilities(context, shown, outcome);
    draw_progress(context, progress);
    draw_months(context, progress);
    draw_distributions(context, known_charts(shown, progress));
    ImGui::EndChild();
}

}  // namespace stowage::ui
