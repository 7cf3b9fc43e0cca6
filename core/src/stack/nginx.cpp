// SPDX-License-Identifier: MIT
#include "stowage/stack/nginx.hpp"

#include "clamped.hpp"
#include "stowage/stack/service_cpu.hpp"

namespace stowage {

NginxSettings nginx_settings(const Service& service) {
    NginxSettings settings;
    const auto cpu = stated_cpu(service);
    settings.workers = service.workers.value_or(cpu ? whole_cores(*cpu) : 1);
    settings.worker_connections = service.worker_connections.value_or(kNginxWorkerConnections);
    settings.connection_memory = service.connection_memory.value_or(kNginxConnectionMemory);
    return settings;
}

Bytes memory_of(const NginxSettings& settings) {
    const Bytes connections = clamped_product(settings.connection_memory, settings.worker_connections);
    return clamped_product(kNginxWorkerMemory + connections, settings.workers);
}

}  // namespace stowage
