// SPDX-License-Identifier: MIT
#include "cost_panel.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "../widgets/bar_chart.hpp"
#include "../widgets/button.hpp"
#include "../widgets/choice_row.hpp"
#include "../widgets/rows.hpp"
#include "../widgets/text.hpp"
#include "compared_positions.hpp"
#include "comparison_panel.hpp"
#include "stowage/explanation.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage::ui {
namespace {

constexpr std::size_t kCostMostRows = 8;  // what was found must stay in view below them

constexpr std::array<std::string_view, 2> kSpans{"month", "year"};
constexpr std::array<std::string_view, 4> kViews{"positions", "services", "servers", "categories"};
constexpr std::array<std::optional<CostView>, 4> kCostViews{std::nullopt, CostView::service, CostView::server,
                                                            CostView::category};

Cost shown_cost(const PanelContext& context, const Cost& month) {
    return context.state.cost.year ? year_of(month) : month;
}

/// At the end of the line the choice of the span, before it that the figures are those of an earlier plan.
void draw_first_line(PanelContext& context, const Cost& cost) {
    const float right = ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x;
    const float y = ImGui::GetCursorPosY();
    const float inset = (em(1.6f) - points_of(TextSize::small)) / 2;
    ImGui::SetCursorPosY(y + inset);
    std::string label = context.state.cost.year ? "Cost a year" : "Cost a month";
    if (!cost.complete) label += ", at least";
    text(context, "", {.text = label, .size = TextSize::small, .muted = true}, Role::heading);
    if (context.session.estimate_is_stale()) {
        ImGui::SameLine(0, em(0.6f));
        text(context, "answer/calculating", {.text = "calculating", .size = TextSize::small, .muted = true},
             Role::status);
    }
    ImGui::SameLine(right - choice_row_width(context, kSpans));
    ImGui::SetCursorPosY(y);
    const auto chosen = choice_row(context, "cost-span", kSpans, context.state.cost.year ? 1 : 0);
    if (chosen) context.state.cost.year = *chosen == 1;
}

void draw_total(PanelContext& context, const Shown& shown, const std::string& dates) {
    const Cost cost = shown_cost(context, shown.estimate.cost);
    draw_first_line(context, cost);
    const std::string line = headline(cost);
    const bool wide = line.size() > 13;  // a range needs the smaller size to fit the column
    text(context, pointer_to(shown.environment) + "/cost",
         {.text = line,
          .size = wide ? TextSize::heading : TextSize::figure,
          .strong = true,
          .help = "Sum of all positions of the bill." + (dates.empty() ? "" : "\n" + dates)},
         Role::status);
}

/// Several positions may be of one element, such as a machine and its disk.
std::string path_of(const CostLine& line) {
    const bool first = line.category == CostCategory::server || line.category == CostCategory::managed;
    return "cost" + line.where + (first ? "" : "/" + std::string(name_of(line.category)));
}

/// What is chosen among several types; of the rest the catalogue has one price only.
bool has_type(CostCategory category) {
    switch (category) {
        case CostCategory::server:
        case CostCategory::managed:
        case CostCategory::disk:
        case CostCategory::storage:
        case CostCategory::load_balancer: return true;
        case CostCategory::nat:
        case CostCategory::address:
        case CostCategory::egress:
        case CostCategory::cross_zone: break;
    }
    return false;
}

void draw_position(PanelContext& context, const CostLine& line) {
    std::string item = position_of(line);
    if (!line.sku.empty() && has_type(line.category)) item += "  " + line.sku;
    std::string amount = show_cost(line);
    if (context.state.cost.year && line.priced) amount = show_cost(year_of({line.low, line.high, true}));
    const std::string help = explain_cost(line);
    amount_row(context, path_of(line),
               {.label = item, .amount = amount, .muted = true, .help = help, .mark = mark_of(line)});
}

/// How many rows of a list are drawn; the sum of the others stands below them.
std::size_t rows_shown(std::size_t count) { return count <= kCostMostRows ? count : kCostMostRows - 1; }

void draw_rest(PanelContext& context, std::size_t count, const Cost& sum) {
    const std::string label = std::to_string(count) + " more";
    const std::string amount = show_cost(shown_cost(context, sum));
    amount_row(context, "cost/more",
               {.label = label,
                .amount = amount,
                .muted = true,
                .help = "The report lists them all: Save, Report."});
}

void draw_positions(PanelContext& context, const std::vector<CostLine>& lines) {
    const std::size_t shown = rows_shown(lines.size());
    for (std::size_t i = 0; i < shown; ++i) draw_position(context, lines[i]);
    if (shown < lines.size())
        draw_rest(context, lines.size() - shown, total_of(std::span(lines).subspan(shown)));
}

void draw_shares(PanelContext& context, const CostFigures& figures) {
    const std::size_t shown = rows_shown(figures.shares.size());
    std::vector<Bar> bars;
    for (std::size_t i = 0; i < shown; ++i) {
        const CostShare& share = figures.shares[i];
        const Cost cost = shown_cost(context, share.cost);
        const bool kind = figures.view == CostView::category;  // no name that someone gave
        bars.push_back({"cost-share/" + std::to_string(i), kind ? capitalised(share.item) : share.item,
                        show_cost(cost), static_cast<double>(cost.low.to_nanos()),
                        static_cast<double>(cost.high.to_nanos()), share.rule, false});
    }
    bar_chart(context, bars);
    if (shown == figures.shares.size()) return;
    Cost rest;
    for (std::size_t i = shown; i < figures.shares.size(); ++i) rest += figures.shares[i].cost;
    draw_rest(context, figures.shares.size() - shown, rest);
}

/// Worked out once for each estimate and view.
const CostFigures& figures_of(PanelContext& context, const Shown& shown) {
    CostFigures& known = context.state.cost.figures;
    const std::uint64_t revision = context.session.estimated_revision();
    const bool same = known.environment == shown.environment.name && known.revision == revision;
    const auto view = context.state.cost.view;
    if (!same) {
        known = {shown.environment.name,
                 revision,
                 std::nullopt,
                 {},
                 unused_headroom_cost(shown.environment, shown.estimate),
                 unit_costs(shown.environment, shown.estimate)};
    }
    if (view && known.view != view) {
        known.view = view;
        known.shares = cost_shares(shown.environment, shown.estimate, *view);
    }
    return known;
}

void draw_views(PanelContext& context) {
    const auto at = std::find(kCostViews.begin(), kCostViews.end(), context.state.cost.view);
    const auto chosen =
        choice_row(context, "cost-view", kViews, static_cast<std::size_t>(at - kCostViews.begin()));
    if (chosen) context.state.cost.view = kCostViews[*chosen];
}

/// The prices of one vCPU, one GiB and a million requests, and what is paid for nothing.
void draw_unit_costs(PanelContext& context, const CostFigures& figures) {
    const auto row = [&](const char* path, std::string_view label, const std::optional<Cost>& cost,
                         std::string_view help) {
        if (!cost) return;
        const std::string amount = show_cost(*cost);
        amount_row(context, path, {.label = label, .amount = amount, .muted = true, .help = help});
    };
    if (!figures.headroom.high.is_zero()) {
        row("cost/headroom", "Unused headroom", shown_cost(context, figures.headroom),
            "What is left of each server when each service has its share: the larger of its CPU and its "
            "memory fraction.");
    }
    row("cost/per-vcpu", "Per vCPU and month", figures.units.per_vcpu,
        "Servers and their disks by the CPU that can be allocated.");
    row("cost/per-gib", "Per GiB and month", figures.units.per_gib,
        "Servers and their disks by the memory that can be allocated.");
    row("cost/per-million-requests", "Per million requests", figures.units.per_million_requests,
        "Everything by the arrivals of the services that no other service calls.");
}

}  // namespace

