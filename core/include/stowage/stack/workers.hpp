// SPDX-License-Identifier: MIT
//
// Worker processes of WSGI, ASGI and Celery services: what runs the application's code.
#pragma once

#include <cstdint>
#include <string_view>

#include "stowage/plan.hpp"
#include "stowage/quantity.hpp"

namespace stowage {

inline constexpr std::string_view kWorkerMemorySource =
    "our choice: twice the 100 MiB that an idle worker was seen to use (thatmattlove/hyperglass#356)";
inline constexpr std::string_view kDatabaseConnectionsSource =
    "Django, databases.txt: each thread keeps its own connection";

/// Resident memory of one worker process that states none.
inline constexpr Bytes kWorkerMemory = Bytes::mib(200);

/// Whether a service of that kind is made of worker processes.
[[nodiscard]] constexpr bool runs_workers(ServiceKind kind) {
    return kind == ServiceKind::wsgi || kind == ServiceKind::asgi || kind == ServiceKind::celery;
}

/// Settings in force: stated, else by the rules of gunicorn.hpp, asgi.hpp and celery.hpp. Without a CPU to
/// count from it is one worker, the default of Gunicorn and Uvicorn.
struct WorkerSettings {
    std::int64_t workers = 1;  ///< of one replica
    std::int64_t threads = 1;  ///< of one worker, that may use the database
    Bytes worker_memory = kWorkerMemory;
    std::int64_t pool_size = 1;  ///< database connections of one thread
};

/// Of a service that runs_workers().
[[nodiscard]] WorkerSettings worker_settings(const Service& service);

/// workers x worker memory, at most 1,024 TiB.
[[nodiscard]] Bytes memory_of(const WorkerSettings& settings);

/// replicas x workers x threads x pool size, at most 10^14.
[[nodiscard]] std::int64_t database_connections(const Service& service, const WorkerSettings& settings);

}  // namespace stowage
