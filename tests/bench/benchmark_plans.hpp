// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

#include "stowage/plan.hpp"

namespace stowage::bench {

/// A plan with one environment of so many services and machines (in pools of ten), the same on every
/// platform. Ten services have 54 replicas, as in the largest planned use; at five services a machine about
/// 90 % of the CPU and 80 % of the memory is requested. Every third service is spread, every
/// fourth is pinned when `some_pinned`.
[[nodiscard]] Plan plain_plan(std::int64_t services, std::int64_t machines, bool some_pinned);

/// The same with every machine as a server of its own, and all services spread over different machines.
[[nodiscard]] Plan spread_plan(std::int64_t services, std::int64_t machines);

/// The same with machines that are too small for any service, each a server of its own.
[[nodiscard]] Plan plan_without_room(std::int64_t services, std::int64_t machines);

}  // namespace stowage::bench