std::string headline(const Cost& cost) {
    return "$" + show_cost(cost.low, cost.complete ? cost.high : cost.low, true);
}

std::string date_span(const std::vector<CostLine>& lines) {
    const DateSpan dates = dates_of(lines);
    if (dates.first.empty()) return {};
    const bool one = dates.first == dates.last;
    return "List prices of " + std::string(dates.first) + (one ? "" : " to " + std::string(dates.last));
}

std::string position_of(CostCategory category, const std::string& item) {
    switch (category) {
        case CostCategory::server:
        case CostCategory::managed: return item;
        case CostCategory::disk:
        case CostCategory::storage: return item + ", " + std::string(title_of(category));
        case CostCategory::egress: return "Traffic to the internet";
        case CostCategory::cross_zone: return capitalised(title_of(category));
        case CostCategory::load_balancer:
        case CostCategory::nat:
        case CostCategory::address: break;
    }
    return capitalised(item);
}

std::string position_of(const CostLine& line) { return position_of(line.category, line.item); }

std::string_view mark_of(const CostLine& line) {
    if (line.stale) return "out of date";
    return line.kept ? "kept" : "";
}

void draw_cost_panel(PanelContext& context, const Shown& shown) {
    const std::string dates = date_span(shown.estimate.cost_lines);
    draw_total(context, shown, dates);
    if (shown.estimate.cost_lines.empty()) return;
    const CostFigures& figures = figures_of(context, shown);
    draw_views(context);
    gap(0.2f);
    if (context.state.cost.view) {
        draw_shares(context, figures);
    } else {
        draw_positions(context, shown.estimate.cost_lines);
    }
    gap(0.5f);
    draw_unit_costs(context, figures);
    if (!dates.empty())
        text(context, "", {.text = dates, .size = TextSize::small, .muted = true, .wrap = true});
    gap(0.4f);
    if (button(context, kComparisonButton,
               {.label = "Compare providers",
                .style = ButtonStyle::framed,
                .hint = "This environment bought from every provider, side by side"}))
        open_comparison(context);
}

}  // namespace stowage::ui
