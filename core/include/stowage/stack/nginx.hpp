// SPDX-License-Identifier: MIT
//
// Nginx as the proxy in front of WSGI and ASGI services.
#pragma once

#include <cstdint>
#include <string_view>

#include "stowage/plan.hpp"
#include "stowage/quantity.hpp"

namespace stowage {

inline constexpr std::string_view kNginxWorkersSource = "nginx, worker_processes auto: one for each core";
inline constexpr std::string_view kNginxConnectionsSource =
    "nginx, worker_connections: 512, connections to proxied servers counted too";
inline constexpr std::string_view kNginxMemorySource =
    "our choice: 16 MiB a worker and 64 KiB a connection; a proxied one may use 8 + 1 buffers of 4 KiB "
    "(proxy_buffers, proxy_buffer_size) beside those of client and TLS";

inline constexpr std::int64_t kNginxWorkerConnections = 512;
inline constexpr Bytes kNginxWorkerMemory = Bytes::mib(16);
inline constexpr Bytes kNginxConnectionMemory = Bytes::bytes(64 << 10);

/// Settings in force.
struct NginxSettings {
    std::int64_t workers = 1;
    std::int64_t worker_connections = kNginxWorkerConnections;
    Bytes connection_memory = kNginxConnectionMemory;

    /// Each client of a proxy takes two connections: workers x worker_connections / 2. The limit of open
    /// files, often 1,024 a process, may be lower.
    [[nodiscard]] constexpr std::int64_t proxied_clients() const { return workers * worker_connections / 2; }
};

/// Stated, else a worker for each whole core (kNginxWorkersSource) and the defaults above.
[[nodiscard]] NginxSettings nginx_settings(const Service& service);

/// workers x (16 MiB + worker_connections x connection memory), at most 1,024 TiB.
[[nodiscard]] Bytes memory_of(const NginxSettings& settings);

}  // namespace stowage
