// SPDX-License-Identifier: MIT
#include "setting_list.hpp"
#include "stowage/stack/connection_budget.hpp"
#include "stowage/stack/pgtune.hpp"
#include "stowage/stack/postgres.hpp"
#include "stowage/stack/service_cpu.hpp"

namespace stowage {
namespace {

/// PGTune's formula where the memory is known, else PostgreSQL's default.
Derivation tuned(const std::optional<PostgresMemory>& memory, const std::string& before,
                 const std::string& after) {
    if (!memory) return {"default, as no memory is stated", kPostgresDefaultSource};
    return {before + show_bytes(memory->amount) + after +
                (memory->dedicated ? ", all that the machine can allocate" : ", the request"),
            kPgTuneSource};
}

void list_memory(const Service& service, const PostgresSettings& settings,
                 const std::optional<PostgresMemory>& memory, SettingList& list) {
    const std::int64_t cores = whole_cores(stated_cpu(service).value_or(MilliCpu::cores(1)));
    list.memory("shared_buffers", "shared_buffers", service.shared_buffers, settings.shared_buffers,
                tuned(memory, "", " / 4"));
    list.memory("maintenance_work_mem", "maintenance_work_mem", service.maintenance_work_mem,
                settings.maintenance_work_mem, tuned(memory, "", " / 16"));
    list.memory("work_mem", "work_mem", service.work_mem, settings.work_mem,
                tuned(memory, "(",
                      " - " + show_bytes(settings.shared_buffers) + ") / ((" +
                          std::to_string(settings.max_connections) + " + " +
                          std::to_string(pgtune_worker_processes(cores)) + ") x 3), at least 4 MiB"));
    list.memory("connection_memory", "Memory of a connection", service.connection_memory,
                settings.connection_memory, {"default", kConnectionMemorySource});
    if (memory) {
        list.figure("effective_cache_size", show_bytes(pgtune_effective_cache_size(memory->amount)),
                    show_bytes(memory->amount) + " x 3/4: a hint to the planner, not memory that it takes",
                    kPgTuneSource);
    }
}

void list_needs(const Service& service, const PostgresSettings& settings, SettingList& list) {
    const ServiceNeeds needs = needs_of(service);
    if (needs.cpu_derived) {
        const bool pool = service.pgbouncer_pool.has_value();
        list.need("cpu", "CPU", show_cpu(needs.request.cpu),
                  {pool ? "(" + std::to_string(*service.pgbouncer_pool) + " - 1) / 2, at least 1" : "default",
                   pool ? kPoolSizeSource : "our choice"});
    }
    const std::string formula =
        show_bytes(settings.shared_buffers) + " + " + show_bytes(settings.maintenance_work_mem) + " + " +
        std::to_string(settings.open) + " x " + show_bytes(settings.connection_memory) + " + " +
        std::to_string(settings.active) + " x " + show_bytes(settings.work_mem);
    constexpr std::string_view kSource =
        "our choice: shared_buffers + maintenance_work_mem + every connection + work_mem of the active ones";
    if (needs.memory_derived) {
        list.need("memory", "Memory", show_bytes(needs.request.memory), {formula, kSource});
    } else {
        list.figure("Memory needed", show_bytes(memory_of(settings)), formula, kSource);
    }
}

void list_connections(const Environment& environment, std::uint32_t index, const PostgresSettings& settings,
                      SettingList& list) {
    const Service& service = environment.services[index];
    list.count("max_connections", "max_connections", service.max_connections, settings.max_connections,
               {"default", kPostgresDefaultSource});
    list.count("reserved_connections", "superuser_reserved_connections", service.reserved_connections,
               settings.reserved_connections, {"default", kPostgresDefaultSource});
    const MilliCpu cpu = stated_cpu(service).value_or(needs_of(service).request.cpu);
    const std::int64_t pool = postgres_pool_size(cpu);
    list.optional_count("pgbouncer_pool", "PgBouncer's pool", service.pgbouncer_pool);
    list.figure("Pool size", std::to_string(pool), "2 x " + show_cpu(cpu) + " + 1", kPoolSizeSource);
    const ConnectionBudget budget = connection_budget(environment, index);
    list.figure("Connections of its clients",
                std::to_string(budget.seen(service)) + " of " + std::to_string(settings.available()),
                budget.seen(service) < budget.connections
                    ? "PgBouncer opens them for " + std::to_string(budget.connections) + " of clients"
                    : "replicas x workers x threads x pool_size of each client",
                kDatabaseConnectionsSource);
}

}  // namespace

void list_postgres_settings(const Environment& environment, const EnvironmentEstimate& estimate,
                            std::uint32_t service, SettingList& list) {
    const Service& shown = environment.services[service];
    const auto memory = memory_of_postgres(environment, estimate, service);
    const PostgresSettings settings =
        postgres_settings(shown, memory ? std::optional(memory->amount) : std::nullopt);
    list_connections(environment, service, settings, list);
    list_memory(shown, settings, memory, list);
    list_needs(shown, settings, list);
}

}  // namespace stowage
