// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

#include "stowage/plan.hpp"

namespace stowage {

/// The CPU that the plan states for one replica: what the worker formulas take for "cores". Never the host's
/// cores, which is what cpu_count() sees in a container (benoitc/gunicorn#2028). None where the CPU is
/// shared, zero or left to be derived.
[[nodiscard]] inline std::optional<MilliCpu> stated_cpu(const Service& service) {
    if (!service.cpu || service.cpu->shared || service.cpu->reserved().is_zero()) return std::nullopt;
    return service.cpu->reserved();
}

/// For software that counts processors: whole ones, at least one.
[[nodiscard]] constexpr std::int64_t whole_cores(MilliCpu cpu) {
    return std::max<std::int64_t>(cpu.to_millis() / 1'000, 1);
}

}  // namespace stowage
