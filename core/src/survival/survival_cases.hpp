// SPDX-License-Identifier: MIT
//
// The cases of survival.hpp, tried on a placement.
#pragma once

#include <vector>

#include "occupancy.hpp"
#include "stowage/plan.hpp"
#include "stowage/survival.hpp"

namespace stowage {

/// The loss of each machine that runs anything.
[[nodiscard]] Survival server_losses(const Occupancy& occupancy);

/// The loss of each zone whose machines run anything.
[[nodiscard]] Survival zone_losses(const Environment& environment, const Occupancy& occupancy);

/// The roll-out of each service, or set of services kept together, of which a replica is placed. A set is
/// told by its first service.
[[nodiscard]] std::vector<SurgeShortage> surge_shortages(const Environment& environment,
                                                         const Occupancy& occupancy);

}  // namespace stowage
