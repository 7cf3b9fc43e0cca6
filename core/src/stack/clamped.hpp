// SPDX-License-Identifier: MIT
//
// Products of settings that go up to a million each: more than any machine has is told as a round limit, so
// that sums of a few stay within 64 bits.
#pragma once

#include <algorithm>

#include "stowage/limits.hpp"
#include "stowage/quantity.hpp"

namespace stowage {

inline constexpr Bytes kMostNeed = Bytes::tib(1'024);
inline constexpr std::int64_t kMostConnections = 100'000'000'000'000;
static_assert(detail::Int128{kMostConnections} * limits::kServices < INT64_MAX);

[[nodiscard]] constexpr std::int64_t clamped(detail::Int128 value, std::int64_t most) {
    return value < most ? static_cast<std::int64_t>(value) : most;
}

/// each x count, at most kMostNeed.
[[nodiscard]] constexpr Bytes clamped_product(Bytes each, std::int64_t count) {
    return Bytes::bytes(clamped(detail::Int128{each.to_bytes()} * count, kMostNeed.to_bytes()));
}

/// Up to whole MiB, within the limits of a plan.
[[nodiscard]] constexpr Bytes whole_mib_up(Bytes bytes) {
    const std::int64_t mib = Bytes::mib(1).to_bytes();
    return std::min(Bytes::mib((bytes.to_bytes() + mib - 1) / mib), limits::kMemory);
}

/// Down to whole MiB; less than one stays as it is.
[[nodiscard]] constexpr Bytes whole_mib_down(Bytes bytes) {
    return bytes < Bytes::mib(1) ? bytes : Bytes::mib(bytes.to_bytes() / Bytes::mib(1).to_bytes());
}

}  // namespace stowage
