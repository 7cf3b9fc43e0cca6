// SPDX-License-Identifier: MIT
#include <cmath>
#include <limits>

#include "stowage/limits.hpp"
#include "stowage/load.hpp"
#include "stowage/number_text.hpp"
#include "stowage/scaling.hpp"

namespace stowage {
namespace {

/// Rounded to the unit of a figure, and within what a metric may be.
std::int64_t figure_of(double value, double unit, std::int64_t most) {
    const double figure = value * unit;
    return figure < static_cast<double>(most) ? std::llround(figure) : most;
}

void set(Metrics& metrics, Metric metric, std::optional<double> value) {
    if (!value) return;
    switch (unit_of(metric)) {
        case MetricUnit::percent: metrics.set(metric, figure_of(*value, 1e4, limits::kMetricPercent)); break;
        case MetricUnit::time:
            metrics.set(metric, figure_of(*value, 1e6, limits::kDuration.to_micros()));
            break;
        case MetricUnit::count: metrics.set(metric, figure_of(*value, 1, limits::kMetricCount)); break;
    }
}

}  // namespace

Metrics metrics_of(const Service& service, const ServiceLoad& load) {
    Metrics metrics;
    const auto replicas = static_cast<double>(service.replicas);
    set(metrics, Metric::cpu, load.cpu);
    set(metrics, Metric::memory, load.memory);
    if (load.connections) set(metrics, Metric::connections, *load.connections / replicas);
    if (!load.figures) return metrics;
    set(metrics, Metric::utilisation, load.figures->utilisation);
    set(metrics, Metric::p95, load.figures->response_percentile);
    set(metrics, Metric::latency, load.figures->w);
    if (load.figures->lq) set(metrics, Metric::queue, *load.figures->lq / replicas);
    return metrics;
}

std::string show_metric(Metric metric, std::int64_t figure) {
    constexpr double kInfinite = std::numeric_limits<double>::infinity();
    switch (unit_of(metric)) {
        case MetricUnit::percent: return show_share(static_cast<double>(figure) / 1e4);
        case MetricUnit::time:
            return show_seconds(figure < limits::kDuration.to_micros() ? static_cast<double>(figure) / 1e6
                                                                       : kInfinite);
        case MetricUnit::count: break;
    }
    return figure < limits::kMetricCount ? std::to_string(figure) : show_share(kInfinite);
}

}  // namespace stowage
