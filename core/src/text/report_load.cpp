// SPDX-License-Identifier: MIT
#include "report_load.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "stowage/load_charts.hpp"
#include "stowage/number_text.hpp"
#include "stowage/text/chart_svg.hpp"
#include "stowage/text/load_text.hpp"

namespace stowage {
namespace {

constexpr int kDigits = 3;
constexpr std::size_t kMostLatencyCharts = 4;
constexpr std::int64_t kShownMonths = 24;  // the interface shows as many

template <class Show>
std::string shown(const std::optional<double>& figure, const Show& show) {
    return figure ? show(*figure) : "-";
}

std::string figure_text(double value) { return format_significant(value, kDigits); }

/// "1.4: scaling rule", of the load's multiple that meets it.
std::string first_limit_of(const std::vector<LoadLimit>& limits, std::uint32_t service) {
    const auto first = std::find_if(limits.begin(), limits.end(), [&](const LoadLimit& limit) {
        return !limit.is_of_server() && limit.index == service;
    });
    return first == limits.end() ? "-"
                                 : figure_text(first->factor) + ": " + std::string(words_of(first->kind));
}

std::vector<std::string> row_of(const Service& service, const ServiceLoad& load) {
    const auto of_figures = [&load](auto member) -> std::optional<double> {
        return load.figures ? std::optional<double>((*load.figures).*member) : std::nullopt;
    };
    return {escaped(label_of(service)),
            shown(load.arrivals, show_per_second),
            shown(load.cpu, show_share),
            shown(of_figures(&QueueFigures::utilisation), show_share),
            shown(load.median, show_seconds),
            shown(load.figures ? load.figures->response_percentile : std::nullopt, show_seconds),
            shown(of_figures(&QueueFigures::w), show_seconds),
            shown(load.figures ? load.figures->lq : std::nullopt, show_queue_length),
            shown(load.connections, figure_text)};
}

/// `limits`: none where they are not asked for.
void write_services(const Environment& environment, const EnvironmentEstimate& estimate,
                    const std::vector<LoadLimit>* limits, MarkdownWriter& out) {
    std::vector<std::string> head{"Service", "Arrivals", "CPU",   "Workers",     "P50",
                                  "P95",     "Mean",     "Queue", "Connections", "Replicas"};
    if (limits != nullptr) head.emplace_back("Met first, at times the load");
    out.header(head, limits != nullptr ? "lrrrrrrrrll" : "lrrrrrrrrl");
    for (std::uint32_t i = 0; i < estimate.loads.size(); ++i) {
        const ServiceLoad& load = estimate.loads[i];
        if (!load.is_predicted()) continue;
        const Service& service = environment.services[i];
        std::vector<std::string> cells = row_of(service, load);
        if (limits == nullptr) {
            cells.push_back(std::to_string(service.replicas));
        } else {
            cells.push_back(show_replicas(service, estimate.needs[i], load, latency_budget_of(service)));
            cells.push_back(first_limit_of(*limits, i));
        }
        out.row(cells);
    }
    out.line();
}

/// "WSGI 3, has 2", of those that more replicas serve and that state a budget.
std::string replicas_for_budgets(const Environment& environment, const EnvironmentEstimate& estimate) {
    std::string text;
    for (std::size_t i = 0; i < estimate.loads.size(); ++i) {
        const Service& service = environment.services[i];
        const auto budget = latency_budget_of(service);
        if (!budget || !scales_by_replicas(service) || !estimate.loads[i].latency()) continue;
        const auto needed =
            replicas_needed(service, estimate.needs[i], estimate.loads[i].arrivals, {}, budget);
        text += (text.empty() ? "" : "; ") + escaped(label_of(service)) + " " +
                (needed ? std::to_string(*needed) : "no number is enough") + " for " + show_seconds(*budget) +
                ", has " + std::to_string(service.replicas);
    }
    return text;
}

void write_answers(const Environment& environment, const EnvironmentEstimate& estimate,
                   const std::vector<LoadLimit>& limits, const GrowthRunway& runway, MarkdownWriter& out) {
    if (!limits.empty()) {
        out.line("- **Carries:** " + figure_text(limits.front().factor) +
                 " times the load, then: " + escaped(show_limit(limits.front(), environment)));
    }
    const std::string replicas = replicas_for_budgets(environment, estimate);
    if (!replicas.empty()) out.line("- **Replicas for the latency budget:** " + replicas);
    std::string growth;
    for (const LoadAnswer& answer : growth_answers(runway, environment))
        growth += (growth.empty() ? "" : "; ") + answer.subject + ": " + escaped(answer.words);
    if (!growth.empty()) out.line("- **Growth:** " + growth);
    if (!limits.empty() || !replicas.empty() || !growth.empty()) out.line();
}

/// Those with a latency budget; where none has one, the first whose latency is predicted.
std::vector<std::uint32_t> charted_services(const Environment& environment,
                                            const EnvironmentEstimate& estimate) {
    std::vector<std::uint32_t> budgeted;
    std::vector<std::uint32_t> first;
    for (std::uint32_t i = 0; i < estimate.loads.size(); ++i) {
        if (!estimate.loads[i].latency()) continue;
        const bool has_budget = latency_budget_of(environment.services[i]).has_value();
        if (has_budget && budgeted.size() < kMostLatencyCharts) budgeted.push_back(i);
        if (first.empty()) first.push_back(i);
    }
    return budgeted.empty() ? first : budgeted;
}

/// Replicas and machines of the stated load.
std::int64_t placed_of(const Environment& environment, const EnvironmentEstimate& estimate) {
    std::int64_t placed = 0;
    for (const Server& server : environment.servers) placed += server.count;
    for (std::size_t i = 0; i < environment.services.size(); ++i) {
        const Service& service = environment.services[i];
        const ServiceLoad& load = estimate.loads[i];
        std::int64_t replicas = service.replicas;
        if (load.is_predicted() && scales_by_replicas(service)) {
            const auto needed =
                replicas_needed(service, estimate.needs[i], load.arrivals, {}, latency_budget_of(service));
            replicas = std::max(replicas, needed.value_or(0));
        }
        placed += replicas;
    }
    return placed;
}

/// True while there is enough of `left` for `wanted`, which is taken from it.
bool take(std::int64_t& left, std::int64_t wanted) {
    if (wanted > left) return false;
    left -= wanted;
    return true;
}

}  // namespace

void LoadReport::write(std::uint32_t index, const EnvironmentEstimate& estimate, MarkdownWriter& out) {
    const Environment& environment = plan_.environments[index];
    const bool any = std::any_of(estimate.loads.begin(), estimate.loads.end(),
                                 [](const ServiceLoad& load) { return load.is_predicted(); });
    if (!any) return;
    out.paragraph("### Load");
    if (!take(services_left_, static_cast<std::int64_t>(environment.services.size()))) {
        write_services(environment, estimate, nullptr, out);
        out.paragraph("`stowage load` tells what a growing load of so many services meets.");
        return;
    }
    const auto limits = load_limits(environment, estimate);
    write_services(environment, estimate, &limits, out);
    const bool outlook = placed_of(environment, estimate) * kShownLoadSteps <= placed_left_;
    const GrowthRunway runway = outlook ? growth_runway(plan_, catalogue_, index, estimate) : GrowthRunway{};
    write_answers(environment, estimate, limits, runway, out);
    for (const std::uint32_t service : charted_services(environment, estimate))
        out.paragraph(chart_svg(latency_chart(environment, estimate, service)));
    if (!outlook) {
        out.paragraph("`stowage load` tells what more load of so many replicas takes.");
        return;
    }
    write_cost(index, estimate, out);
    if (runway.grows) write_growth(index, estimate, runway, out);
}

void LoadReport::count(const ScaledEnvironment& scaled) {
    for (const std::int64_t replicas : scaled.replicas) placed_left_ -= replicas;
    for (const std::int64_t machines : scaled.machines) placed_left_ -= machines;
}

void LoadReport::write_cost(std::uint32_t index, const EnvironmentEstimate& estimate, MarkdownWriter& out) {
    const auto steps = load_steps(plan_, catalogue_, index, estimate, kShownLoadFactor, kShownLoadSteps);
    for (const LoadStep& step : steps) count(step.scaled);
    out.paragraph(chart_svg(cost_chart(plan_.environments[index], steps)));
}

/// A load that grows fast is followed for fewer months.
void LoadReport::write_growth(std::uint32_t index, const EnvironmentEstimate& estimate,
                              const GrowthRunway& runway, MarkdownWriter& out) {
    const auto steps = growth_steps(plan_, catalogue_, index, estimate, kShownMonths,
                                    std::max<std::int64_t>(placed_left_, 1));
    for (const GrowthStep& step : steps) count(step.scaled);
    out.paragraph(chart_svg(growth_chart(plan_.environments[index], runway, steps)));
}

}  // namespace stowage
