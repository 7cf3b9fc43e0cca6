// SPDX-License-Identifier: MIT
//
// Celery, workers of background tasks.
#pragma once

#include <cstdint>
#include <string_view>

#include "stowage/quantity.hpp"
#include "stowage/stack/service_cpu.hpp"

namespace stowage {

inline constexpr std::string_view kCeleryConcurrencySource =
    "celery-worker(1): concurrency is the number of CPUs";
inline constexpr std::string_view kCeleryPrefetchSource =
    "Celery, Optimizing: worker_prefetch_multiplier 4 for each process";

/// A process for each whole core, at least one.
[[nodiscard]] constexpr std::int64_t celery_concurrency(MilliCpu cpu) { return whole_cores(cpu); }

inline constexpr std::int64_t kCeleryPrefetch = 4;

/// Tasks that a replica has taken from the queue beyond those that run: 4 processes keep 16.
[[nodiscard]] constexpr std::int64_t celery_reserved_tasks(std::int64_t concurrency, std::int64_t prefetch) {
    return concurrency * prefetch;
}

}  // namespace stowage
