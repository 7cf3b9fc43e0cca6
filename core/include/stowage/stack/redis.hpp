// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

#include "stowage/plan.hpp"
#include "stowage/quantity.hpp"

namespace stowage {

inline constexpr std::string_view kRedisSource =
    "Redis, administration: of 10 GB free give maxmemory 8 or 9, for overhead and fragmentation";
inline constexpr std::string_view kRedisForkSource =
    "Redis, administration: of 10 GB free give maxmemory 8 or 9; while it saves, up to twice the memory is "
    "used when writes are many";
inline constexpr std::string_view kElastiCacheSource =
    "Amazon ElastiCache, reserved-memory-percent: 25 % by default";

/// Redis runs commands on one thread, so more than a core helps only its saving and I/O threads.
inline constexpr MilliCpu kRedisCpu = MilliCpu::cores(1);

/// Data of a cache that states neither memory nor maxmemory: our choice.
inline constexpr Bytes kRedisMaxmemory = Bytes::mib(256);

/// 80 % of the memory; half of that where Redis saves by fork: write-heavy is assumed, which is our choice.
[[nodiscard]] constexpr Bytes redis_maxmemory(Bytes memory, bool persistence) {
    return Bytes::bytes(memory.to_bytes() * 4 / (persistence ? 10 : 5));
}

/// The least memory for which that is so: maxmemory x 5/4, or x 5/2.
[[nodiscard]] constexpr Bytes redis_memory(Bytes maxmemory, bool persistence) {
    return Bytes::bytes((maxmemory.to_bytes() * (persistence ? 10 : 5) + 3) / 4);
}

/// In force: stated and not 0 (which lifts the limit), else 80 % of the stated memory, else our choice. Whole
/// MiB where it is derived.
[[nodiscard]] Bytes redis_maxmemory(const Service& service);

/// What an ElastiCache node leaves to data: 75 % of its memory.
[[nodiscard]] constexpr Bytes elasticache_maxmemory(Bytes node) { return share_of(node, Percent::whole(75)); }

}  // namespace stowage
