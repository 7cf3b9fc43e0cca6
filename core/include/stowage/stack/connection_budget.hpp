// SPDX-License-Identifier: MIT
//
// The connections that application services may open to a database, against those that it gives: they
// multiply (django/channels#1206).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "stowage/plan.hpp"
#include "stowage/stack/workers.hpp"

namespace stowage {

inline constexpr std::string_view kRdsConnectionsSource =
    "AWS Prescriptive Guidance, max_connections of RDS for PostgreSQL: LEAST(memory / 9531392, 5000)";
/// PgBouncer's own limit of clients where it is not set (pgbouncer.ini, max_client_conn).
inline constexpr std::int64_t kPgBouncerClients = 100;

/// LEAST(memory / 9531392, 5000). An instance's real figure is lower, as the system's part is taken off
/// first.
[[nodiscard]] constexpr std::int64_t rds_max_connections(Bytes memory) {
    return memory.to_bytes() / 9'531'392 < 5'000 ? memory.to_bytes() / 9'531'392 : 5'000;
}

/// A service that opens connections.
struct DatabaseClient {
    std::uint32_t service = 0;
    WorkerSettings settings;
    std::int64_t connections = 0;  ///< of all its replicas
};

/// What is asked of one PostgreSQL service.
struct ConnectionBudget {
    std::uint32_t database = 0;
    std::vector<DatabaseClient> clients;  ///< in the order of the plan, at most kMostClients
    std::size_t client_count = 0;         ///< all of them
    std::int64_t connections = 0;         ///< of all clients
    bool assumed = false;  ///< no service of the environment states calls, so every client is counted
    bool stated = false;   ///< a client has CPU of its own or states workers, threads or pool_size

    /// Connections that the server sees: those of the pool of a PgBouncer in front, if that is less.
    [[nodiscard]] std::int64_t seen(const Service& postgres) const {
        return postgres.pgbouncer_pool ? std::min(connections, *postgres.pgbouncer_pool) : connections;
    }
};

inline constexpr std::size_t kMostClients = 3;

/// Clients are WSGI, ASGI and Celery services with replicas that `call` the database; where no service of the
/// environment states calls, all of them.
[[nodiscard]] ConnectionBudget connection_budget(const Environment& environment, std::uint32_t database);

/// Of every PostgreSQL service that has a client, in the order of the plan.
[[nodiscard]] std::vector<ConnectionBudget> connection_budgets(const Environment& environment);

}  // namespace stowage
