// SPDX-License-Identifier: MIT
#include "stowage/stack/stack_settings.hpp"

#include "setting_list.hpp"
#include "stowage/stack/nginx.hpp"
#include "stowage/stack/redis.hpp"
#include "stowage/stack/service_cpu.hpp"

namespace stowage {

void list_nginx_settings(const Service& service, SettingList& list) {
    const NginxSettings settings = nginx_settings(service);
    const auto cpu = stated_cpu(service);
    list.count("workers", "Workers", service.workers, settings.workers,
               {cpu ? "one for each whole core of " + format_cpu(*cpu) : "1 without a stated CPU",
                kNginxWorkersSource});
    list.count("worker_connections", "Connections of a worker", service.worker_connections,
               settings.worker_connections, {"default", kNginxConnectionsSource});
    list.memory("connection_memory", "Memory of a connection", service.connection_memory,
                settings.connection_memory, {"default", kNginxMemorySource});
    if (!service.cpu) {
        list.need("cpu", "CPU", show_cpu(MilliCpu::cores(settings.workers)),
                  {"1 core a worker", kNginxWorkersSource});
    }
    if (!service.memory) {
        list.need("memory", "Memory", show_bytes(memory_of(settings)),
                  {std::to_string(settings.workers) + " x (" + show_bytes(kNginxWorkerMemory) + " + " +
                       std::to_string(settings.worker_connections) + " x " +
                       show_bytes(settings.connection_memory) + ")",
                   kNginxMemorySource});
    }
    const std::string clients = std::to_string(settings.proxied_clients());
    list.figure("Proxied clients", clients,
                std::to_string(settings.workers) + " x " + std::to_string(settings.worker_connections) +
                    " / 2 = " + clients,
                kNginxConnectionsSource);
}

void list_redis_settings(const Service& service, SettingList& list) {
    const Bytes maxmemory = redis_maxmemory(service);
    const std::string share = service.persistence ? "40 %" : "80 %";
    const std::string_view source = service.persistence ? kRedisForkSource : kRedisSource;
    const bool stated = service.maxmemory && !service.maxmemory->is_zero();
    list.memory("maxmemory", "maxmemory", stated ? service.maxmemory : std::nullopt, maxmemory,
                service.memory ? Derivation{share + " of " + show_bytes(service.memory->middle()), source}
                               : Derivation{"default", "our choice"});
    if (!service.cpu) {
        list.need("cpu", "CPU", show_cpu(kRedisCpu),
                  {"commands run on one thread", "Redis, FAQ and latency documentation: single threaded"});
    }
    if (!service.memory) {
        list.need("memory", "Memory", show_bytes(redis_memory(maxmemory, service.persistence)),
                  {show_bytes(maxmemory) + " / " + share, source});
    }
}

std::vector<StackSetting> stack_settings(const Environment& environment, const EnvironmentEstimate& estimate,
                                         std::uint32_t service) {
    SettingList list;
    const Service& shown = environment.services[service];
    switch (shown.kind) {
        case ServiceKind::other: break;
        case ServiceKind::nginx: list_nginx_settings(shown, list); break;
        case ServiceKind::wsgi:
        case ServiceKind::asgi:
        case ServiceKind::celery: list_worker_settings(shown, list); break;
        case ServiceKind::postgres: list_postgres_settings(environment, estimate, service, list); break;
        case ServiceKind::redis: list_redis_settings(shown, list); break;
    }
    return list.take();
}

}  // namespace stowage
