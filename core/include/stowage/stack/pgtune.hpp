// SPDX-License-Identifier: MIT
//
// PGTune's figures for a web application, in whole kB (1,024 bytes) as PGTune computes them.
// le0pard/pgtune, src/features/configuration/configurationSlice.js at 01bb644.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "stowage/quantity.hpp"

namespace stowage {

inline constexpr std::string_view kPgTuneSource = "PGTune, configurationSlice.js, type web";

namespace detail {
inline constexpr std::int64_t kKb = 1'024;
}

/// RAM / 4. PostgreSQL's own documentation says the same of a dedicated server of 1 GB or more.
[[nodiscard]] constexpr Bytes pgtune_shared_buffers(Bytes memory) {
    return Bytes::bytes(memory.to_bytes() / detail::kKb / 4 * detail::kKb);
}

/// RAM x 3/4: a hint to the planner about the system's file cache, not an allocation. Never part of a sum.
[[nodiscard]] constexpr Bytes pgtune_effective_cache_size(Bytes memory) {
    return Bytes::bytes(memory.to_bytes() / detail::kKb * 3 / 4 * detail::kKb);
}

/// RAM / 16, at most 8 GB.
[[nodiscard]] constexpr Bytes pgtune_maintenance_work_mem(Bytes memory) {
    return std::min(Bytes::bytes(memory.to_bytes() / detail::kKb / 16 * detail::kKb), Bytes::gib(8));
}

/// max_worker_processes: the number of CPUs from four on, else PostgreSQL's default of 8.
[[nodiscard]] constexpr std::int64_t pgtune_worker_processes(std::int64_t cpus) {
    return cpus < 4 ? 8 : cpus;
}

/// (RAM - shared_buffers) / ((max_connections + max_worker_processes) x 3), at least 4 MB.
[[nodiscard]] constexpr Bytes pgtune_work_mem(Bytes memory, Bytes shared_buffers,
                                              std::int64_t max_connections, std::int64_t cpus) {
    const std::int64_t rest = memory.to_bytes() / detail::kKb - shared_buffers.to_bytes() / detail::kKb;
    const std::int64_t kb = rest / ((max_connections + pgtune_worker_processes(cpus)) * 3);
    return std::max(Bytes::bytes(kb * detail::kKb), Bytes::mib(4));
}

}  // namespace stowage
