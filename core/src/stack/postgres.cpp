// SPDX-License-Identifier: MIT
#include "stowage/stack/postgres.hpp"

#include "clamped.hpp"
#include "stowage/stack/pgtune.hpp"
#include "stowage/stack/service_cpu.hpp"

namespace stowage {

std::optional<PostgresMemory> memory_of_postgres(const Environment& environment,
                                                 const EnvironmentEstimate& estimate, std::uint32_t service) {
    const Service& postgres = environment.services[service];
    if (!postgres.memory) return std::nullopt;
    const PostgresMemory requested{postgres.memory->middle(), false};
    std::optional<Bytes> least;
    for (const Placed& replica : replicas_of(estimate.placement, service)) {
        const ServerEstimate& server = estimate.servers[replica.server];
        if (server.machines[replica.machine].used.pods != 1) return requested;
        const Bytes allocatable = server.machine.allocatable().memory;
        least = least ? std::min(*least, allocatable) : allocatable;
    }
    if (least && postgres.memory_limit) least = std::min(*least, postgres.memory_limit->middle());
    return least && *least >= requested.amount ? PostgresMemory{*least, true} : requested;
}

PostgresSettings postgres_settings(const Service& service, std::optional<Bytes> memory) {
    PostgresSettings settings;
    const MilliCpu cpu = stated_cpu(service).value_or(MilliCpu::cores(1));
    settings.max_connections = service.max_connections.value_or(kPostgresMaxConnections);
    settings.reserved_connections = service.reserved_connections.value_or(kPostgresReservedConnections);
    settings.connection_memory = service.connection_memory.value_or(kPostgresConnectionMemory);
    settings.open =
        std::min(settings.max_connections, service.pgbouncer_pool.value_or(settings.max_connections));
    settings.active = std::min(settings.open, service.pgbouncer_pool.value_or(postgres_pool_size(cpu)));
    if (memory) {
        settings.shared_buffers = pgtune_shared_buffers(*memory);
        settings.maintenance_work_mem = pgtune_maintenance_work_mem(*memory);
    }
    settings.shared_buffers = service.shared_buffers.value_or(settings.shared_buffers);
    settings.maintenance_work_mem = service.maintenance_work_mem.value_or(settings.maintenance_work_mem);
    if (memory) {
        settings.work_mem =
            pgtune_work_mem(*memory, settings.shared_buffers, settings.max_connections, whole_cores(cpu));
    }
    settings.work_mem = service.work_mem.value_or(settings.work_mem);
    return settings;
}

Bytes memory_of(const PostgresSettings& settings) {
    return settings.shared_buffers + settings.maintenance_work_mem +
           clamped_product(settings.connection_memory, settings.open) +
           clamped_product(settings.work_mem, settings.active);
}

}  // namespace stowage
