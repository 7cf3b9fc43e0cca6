// SPDX-License-Identifier: MIT
#include "stowage/load_charts.hpp"

#include <algorithm>
#include <cmath>

#include "plain_number.hpp"

namespace stowage {
namespace {

constexpr std::int64_t kCurvePoints = 60;
/// Of what a service can do: beyond it the curve is a wall, and nothing before it can be read.
constexpr double kNearlyFull = 0.98;
constexpr double kShownBudgets = 2;  // the axis ends at twice the budget
constexpr double kShownStated = 4;   // without one, at four times what it is now
constexpr std::size_t kColumns = 24;

double in_currency(Money money) { return static_cast<double>(money.to_nanos()) * 1e-9; }

/// The multiple of the stated load at which a service is busy all the time.
double full_at(const ServiceLoad& load) {
    const double busiest = std::max(load.figures ? load.figures->utilisation : 0, load.cpu.value_or(0));
    return busiest > 0 ? 1 / busiest : 1;
}

void add_budget_mark(const Environment& environment, Chart& chart) {
    if (environment.budget)
        chart.marks.push_back({ChartMark::Axis::y, in_currency(*environment.budget), "budget"});
}

void add_violations(const ReplayedService& replayed, Chart& chart) {
    std::optional<std::size_t> began;
    for (std::size_t minute = 0; minute <= replayed.minutes.size(); ++minute) {
        const bool bad = minute < replayed.minutes.size() && replayed.minutes[minute].in_violation;
        if (bad && !began) began = minute;
        if (bad || !began) continue;
        chart.spans.push_back({static_cast<double>(*began), static_cast<double>(minute), "in violation"});
        began.reset();
    }
}

void mark_month(Chart& chart, std::optional<std::int64_t> month, const std::string& label) {
    if (month) chart.marks.push_back({ChartMark::Axis::x, static_cast<double>(*month), label});
}

}  // namespace

Chart latency_chart(const Environment& environment, const EnvironmentEstimate& estimate,
                    std::uint32_t service) {
    const Service& asked = environment.services[service];
    Chart chart;
    chart.title = "Response time of " + label_of(asked);
    chart.x = {"Arrivals", ChartUnit::per_second};
    chart.y = {"Response", ChartUnit::seconds};
    if (estimate.loads.empty() || !estimate.loads[service].latency()) return chart;
    const ServiceLoad& stated = estimate.loads[service];
    const bool by_rate = stated.arrivals.value_or(0) > 0;
    if (!by_rate) chart.x = {"Times the stated load", ChartUnit::count};
    const auto curve =
        latency_curve(environment, estimate, service, kNearlyFull * full_at(stated), kCurvePoints);
    const bool percentile = stated.figures->response_percentile.has_value();
    ChartSeries latency{percentile ? "P95" : "mean", {}};
    ChartSeries median{"median", {}};
    for (const LatencyPoint& point : curve) {
        const double x = by_rate ? point.arrivals : point.factor;
        if (point.latency) latency.points.push_back({x, *point.latency});
        if (point.median) median.points.push_back({x, *point.median});
    }
    const auto budget = latency_budget_of(asked);
    if (budget) chart.marks.push_back({ChartMark::Axis::y, *budget, "budget"});
    chart.marks.push_back({ChartMark::Axis::x, by_rate ? *stated.arrivals : 1, "stated"});
    const double now = *stated.latency();
    const double most = budget ? kShownBudgets * *budget : kShownStated * now;
    if (!latency.points.empty() && latency.points.back().y > most) chart.y.most = std::max(most, now * 1.25);
    chart.series.push_back(std::move(latency));
    if (percentile) chart.series.push_back(std::move(median));
    return chart;
}

Chart cost_chart(const Environment& environment, const std::vector<LoadStep>& steps) {
    Chart chart;
    chart.title = "Cost against load";
    chart.x = {"Times the stated load", ChartUnit::count};
    chart.y = {"Cost", ChartUnit::money};
    ChartSeries cost{"cost", {}, ChartDrawing::steps};
    // What a load takes is bought before it comes: the step stands where the load before it ends.
    double from = 0;
    for (const LoadStep& step : steps) {
        cost.points.push_back({from, in_currency(step.scaled.cost.low)});
        from = step.factor;
    }
    if (!steps.empty()) cost.points.push_back({from, in_currency(steps.back().scaled.cost.low)});
    chart.series.push_back(std::move(cost));
    add_budget_mark(environment, chart);
    chart.marks.push_back({ChartMark::Axis::x, 1, "stated"});
    return chart;
}

Chart growth_chart(const Environment& environment, const GrowthRunway& runway,
                   const std::vector<GrowthStep>& steps) {
    Chart chart;
    chart.title = "Cost as the load grows";
    chart.x = {"From now", ChartUnit::months};
    chart.y = {"Cost", ChartUnit::money};
    ChartSeries cost{"cost", {}, ChartDrawing::steps};
    for (const GrowthStep& step : steps)
        cost.points.push_back({static_cast<double>(step.month), in_currency(step.scaled.cost.low)});
    chart.series.push_back(std::move(cost));
    add_budget_mark(environment, chart);
    mark_month(chart, runway.limit, "first limit");
    mark_month(chart, runway.room, "no room");
    mark_month(chart, runway.budget, "over budget");
    return chart;
}

Chart replicas_chart(const Environment& environment, const ReplayedService& replayed) {
    Chart chart;
    chart.title = "Replicas of " + label_of(environment.services[replayed.service]);
    chart.x = {"Time", ChartUnit::time_of_day};
    chart.y = {"Replicas", ChartUnit::count};
    ChartSeries serving{"serving", {}, ChartDrawing::steps};
    ChartSeries all{"with those that start", {}, ChartDrawing::steps};
    bool any_starts = false;
    for (std::size_t minute = 0; minute < replayed.minutes.size(); ++minute) {
        const ReplayedMinute& each = replayed.minutes[minute];
        serving.points.push_back({static_cast<double>(minute), static_cast<double>(each.running)});
        all.points.push_back(
            {static_cast<double>(minute), static_cast<double>(each.running + each.starting)});
        any_starts = any_starts || each.starting > 0;
    }
    chart.series.push_back(std::move(serving));
    if (any_starts) chart.series.push_back(std::move(all));
    add_violations(replayed, chart);
    return chart;
}

Chart replayed_latency_chart(const Environment& environment, const ReplayedService& replayed) {
    const Service& service = environment.services[replayed.service];
    Chart chart;
    chart.title = "Response time of " + label_of(service);
    chart.x = {"Time", ChartUnit::time_of_day};
    chart.y = {"Response", ChartUnit::seconds};
    ChartSeries latency{"response", {}};
    for (std::size_t minute = 0; minute < replayed.minutes.size(); ++minute) {
        const auto& value = replayed.minutes[minute].latency;
        if (value) latency.points.push_back({static_cast<double>(minute), *value});
    }
    chart.series.push_back(std::move(latency));
    if (const auto budget = latency_budget_of(service))
        chart.marks.push_back({ChartMark::Axis::y, *budget, "budget"});
    add_violations(replayed, chart);
    return chart;
}

Chart outcome_chart(std::string title, ChartUnit unit, const std::vector<double>& values) {
    Chart chart;
    chart.title = std::move(title);
    chart.x = {"", unit};
    chart.y = {"Draws", ChartUnit::count};
    std::vector<double> finite;
    for (const double value : values) {
        if (std::isfinite(value)) finite.push_back(value);
    }
    if (finite.empty()) return chart;
    const auto [least, most] = std::minmax_element(finite.begin(), finite.end());
    const double low = *least;
    const double width = *most > low ? (*most - low) / static_cast<double>(kColumns) : 0;
    std::vector<double> counts(width > 0 ? kColumns : 1);
    for (const double value : finite) {
        const double place = width > 0 ? (value - low) / width : 0;
        ++counts[std::min(static_cast<std::size_t>(place), counts.size() - 1)];
    }
    ChartSeries columns{"draws", {}, ChartDrawing::columns};
    for (std::size_t i = 0; i < counts.size(); ++i)
        columns.points.push_back({low + (static_cast<double>(i) + 0.5) * width, counts[i]});
    chart.series.push_back(std::move(columns));
    const Percentiles percentiles = percentiles_of(finite);
    chart.marks.push_back({ChartMark::Axis::x, percentiles.p10, "P10"});
    chart.marks.push_back({ChartMark::Axis::x, percentiles.p50, "P50"});
    chart.marks.push_back({ChartMark::Axis::x, percentiles.p90, "P90"});
    return chart;
}

}  // namespace stowage
