// SPDX-License-Identifier: MIT
//
// Gunicorn, the server of a WSGI service.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "stowage/quantity.hpp"

namespace stowage {

inline constexpr std::string_view kGunicornSource =
    "gunicorn, design.rst, How Many Workers: (2 x cores) + 1 to start with";

/// What gunicorn starts when nobody sets it: one process of one thread (benoitc/gunicorn#2028).
inline constexpr std::int64_t kGunicornWorkers = 1;
inline constexpr std::int64_t kGunicornThreads = 1;

/// floor(2 x cores) + 1 workers, of the replica's CPU. From 1 to 20,001 within the limits of a plan.
[[nodiscard]] constexpr std::int64_t gunicorn_start_workers(MilliCpu cpu) {
    return 2 * cpu.to_millis() / 1'000 + 1;
}

/// The least CPU for which that formula gives so many workers: (workers - 1) / 2 cores; half a core for one
/// worker, which is our choice.
[[nodiscard]] constexpr MilliCpu gunicorn_cpu(std::int64_t workers) {
    return MilliCpu::millis(500) * std::max<std::int64_t>(workers - 1, 1);
}

}  // namespace stowage
