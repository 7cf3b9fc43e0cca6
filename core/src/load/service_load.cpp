// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>

#include "load_growth.hpp"
#include "plain_number.hpp"
#include "stowage/limits.hpp"
#include "stowage/load.hpp"
#include "stowage/load_needs.hpp"
#include "stowage/queueing/erlang.hpp"
#include "stowage/queueing/queue_model.hpp"
#include "stowage/stack/asgi.hpp"
#include "stowage/stack/connection_budget.hpp"
#include "stowage/stack/nginx.hpp"
#include "stowage/stack/postgres.hpp"
#include "stowage/stack/workers.hpp"

namespace stowage {
namespace {

constexpr double kMedian = 50;
constexpr double kPercentile = 95;  // the one that rules of scaling and latency budgets speak of

/// What one replica serves at once; 0 where nothing says so.
std::int64_t slots_of_replica(const Service& service) {
    switch (service.kind) {
        case ServiceKind::wsgi: {
            const WorkerSettings settings = worker_settings(service);
            return settings.workers * settings.threads;
        }
        case ServiceKind::asgi:
        case ServiceKind::celery: return worker_settings(service).workers;
        case ServiceKind::nginx: return nginx_settings(service).workers;
        case ServiceKind::redis: return 1;  // one thread runs the commands
        case ServiceKind::postgres: return postgres_settings(service, std::nullopt).available();
        case ServiceKind::other: return service.workers.value_or(0) * service.threads.value_or(1);
    }
    return 0;
}

/// Each factor is limited where a plan is read; the product may pass what a model takes, which
/// queue_figures() then refuses.
std::int64_t slots_of(const Service& service, std::optional<std::int64_t> database_slots) {
    const detail::Int128 slots = detail::Int128{service.replicas} * slots_of_replica(service);
    const auto most = static_cast<std::int64_t>(std::min<detail::Int128>(slots, limits::kQueueServers + 1));
    return database_slots ? std::min(most, *database_slots) : most;
}

/// A request keeps a worker, thread or connection for its whole service time.
void predict_pool(const ServiceTime& time, double arrivals, std::int64_t servers, ServiceLoad& load) {
    QueueQuestion question{QueueModel::mgc, {arrivals, 1 / time.mean, servers}};
    question.scv = time.scv;
    question.percentile = kPercentile;
    const auto figures = queue_figures(question);
    if (!figures) return;
    load.figures = *figures;
    load.error_band = queue_error_band(question);
    question.percentile = kMedian;
    const auto at_median = queue_figures(question);
    if (at_median) load.median = at_median->response_percentile;
}

/// Each replica of a single-threaded service has a queue of its own.
void predict_single_threads(const Service& service, const ServiceTime& time, ServiceLoad& load) {
    const auto replicas = static_cast<double>(service.replicas);
    predict_pool(time, *load.arrivals / replicas, 1, load);
    if (!load.figures) return;
    load.figures->l *= replicas;
    if (load.figures->lq) *load.figures->lq *= replicas;
}

/// What the event loops of a service have to do in a second.
struct LoopWork {
    double requests = 0;
    double messages = 0;
    double request_cpu = 0;  ///< seconds of each
    double message_cpu = 0;

