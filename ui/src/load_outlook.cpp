// SPDX-License-Identifier: MIT
//
// What more load takes: response times and cost against it, what it meets, and growth.
#include <algorithm>

#include "../widgets/chart.hpp"
#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "load_figures.hpp"
#include "load_view.hpp"
#include "load_work.hpp"
#include "stowage/load_charts.hpp"
#include "stowage/number_text.hpp"
#include "stowage/text/load_text.hpp"

namespace stowage::ui {
namespace {

constexpr float kOutlookChartHeight = 15.0f;  // em
constexpr float kTwoColumns = 60.0f;          // em: two charts side by side
constexpr float kWidest = 96.0f;              // em: wider charts are no easier to read
constexpr std::int64_t kShownMonths = 24;

/// Services whose latency can be drawn.
std::vector<std::size_t> drawable(const Shown& shown) {
    std::vector<std::size_t> services;
    for (std::size_t i = 0; i < shown.estimate.loads.size(); ++i) {
        if (shown.estimate.loads[i].latency()) services.push_back(i);
    }
    return services;
}

void draw_charts_of(LoadOutlook& known, const Shown& shown, bool limits_too) {
    const OutlookRun& run = *known.run;
    known.cost = cost_chart(shown.environment, run.loads());
    known.runway = run.runway();
    if (known.runway.grows) known.growth = growth_chart(shown.environment, known.runway, run.months());
    if (limits_too) known.limits = load_limits(shown.environment, shown.estimate);
    known.charted = true;
    known.run.reset();
}

/// All parts in this frame, or the next one where there are many. The frame that makes the run does no part:
/// what it says is on screen before the first one.
void go_on(PanelContext& context, const Shown& shown, LoadOutlook& known, const LoadFigures& figures) {
    const Session& session = context.session;
    const bool large = is_large(figures);
    if (known.charted || (large && !known.work.goes_on())) return;
    const bool begins = !known.run;
    if (begins)
        known.run.emplace(session.plan(), session.catalogue(), static_cast<std::uint32_t>(shown.index),
                          shown.estimate, kShownLoadFactor, kShownLoadSteps, kShownMonths);
    if (large && !begins) known.run->go_on();
    while (!large && known.run->done() < known.run->parts()) known.run->go_on();
    if (known.run->done() == known.run->parts()) draw_charts_of(known, shown, figures.limits.empty());
}

/// Worked out once for each estimate and service.
LoadOutlook& known_outlook(PanelContext& context, const Shown& shown, std::size_t service) {
    LoadOutlook& known = context.state.load_view.outlook;
    const std::uint64_t revision = figures_revision(context.session);
    const bool same = known.revision == revision && known.environment == shown.environment.name;
    if (!same) known = {shown.environment.name, revision};
    if (!same || known.service != service) {
        known.service = service;
        known.latency = latency_chart(shown.environment, shown.estimate, static_cast<std::uint32_t>(service));
    }
    go_on(context, shown, known, known_load(context, shown));
    return known;
}

void heading(PanelContext& context, std::string_view label) {
    text(context, "", {.text = label, .strong = true}, Role::heading);
}

/// Two blocks side by side where there is room, else one below the other.
class Blocks {
  public:
    Blocks() : width_(std::min(ImGui::GetContentRegionAvail().x, em(kWidest))) {
        two_ = width_ >= em(kTwoColumns);
        if (two_) width_ = (width_ - em(kGap)) / 2;
    }
    void begin(const char* id) {
        if (two_ && count_ % 2 == 1) ImGui::SameLine(0, em(kGap));
        if (!two_ || count_ % 2 == 0) gap(0.8f);
        ++count_;
        ImGui::BeginChild(id, {width_, 0}, ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened);
    }
    static void end() { ImGui::EndChild(); }

