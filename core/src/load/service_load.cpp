// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "decimal_value.hpp"
#include "stowage/limits.hpp"
#include "stowage/load.hpp"
#include "stowage/queueing/mgc.hpp"
#include "stowage/queueing/queue_model.hpp"
#include "stowage/scaling.hpp"
#include "stowage/stack/workers.hpp"

namespace stowage {
namespace {

constexpr double kMedian = 50;
constexpr double kPercentile = 95;  // the one that rules of scaling speak of

double seconds_of(Duration duration) { return static_cast<double>(duration.to_micros()) / 1e6; }

std::optional<double> positive_seconds(const std::optional<Duration>& duration) {
    if (!duration || duration->to_micros() <= 0) return std::nullopt;
    return seconds_of(*duration);
}

double scv_of(const Load& load) { return load.scv ? value_of(*load.scv) : 1; }

std::int64_t slots_of(const Service& service) {
    if (!runs_workers(service.kind)) return 0;
    const WorkerSettings settings = worker_settings(service);
    const std::int64_t threads = service.kind == ServiceKind::wsgi ? settings.threads : 1;
    // Each is limited where a plan is read; the product may pass what a model takes, which answer() then
    // refuses.
    const detail::Int128 slots = detail::Int128{service.replicas} * settings.workers * threads;
    return static_cast<std::int64_t>(std::min<detail::Int128>(slots, limits::kQueueServers + 1));
}

/// WSGI, Celery: a request keeps a worker or thread for its whole service time.
void predict_pool(const Service& service, double service_time, ServiceLoad& load) {
    QueueQuestion question{QueueModel::mgc, {*load.arrivals, 1 / service_time, load.slots}};
    question.scv = scv_of(service.load);
    question.percentile = kPercentile;
    const auto figures = queue_figures(question);
    if (!figures) return;
    load.figures = *figures;
    question.percentile = kMedian;
    const auto at_median = queue_figures(question);
    if (at_median) load.median = at_median->response_percentile;
}

/// ASGI: each event loop gets its part of the arrivals (encode/uvicorn: the kernel balances accepts).
void predict_loops(const Service& service, double service_time, ServiceLoad& load) {
    const double cpu_time =
        std::min(positive_seconds(service.load.cpu_time).value_or(service_time), service_time);
    const double each = *load.arrivals / static_cast<double>(load.slots);
    const QueueQuestion question{QueueModel::mg1ps, {each, 1 / cpu_time, 1}};
    const auto loop = queue_figures(question);
    if (!loop) return;
    QueueFigures figures;
    figures.utilisation = loop->utilisation;
    figures.w = service_time - cpu_time + loop->w;
    figures.l = *load.arrivals * figures.w;  // Little's law
    load.figures = figures;
}

ServiceLoad load_of_service(const Service& service, const ServiceNeeds& needs,
                            std::optional<double> arrivals) {
    ServiceLoad load{arrivals, slots_of(service), std::nullopt, std::nullopt, std::nullopt};
    if (!arrivals || *arrivals <= 0 || service.replicas <= 0) return load;
    const auto cpu_time = positive_seconds(service.load.cpu_time);
    const double cores = static_cast<double>(needs.request.cpu.to_millis()) / 1000;
    if (cpu_time && cores > 0)
        load.cpu = *arrivals * *cpu_time / (cores * static_cast<double>(service.replicas));
    const auto service_time = positive_seconds(service.load.service_time);
    if (!service_time || load.slots == 0) return load;
    if (service.kind == ServiceKind::asgi) {
        predict_loops(service, *service_time, load);
    } else {
        predict_pool(service, *service_time, load);
    }
    return load;
}

/// Rounded to the unit of a figure, and within what a metric may be.
std::int64_t figure_of(double value, double unit, std::int64_t most) {
    const double figure = value * unit;
    return figure < static_cast<double>(most) ? std::llround(figure) : most;
}

}  // namespace

std::vector<ServiceLoad> load_of(const Environment& environment, const EnvironmentEstimate& estimate) {
    const auto arrivals = arrivals_of(environment);
    std::vector<ServiceLoad> loads;
    loads.reserve(arrivals.size());
    for (std::size_t i = 0; i < arrivals.size(); ++i)
        loads.push_back(load_of_service(environment.services[i], estimate.needs[i], arrivals[i]));
    return loads;
}

Metrics metrics_of(const Service& service, const ServiceLoad& load) {
    Metrics metrics;
    const auto set = [&](Metric metric, std::optional<double> value) {
        if (!value) return;
        switch (unit_of(metric)) {
            case MetricUnit::percent:
                metrics.set(metric, figure_of(*value, 1e4, limits::kMetricPercent));
                break;
            case MetricUnit::time:
                metrics.set(metric, figure_of(*value, 1e6, limits::kDuration.to_micros()));
                break;
            case MetricUnit::count: metrics.set(metric, figure_of(*value, 1, limits::kMetricCount)); break;
        }
    };
    set(Metric::cpu, load.cpu);
    if (!load.figures) return metrics;
    const auto replicas = static_cast<double>(service.replicas);
    set(Metric::utilisation, load.figures->utilisation);
    set(Metric::p95, load.figures->response_percentile);
    set(Metric::latency, load.figures->w);
    if (load.figures->lq) set(Metric::queue, *load.figures->lq / replicas);
    if (service.kind == ServiceKind::asgi) set(Metric::connections, load.figures->l / replicas);
    return metrics;
}

}  // namespace stowage
