// SPDX-License-Identifier: MIT
#include "stowage/stack/workers.hpp"

#include "clamped.hpp"
#include "stowage/stack/asgi.hpp"
#include "stowage/stack/celery.hpp"
#include "stowage/stack/gunicorn.hpp"

namespace stowage {
namespace {

std::int64_t workers_from_cpu(const Service& service) {
    const auto cpu = stated_cpu(service);
    if (!cpu) return kGunicornWorkers;
    switch (service.kind) {
        case ServiceKind::wsgi: return gunicorn_start_workers(*cpu);
        case ServiceKind::asgi: return asgi_processes(*cpu);
        case ServiceKind::celery: return celery_concurrency(*cpu);
        default: return 1;
    }
}

std::int64_t threads_of(const Service& service, std::int64_t workers) {
    if (service.kind == ServiceKind::celery) return 1;  // of its prefork pool
    if (service.threads) return *service.threads;
    if (service.kind == ServiceKind::wsgi) return kGunicornThreads;
    const auto cpu = stated_cpu(service);
    return asgi_threads(cpu ? whole_cores(*cpu) : workers);
}

}  // namespace

WorkerSettings worker_settings(const Service& service) {
    WorkerSettings settings;
    settings.workers = service.workers.value_or(workers_from_cpu(service));
    settings.threads = threads_of(service, settings.workers);
    settings.worker_memory = service.worker_memory.value_or(kWorkerMemory);
    settings.pool_size = service.pool_size.value_or(1);
    return settings;
}

Bytes memory_of(const WorkerSettings& settings) {
    return clamped_product(settings.worker_memory, settings.workers);
}

std::int64_t database_connections(const Service& service, const WorkerSettings& settings) {
    const detail::Int128 threads = detail::Int128{service.replicas} * settings.workers * settings.threads;
    return clamped(threads * settings.pool_size, kMostConnections);
}

std::int64_t asgi_max_connections(const Service& service) {
    return service.max_connections.value_or(kAsgiConnections * worker_settings(service).workers);
}

}  // namespace stowage
