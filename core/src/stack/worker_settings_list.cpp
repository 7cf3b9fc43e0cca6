// SPDX-License-Identifier: MIT
#include "setting_list.hpp"
#include "stowage/stack/asgi.hpp"
#include "stowage/stack/celery.hpp"
#include "stowage/stack/gunicorn.hpp"
#include "stowage/stack/workers.hpp"

namespace stowage {
namespace {

constexpr std::string_view kWithoutCpu = "1 without a stated CPU";

Derivation workers_derivation(const Service& service) {
    const auto cpu = stated_cpu(service);
    const std::string cores = cpu ? format_cpu(*cpu) : "";
    switch (service.kind) {
        case ServiceKind::wsgi:
            return {cpu ? "2 x " + show_cpu(*cpu) + " + 1" : std::string(kWithoutCpu), kGunicornSource};
        case ServiceKind::asgi:
            return {cpu ? "one for each whole core of " + cores : std::string(kWithoutCpu),
                    kAsgiProcessSource};
        default:
            return {cpu ? "one for each whole core of " + cores : std::string(kWithoutCpu),
                    kCeleryConcurrencySource};
    }
}

Derivation cpu_derivation(const Service& service, std::int64_t workers) {
    const std::string count = std::to_string(workers);
    if (service.kind == ServiceKind::wsgi) return {"(" + count + " - 1) / 2, at least 0.5", kGunicornSource};
    return {"1 core for each of " + count,
            service.kind == ServiceKind::asgi ? kAsgiProcessSource : kCeleryConcurrencySource};
}

void list_threads(const Service& service, const WorkerSettings& settings, SettingList& list) {
    if (service.kind == ServiceKind::wsgi) {
        list.count("threads", "Threads of a worker", service.threads, settings.threads,
                   {"default", "gunicorn, settings.rst: threads 1"});
    } else if (service.kind == ServiceKind::asgi) {
        const std::int64_t cores = settings.threads / asgi_threads(1);
        list.count("threads", "Threads of a process for synchronous code", service.threads, settings.threads,
                   {std::to_string(cores) + (cores == 1 ? " CPU x 5" : " CPUs x 5"), kAsgiThreadsSource});
    }
}

void list_connections(const Service& service, const WorkerSettings& settings, SettingList& list) {
    const std::int64_t most = asgi_max_connections(service);
    list.count("max_connections", "Connections", service.max_connections, most,
               {std::to_string(settings.workers) + " x " + std::to_string(kAsgiConnections),
                kAsgiConnectionsSource});
    list.memory("connection_memory", "Memory of a connection", service.connection_memory,
                asgi_connection_memory(service), {"default", "our choice"});
    list.figure("Worst-case WebSocket buffers", show_bytes(kWebSocketBuffer) + " each",
                std::to_string(kWebSocketQueue) + " x " + show_bytes(kWebSocketMessage) +
                    " at Uvicorn's defaults; lower ws-max-size where clients are not trusted",
                kWebSocketBufferSource);
}

void list_tasks(const Service& service, const WorkerSettings& settings, SettingList& list) {
    const std::int64_t prefetch = service.prefetch.value_or(kCeleryPrefetch);
    list.count("prefetch", "Tasks reserved for a process", service.prefetch, prefetch,
               {"default", kCeleryPrefetchSource});
    const std::string reserved = std::to_string(celery_reserved_tasks(settings.workers, prefetch));
    list.figure("Tasks reserved", reserved, product_text({settings.workers, prefetch}, reserved),
                kCeleryPrefetchSource);
}

void list_needs(const Service& service, const WorkerSettings& settings, SettingList& list) {
    const ServiceNeeds needs = needs_of(service);
    if (needs.cpu_derived) {
        list.need("cpu", "CPU", show_cpu(needs.request.cpu), cpu_derivation(service, settings.workers));
    }
    if (!needs.memory_derived) return;
    std::string formula = std::to_string(settings.workers) + " x " + show_bytes(settings.worker_memory);
    if (service.kind == ServiceKind::asgi) {
        formula += " + " + std::to_string(asgi_max_connections(service)) + " x " +
                   show_bytes(asgi_connection_memory(service));
    }
    list.need("memory", "Memory", show_bytes(needs.request.memory), {formula, kWorkerMemorySource});
}

}  // namespace

void list_worker_settings(const Service& service, SettingList& list) {
    const WorkerSettings settings = worker_settings(service);
    const bool celery = service.kind == ServiceKind::celery;
    list.count("workers",
               celery                              ? "Concurrency"
               : service.kind == ServiceKind::asgi ? "Processes"
                                                   : "Workers",
               service.workers, settings.workers, workers_derivation(service));
    list_threads(service, settings, list);
    list.memory("worker_memory", "Memory of a worker", service.worker_memory, settings.worker_memory,
                {"default", kWorkerMemorySource});
    if (service.kind == ServiceKind::asgi) list_connections(service, settings, list);
    if (celery) list_tasks(service, settings, list);
    list.count("pool_size", "Connections of a thread", service.pool_size, settings.pool_size,
               {"default", kDatabaseConnectionsSource});
    list_needs(service, settings, list);
    const std::string connections = std::to_string(database_connections(service, settings));
    list.figure("Database connections", connections,
                settings.pool_size == 1
                    ? product_text({service.replicas, settings.workers, settings.threads}, connections)
                    : product_text({service.replicas, settings.workers, settings.threads, settings.pool_size},
                                   connections),
                kDatabaseConnectionsSource);
}

}  // namespace stowage