    [[nodiscard]] double cpu() const { return requests * request_cpu + messages * message_cpu; }
};

/// Each event loop gets its part of the work (encode/uvicorn: the kernel balances accepts) and shares its CPU
/// among what is at hand: a job of CPU time s takes s / (1 - rho), whatever its law.
void predict_loops(const LoopWork& work, std::optional<double> service_time, ServiceLoad& load) {
    const double rho = work.cpu() / static_cast<double>(load.slots);
    QueueFigures figures;
    figures.utilisation = rho;
    const double stretched = rho < 1 ? 1 / (1 - rho) : std::numeric_limits<double>::infinity();
    figures.w = work.requests > 0 ? service_time.value_or(work.request_cpu) - work.request_cpu +
                                        work.request_cpu * stretched
                                  : work.message_cpu * stretched;
    figures.l = work.requests * figures.w;  // Little's law
    load.figures = figures;
    load.error_band = "exact for any law of the CPU time, if each event loop gets an equal part";
}

void predict_connections(const Service& service, double open, ServiceLoad& load) {
    load.connections = open + (load.figures ? load.figures->l : 0);
    const std::int64_t cap = asgi_max_connections(service);
    const double offered = *load.connections / static_cast<double>(service.replicas);
    if (cap <= limits::kQueueServers && std::isfinite(offered)) load.turned_away = erlang_b(cap, offered);
    if (!std::isfinite(offered)) load.turned_away = 1;
}

/// Workers of an application have one size, connections of ASGI add to it.
void predict_memory(const Service& service, Bytes request, ServiceLoad& load) {
    if (!runs_workers(service.kind) || request.is_zero()) return;
    auto used = static_cast<double>(memory_of(worker_settings(service)).to_bytes());
    if (load.connections) {
        used += *load.connections / static_cast<double>(service.replicas) *
                static_cast<double>(asgi_connection_memory(service).to_bytes());
    }
    load.memory = used / static_cast<double>(request.to_bytes());
}

LoopWork loop_work(const Service& service, const ServiceLoad& load, double open) {
    const Load& stated = service.load;
    LoopWork work;
    work.requests = load.arrivals.value_or(0);
    work.messages = open * per_second(stated.messages);
    const auto time = service_time_of(stated);
    const auto cpu = positive_seconds(stated.cpu_time);
    work.request_cpu = cpu.value_or(time ? time->mean : 0);
    if (time) work.request_cpu = std::min(work.request_cpu, time->mean);
    work.message_cpu = positive_seconds(stated.message_time).value_or(0);
    return work;
}

void predict_event_loops(const Service& service, double open, ServiceLoad& load) {
    const auto time = service_time_of(service.load);
    const LoopWork work = loop_work(service, load, open);
    if (load.slots == 0 || work.cpu() <= 0) return;
    predict_loops(work, time ? std::optional(time->mean) : std::nullopt, load);
}

/// CPU time a second, in cores.
double cores_used(const Service& service, const ServiceLoad& load, double open) {
    const double requests = load.arrivals.value_or(0) * positive_seconds(service.load.cpu_time).value_or(0);
    return requests +
           open * per_second(service.load.messages) * positive_seconds(service.load.message_time).value_or(0);
}

}  // namespace

ServiceLoad load_of(const Service& service, const ServiceNeeds& needs, std::optional<double> arrivals,
                    const LoadScale& scale, std::optional<std::int64_t> database_slots) {
    ServiceLoad load;
    load.arrivals = arrivals;
    load.slots = slots_of(service, database_slots);
    const bool asgi = service.kind == ServiceKind::asgi;
    const double open = asgi ? value_of(service.load.connections, 0) * growth_of(service.load, scale) : 0;
    const bool arrives = arrivals && *arrivals > 0;
    if ((!arrives && open <= 0) || service.replicas <= 0) return load;
    const double requested =
        static_cast<double>(needs.request.cpu.to_millis()) / 1000 * static_cast<double>(service.replicas);
    const double cores = cores_used(service, load, open);
    if (cores > 0 && requested > 0) load.cpu = cores / requested;
    const auto time = service_time_of(service.load);
    if (runs_event_loops(service.kind)) {
        predict_event_loops(service, open, load);
    } else if (arrives && time && load.slots > 0) {
        if (service.kind == ServiceKind::redis) {
            predict_single_threads(service, *time, load);
        } else {
            predict_pool(*time, *arrivals, load.slots, load);
        }
    }
    if (asgi && (load.figures || open > 0)) predict_connections(service, open, load);
    predict_memory(service, needs.request.memory, load);
    return load;
}

std::vector<std::optional<std::int64_t>> database_slots_of(const Environment& environment) {
    std::vector<std::optional<std::int64_t>> database_slots(environment.services.size());
    for (const ConnectionBudget& budget : connection_budgets(environment)) {
        const Service& database = environment.services[budget.database];
        // Clients whose settings nobody stated have one worker each: too few to predict waits from.
        if (budget.stated) database_slots[budget.database] = budget.seen(database);
    }
    return database_slots;
}

std::vector<ServiceLoad> load_of(const Environment& environment, const std::vector<ServiceNeeds>& needs,
                                 const LoadScale& scale) {
    const auto arrivals = arrivals_of(environment, scale);
    const auto database_slots = database_slots_of(environment);
    std::vector<ServiceLoad> loads;
    loads.reserve(arrivals.size());
    for (std::size_t i = 0; i < arrivals.size(); ++i) {
        loads.push_back(load_of(environment.services[i], needs[i], arrivals[i], scale, database_slots[i]));
    }
    return loads;
}

}  // namespace stowage
