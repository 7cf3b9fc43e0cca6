// SPDX-License-Identifier: MIT
#include "stowage/service_needs.hpp"

#include "stack/clamped.hpp"
#include "stowage/stack/asgi.hpp"
#include "stowage/stack/gunicorn.hpp"
#include "stowage/stack/nginx.hpp"
#include "stowage/stack/postgres.hpp"
#include "stowage/stack/redis.hpp"
#include "stowage/stack/workers.hpp"

namespace stowage {
namespace {

/// The inverse of the formula that gives workers for a CPU.
MilliCpu derived_cpu(const Service& service) {
    switch (service.kind) {
        case ServiceKind::other: return {};
        case ServiceKind::nginx: return MilliCpu::cores(nginx_settings(service).workers);
        case ServiceKind::wsgi: return gunicorn_cpu(worker_settings(service).workers);
        case ServiceKind::asgi:
        case ServiceKind::celery: return MilliCpu::cores(worker_settings(service).workers);
        case ServiceKind::postgres: return postgres_cpu(service.pgbouncer_pool.value_or(1));
        case ServiceKind::redis: return kRedisCpu;
    }
    return {};
}

Bytes derived_memory(const Service& service) {
    switch (service.kind) {
        case ServiceKind::other: return {};
        case ServiceKind::nginx: return memory_of(nginx_settings(service));
        case ServiceKind::wsgi:
        case ServiceKind::celery: return memory_of(worker_settings(service));
        case ServiceKind::asgi:
            return memory_of(worker_settings(service)) +
                   clamped_product(asgi_connection_memory(service), asgi_max_connections(service));
        case ServiceKind::postgres: return memory_of(postgres_settings(service, std::nullopt));
        case ServiceKind::redis: return redis_memory(redis_maxmemory(service), service.persistence);
    }
    return {};
}

}  // namespace

ServiceNeeds needs_of(const Service& service) {
    ServiceNeeds needs;
    const bool known = service.kind != ServiceKind::other;
    needs.cpu_shared = service.cpu && service.cpu->shared;
    needs.cpu_derived = known && !service.cpu;
    needs.memory_derived = known && !service.memory;
    needs.request.cpu = service.cpu ? service.cpu->reserved() : std::min(derived_cpu(service), limits::kCpu);
    needs.request.memory = service.memory ? service.memory->middle() : whole_mib_up(derived_memory(service));
    needs.request.disk = service.disk.value_or(Bytes{});
    needs.request.pods = 1;
    needs.peak_memory = service.memory_limit ? service.memory_limit->middle() : needs.request.memory;
    return needs;
}

}  // namespace stowage
