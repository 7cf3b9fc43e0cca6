// SPDX-License-Identifier: MIT
#include "load_view.hpp"

#include <algorithm>
#include <array>

#include "../widgets/button.hpp"
#include "../widgets/chart.hpp"
#include "../widgets/choice_row.hpp"
#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "load_figures.hpp"
#include "stowage/load_charts.hpp"
#include "stowage/number_text.hpp"
#include "stowage/text/load_text.hpp"

namespace stowage::ui {
namespace {

constexpr const char* kButton = "load/open";
constexpr std::array<std::string_view, 4> kPages{"More load", "A day", "Ranges", "Calculator"};
constexpr float kChartHeight = 15.0f;  // em
constexpr float kTwoColumns = 60.0f;   // em: two charts side by side
constexpr float kWidest = 96.0f;       // em: wider charts are no easier to read
constexpr std::int64_t kShownMonths = 24;

/// Services whose latency can be drawn.
std::vector<std::size_t> drawable(const Shown& shown) {
    std::vector<std::size_t> services;
    for (std::size_t i = 0; i < shown.estimate.loads.size(); ++i) {
        if (shown.estimate.loads[i].latency()) services.push_back(i);
    }
    return services;
}

std::size_t drawn_service(const LoadView& view, const Shown& shown,
                          const std::vector<std::size_t>& services) {
    for (const std::size_t i : services) {
        if (shown.environment.services[i].name == view.service) return i;
    }
    return services.empty() ? 0 : services.front();
}

/// Worked out once for each estimate and service.
const LoadOutlook& known_outlook(PanelContext& context, const Shown& shown, std::size_t service) {
    LoadOutlook& known = context.state.load_view.outlook;
    const Session& session = context.session;
    const bool same =
        known.revision == figures_revision(session) && known.environment == shown.environment.name;
    if (same && known.service == service) return known;
    known.service = service;
    known.latency = latency_chart(shown.environment, shown.estimate, static_cast<std::uint32_t>(service));
    if (same) return known;
    known.revision = figures_revision(session);
    known.environment = shown.environment.name;
    const auto index = static_cast<std::uint32_t>(shown.index);
    const Plan& plan = session.plan();
    known.cost = cost_chart(shown.environment, load_steps(plan, session.catalogue(), index, shown.estimate,
                                                          kShownLoadFactor, kShownLoadSteps));
    known.runway = growth_runway(plan, session.catalogue(), index, shown.estimate);
    known.growth =
        known.runway.grows
            ? growth_chart(shown.environment, known.runway,
                           growth_steps(plan, session.catalogue(), index, shown.estimate, kShownMonths))
            : Chart{};
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

void draw_services_choice(PanelContext& context, const Shown& shown, const std::vector<std::size_t>& services,
                          std::size_t current) {
    constexpr std::size_t kMost = 5;  // more do not fit into a row
    std::vector<std::string_view> labels;
    std::size_t selected = 0;
    for (std::size_t i = 0; i < std::min(services.size(), kMost); ++i) {
        labels.emplace_back(label_of(shown.environment.services[services[i]]));
        if (services[i] == current) selected = i;
    }
    if (labels.size() < 2) return;
    if (const auto chosen = choice_row(context, "load/service", labels, selected))
        context.state.load_view.service = shown.environment.services[services[*chosen]].name;
}

void draw_limits(PanelContext& context, const Shown& shown) {
    constexpr std::size_t kMost = 8;
    const LoadFigures& known = known_load(context, shown);
    heading(context, "What a growing load meets");
    for (std::size_t i = 0; i < std::min(known.limits.size(), kMost); ++i) {
        const LoadLimit& limit = known.limits[i];
        const std::string factor = format_significant(limit.factor, 3) + " \u00D7";
        const std::string what = capitalised(show_limit(limit, shown.environment));
        AmountRow row{.label = what, .amount = factor};
        if (limit.factor <= 1) row.badge = Severity::warning;
        amount_row(context, "load/limit/" + std::to_string(i), row);
    }
}

std::string month_text(std::optional<std::int64_t> month) {
    if (!month) return "not in " + std::to_string(kMostMonths) + " months";
    return *month == 0 ? "now" : "in month " + std::to_string(*month);
}

void draw_growth(PanelContext& context, const Shown& shown, const LoadOutlook& outlook) {
    heading(context, "Cost as the load grows");
    if (!outlook.runway.grows) {
        text(context, "load/growth",
             {.text = "No load grows. State its growth, such as 6%/month, in the panel of a service.",
              .muted = true,
              .wrap = true});
        return;
    }
    chart(context, "load/growth", outlook.growth, kChartHeight);
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

}  // namespace

void draw_load_button(PanelContext& context, const Shown& shown) {
    if (shown.estimate.loads.empty()) return;
    if (button(context, kButton,
               {.label = "Look closer at the load",
                .style = ButtonStyle::framed,
                .hint = "Response times and cost against the load, growth, ranges, a calculator"}))
        open_load_view(context);
}

void open_load_view(PanelContext& context) {
    context.state.load_view.open = true;
    context.edit.focus_path = "load/back";
}

void close_load_view(PanelContext& context) {
    context.state.load_view.open = false;
    context.edit.focus_path = kButton;
}

void draw_more_load(PanelContext& context, const Shown& shown) {
    const auto services = drawable(shown);
    const std::size_t service = drawn_service(context.state.load_view, shown, services);
    const LoadOutlook& outlook = known_outlook(context, shown, service);
    Blocks blocks;
    blocks.begin("##latency");
    heading(context, "Response time against load");
    if (services.empty()) {
        text(context, "",
             {.text = "No service states how long a request takes.", .muted = true, .wrap = true});
    } else {
        draw_services_choice(context, shown, services, service);
        chart(context, "load/latency", outlook.latency, kChartHeight);
    }
    Blocks::end();
    blocks.begin("##cost");
    heading(context, "Cost against load");
    chart(context, "load/cost", outlook.cost, kChartHeight);
    Blocks::end();
    blocks.begin("##limits");
    draw_limits(context, shown);
    Blocks::end();
    blocks.begin("##growth");
    draw_growth(context, shown, outlook);
    Blocks::end();
}

void draw_load_view(PanelContext& context, const Shown& shown) {
    LoadView& view = context.state.load_view;
    if (button(context, "load/back", {.label = "Back", .style = ButtonStyle::framed, .hint = "Escape"}))
        close_load_view(context);
    ImGui::SameLine(0, em(0.7f));
    ImGui::AlignTextToFramePadding();
    text(context, "load/title",
         {.text = "Load: " + label_of(shown.environment), .size = TextSize::heading, .strong = true},
         Role::heading);
    gap(0.3f);
    if (const auto page = choice_row(context, "load/page", kPages, static_cast<std::size_t>(view.page)))
        view.page = static_cast<LoadView::Page>(*page);
    PanelContext figures = context.figures();
    if (view.page == LoadView::Page::calculator) {
        draw_queue_calculator(context);
    } else if (shown.estimate.loads.empty() && view.page != LoadView::Page::ranges) {
        gap(0.6f);
        text(context, "load/none",
             {.text = "No service of this environment states a load.", .muted = true, .wrap = true});
    } else if (view.page == LoadView::Page::more_load) {
        draw_more_load(figures, shown);
    } else if (view.page == LoadView::Page::day) {
        draw_load_day(figures, shown);
    } else {
        draw_load_ranges(figures, shown);
    }
    gap(1);
}

}  // namespace stowage::ui
