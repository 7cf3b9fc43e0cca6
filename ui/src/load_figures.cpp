// SPDX-License-Identifier: MIT
#include "load_figures.hpp"

#include "stowage/number_text.hpp"
#include "stowage/stack/workers.hpp"

namespace stowage::ui {
namespace {

void add_line(std::string& text, std::string_view label, const std::string& value) {
    if (!text.empty()) text += '\n';
    text.append(label).append(": ").append(value);
}

void add_share(std::string& text, std::string_view label, std::optional<double> share) {
    if (share) add_line(text, label, show_share(*share));
}

void add_time(std::string& text, std::string_view label, std::optional<double> seconds) {
    if (seconds) add_line(text, label, show_seconds(*seconds));
}

/// Larger plans are asked service by service: looking at thousands of services takes too long for a frame.
constexpr std::size_t kFiguresMostServices = 200;

/// Those that a load can be stated for, or that get one from others.
std::vector<std::size_t> rows_of(const Shown& shown) {
    const Load none;
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < shown.environment.services.size(); ++i) {
        const Service& service = shown.environment.services[i];
        const bool predicted = !shown.estimate.loads.empty() && has_prediction(shown.estimate.loads[i]);
        if (predicted || runs_workers(service.kind) || service.load != none) rows.push_back(i);
    }
    return rows;
}

std::int64_t placed_of(const Environment& environment) {
    auto placed = static_cast<std::int64_t>(environment.services.size());
    for (const Service& service : environment.services) placed += service.replicas;
    for (const Server& server : environment.servers) placed += server.count;
    return placed;
}

void work_out(LoadFigures& known, const Shown& shown) {
    known.placed = placed_of(shown.environment);
    known.rows = rows_of(shown);
    known.needed.clear();
    known.limits.clear();
    const auto& loads = shown.estimate.loads;
    if (loads.empty() || loads.size() > kFiguresMostServices) return;
    known.limits = load_limits(shown.environment, shown.estimate);
    for (std::size_t i = 0; i < loads.size(); ++i) {
        const Service& service = shown.environment.services[i];
        known.needed.push_back(scales_by_replicas(service)
                                   ? replicas_needed(service, shown.estimate.needs[i], loads[i].arrivals, {},
                                                     latency_budget_of(service))
                                   : std::nullopt);
    }
}

}  // namespace

const LoadFigures& known_load(PanelContext& context, const Shown& shown) {
    LoadFigures& known = context.state.load_figures;
    const std::uint64_t revision = figures_revision(context.session);
    if (known.revision == revision && known.environment == shown.environment.name) return known;
    known.revision = revision;
    known.environment = shown.environment.name;
    work_out(known, shown);
    return known;
}

bool has_prediction(const ServiceLoad& load) { return load.figures || load.cpu || load.connections; }

std::string response_text(const ServiceLoad& load) {
    const auto latency = load.latency();
    if (!latency) return {};
    return show_seconds(*latency) + (load.figures->response_percentile ? " P95" : " mean");
}

std::string prediction_text(const Service& service, const ServiceLoad& load) {
    std::string text;
    if (load.arrivals) add_line(text, "Arrivals", show_per_second(*load.arrivals));
    add_share(text, "CPU of what it requests", load.cpu);
    if (load.figures) {
        const bool database = service.kind == ServiceKind::postgres;
        add_share(text, database ? "Database connections busy" : "Workers busy", load.figures->utilisation);
        add_time(text, "Mean response", load.figures->w);
        add_time(text, "Median response", load.median);
        add_time(text, "P95 response", load.figures->response_percentile);
        add_time(text, "Mean wait", load.figures->wq);
    }
    if (load.connections) add_line(text, "Connections", format_significant(*load.connections, 3));
    add_share(text, "Turned away", load.turned_away);
    add_share(text, "Memory of what it requests", load.memory);
    if (!load.error_band.empty()) text += "\n\n" + std::string(load.error_band);
    return text;
}

std::optional<Severity> load_severity(const Service& service, const ServiceLoad& load) {
    if (load.cpu.value_or(0) >= 1 || (load.figures && load.figures->utilisation >= 1)) return Severity::error;
    const auto budget = latency_budget_of(service);
    if (budget && load.latency().value_or(0) > *budget) return Severity::warning;
    return std::nullopt;
}

}  // namespace stowage::ui