  private:
    static constexpr float kGap = 1.6f;  // em
    float width_;
    bool two_ = false;
    int count_ = 0;
};

void draw_limits(PanelContext& context, const Shown& shown, const LoadOutlook& outlook) {
    constexpr std::size_t kMost = 8;
    const LoadFigures& known = known_load(context, shown);
    const std::vector<LoadLimit>& limits = outlook.limits.empty() ? known.limits : outlook.limits;
    heading(context, "What a growing load meets");
    for (std::size_t i = 0; i < std::min(limits.size(), kMost); ++i) {
        const LoadLimit& limit = limits[i];
        const std::string factor = format_significant(limit.factor, 3) + " \u00D7";
        const std::string what = capitalised(show_limit(limit, shown.environment));
        AmountRow row{.label = what, .amount = factor};
        if (limit.factor <= 1) row.badge = Severity::warning;
        amount_row(context, "load/limit/" + std::to_string(i), row);
    }
    if (limits.empty())
        text(context, "load/limits/none",
             {.text = outlook.charted ? "Nothing, as far as the plan says."
                                      : "Calculated together with the charts of cost.",
              .muted = true,
              .wrap = true});
}

std::string month_text(std::optional<std::int64_t> month) {
    if (!month) return "not in " + std::to_string(kMostMonths) + " months";
    return *month == 0 ? "now" : "in month " + std::to_string(*month);
}

void draw_growth(PanelContext& context, const Shown& shown, const LoadOutlook& outlook) {
    heading(context, "Cost as the load grows");
    if (!load_grows(shown.environment)) {
        draw_unstated(context, shown, "load/growth",
                      "No load grows. State the growth of one, such as 6%/month.", "growth");
        return;
    }
    if (!outlook.charted) {
        text(context, "load/growth",
             {.text = "Calculated together with the chart of cost against load.",
              .muted = true,
              .wrap = true});
        return;
    }
    chart(context, "load/growth", outlook.growth, kOutlookChartHeight);
    const GrowthRunway& runway = outlook.runway;
    const auto row = [&](const char* key, std::string_view label, std::optional<std::int64_t> month) {
        const std::string when = month_text(month);
        amount_row(context, std::string("load/growth/") + key, {.label = label, .amount = when});
    };
    const std::string limit = runway.first_limit
                                  ? "First limit: " + show_limit(*runway.first_limit, shown.environment)
                                  : "First limit";
    row("limit", limit, runway.limit);
    row("room", "No room for the replicas it needs", runway.room);
    if (shown.environment.budget) row("budget", "Over the budget", runway.budget);
}

void draw_cost(PanelContext& context, const Shown& shown, LoadOutlook& outlook) {
    if (outlook.charted) {
        chart(context, "load/cost", outlook.cost, kOutlookChartHeight);
    } else if (outlook.run) {
        draw_work(context, "load/outlook", outlook.work, outlook.run->done(), outlook.run->parts(),
                  "parts calculated");
    } else {
        draw_calculate(context, "load/outlook", outlook.work, known_load(context, shown),
                       "placed anew for each of some 60 loads");
    }
}

}  // namespace

void draw_more_load(PanelContext& context, const Shown& shown) {
    const auto services = drawable(shown);
    LoadView& view = context.state.load_view;
    const std::size_t service =
        services.empty() ? 0 : service_named(shown.environment, services, view.service);
    LoadOutlook& outlook = known_outlook(context, shown, service);
    Blocks blocks;
    blocks.begin("##latency");
    heading(context, "Response time against load");
    if (services.empty()) {
        text(context, "",
             {.text = "No service states how long a request takes.", .muted = true, .wrap = true});
    } else {
        if (const auto chosen = service_choice(context, "load/service", shown.environment, services, service))
            view.service = shown.environment.services[*chosen].name;
        chart(context, "load/latency", outlook.latency, kOutlookChartHeight);
    }
    Blocks::end();
    blocks.begin("##cost");
    heading(context, "Cost against load");
    draw_cost(context, shown, outlook);
    Blocks::end();
    if (!services.empty()) {
        blocks.begin("##target");
        draw_latency_target(context, shown, service);
        Blocks::end();
    }
    blocks.begin("##limits");
    draw_limits(context, shown, outlook);
    Blocks::end();
    blocks.begin("##growth");
    draw_growth(context, shown, outlook);
    Blocks::end();
}

}  // namespace stowage::ui
