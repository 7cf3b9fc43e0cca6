// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"
#include "stowage/quantity.hpp"

namespace stowage {

inline constexpr std::string_view kPostgresDefaultSource =
    "PostgreSQL's own default (documentation, Resource Consumption; Connections)";
inline constexpr std::string_view kConnectionMemorySource =
    "cautious: 5 to 10 MB are planned with; an idle connection takes less than 2 MiB (Andres Freund, "
    "Measuring the Memory Overhead of a Postgres Connection)";
inline constexpr std::string_view kPoolSizeSource =
    "HikariCP, About Pool Sizing: (cores x 2) + effective spindles of the database server";

/// PostgreSQL's defaults, in force where the plan states neither the setting nor the memory.
inline constexpr std::int64_t kPostgresMaxConnections = 100;
inline constexpr std::int64_t kPostgresReservedConnections = 3;  ///< superuser_reserved_connections
inline constexpr Bytes kPostgresSharedBuffers = Bytes::mib(128);
inline constexpr Bytes kPostgresMaintenanceWorkMem = Bytes::mib(64);
inline constexpr Bytes kPostgresWorkMem = Bytes::mib(4);

inline constexpr Bytes kPostgresConnectionMemory = Bytes::mib(10);

/// More than that share of the memory is unlikely to work better (PostgreSQL, Resource Consumption).
inline constexpr Percent kMostSharedBuffers = Percent::whole(40);

/// floor(2 x cores) + 1 connections of all applications together: one spindle is counted, as for an SSD.
[[nodiscard]] constexpr std::int64_t postgres_pool_size(MilliCpu cpu) {
    return 2 * cpu.to_millis() / 1'000 + 1;
}

/// The least CPU for which that formula gives the pool, at least one core.
[[nodiscard]] constexpr MilliCpu postgres_cpu(std::int64_t pool) {
    return std::max(MilliCpu::millis(500) * (pool - 1), MilliCpu::cores(1));
}

/// The memory that PostgreSQL's settings are made for.
struct PostgresMemory {
    Bytes amount;
    bool dedicated =
        false;  ///< all that a machine can allocate, as nothing else runs there; else the request
};

/// Where every replica has a machine for itself, the least that such a machine can allocate, but not above a
/// stated memory_limit; else, and where that is less, the replica's memory request. None where the memory is
/// derived from the settings.
[[nodiscard]] std::optional<PostgresMemory> memory_of_postgres(const Environment& environment,
                                                               const EnvironmentEstimate& estimate,
                                                               std::uint32_t service);

/// Settings in force: stated, else PGTune's for the memory, else PostgreSQL's defaults.
struct PostgresSettings {
    std::int64_t max_connections = kPostgresMaxConnections;
    std::int64_t reserved_connections = kPostgresReservedConnections;
    Bytes shared_buffers = kPostgresSharedBuffers;
    Bytes maintenance_work_mem = kPostgresMaintenanceWorkMem;
    Bytes work_mem = kPostgresWorkMem;
    Bytes connection_memory = kPostgresConnectionMemory;
    std::int64_t open =
        kPostgresMaxConnections;  ///< connections: max_connections, or PgBouncer's pool if less
    std::int64_t active = 1;      ///< of them at work at once: the pool size, if less

    /// What clients other than superusers may open.
    [[nodiscard]] constexpr std::int64_t available() const {
        return std::max<std::int64_t>(max_connections - reserved_connections, 0);
    }
};

/// Settings of one replica; `memory` is what they are made for: see memory_of_postgres().
[[nodiscard]] PostgresSettings postgres_settings(const Service& service, std::optional<Bytes> memory);

/// shared_buffers + maintenance_work_mem + open x connection memory + active x work_mem, at most 4,096 TiB.
[[nodiscard]] Bytes memory_of(const PostgresSettings& settings);

}  // namespace stowage
