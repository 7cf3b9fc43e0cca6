// SPDX-License-Identifier: MIT
//
// Uvicorn and Daphne, the servers of an ASGI service.
#pragma once

#include <cstdint>
#include <string_view>

#include "stowage/plan.hpp"
#include "stowage/quantity.hpp"
#include "stowage/stack/service_cpu.hpp"

namespace stowage {

inline constexpr std::string_view kAsgiProcessSource =
    "django/channels, deploying.rst: as many processes as CPUs, roughly";
inline constexpr std::string_view kAsgiThreadsSource =
    "django/daphne#293, django/channels#960: CPUs x 5 threads for synchronous code";
inline constexpr std::string_view kAsgiConnectionsSource =
    "our choice: 150 a process; stalls were seen at 250 (django/daphne#144), losses at 400 "
    "(django/daphne#67)";
inline constexpr std::string_view kWebSocketBufferSource =
    "Kludex/uvicorn, settings.md: ws-max-queue 32, ws-max-size 16 MiB";

/// One event loop uses one core, so: a process for each whole core, at least one.
[[nodiscard]] constexpr std::int64_t asgi_processes(MilliCpu cpu) { return whole_cores(cpu); }

/// Threads of one process for synchronous code, each of which may hold a database connection: CPUs x 5. The
/// default of older asgiref; ASGI_THREADS sets it.
[[nodiscard]] constexpr std::int64_t asgi_threads(std::int64_t cores) { return 5 * cores; }

/// Connections that one process holds safely. Above Uvicorn's --limit-concurrency a request gets 503; it is
/// not queued (Kludex/uvicorn, settings.md).
inline constexpr std::int64_t kAsgiConnections = 150;

/// Memory of one connection: our choice. An idle one takes less; what one may take at worst is
/// kWebSocketBuffer.
inline constexpr Bytes kAsgiConnectionMemory = Bytes::mib(1);

/// What one WebSocket may make Uvicorn keep at its defaults: 32 messages of 16 MiB.
inline constexpr std::int64_t kWebSocketQueue = 32;
inline constexpr Bytes kWebSocketMessage = Bytes::mib(16);
inline constexpr Bytes kWebSocketBuffer = kWebSocketMessage * kWebSocketQueue;

/// Connections that one replica accepts: stated, or 150 for each process.
[[nodiscard]] std::int64_t asgi_max_connections(const Service& service);
/// Memory of one of them: stated, or our choice.
[[nodiscard]] inline Bytes asgi_connection_memory(const Service& service) {
    return service.connection_memory.value_or(kAsgiConnectionMemory);
}

}  // namespace stowage
