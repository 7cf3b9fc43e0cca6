// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "stowage/estimate.hpp"
#include "stowage/placement.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// What place() takes. Machines are in the order of the plan, a pool's together.
struct PlacementProblem {
    std::vector<Machine> machines;
    std::vector<Demand> demands;
};

/// What can be allocated on one machine, where a resource that it does not limit never runs out.
[[nodiscard]] Resources room_of(const MachineSize& size);
/// Without what the machine does not limit: nothing is free, or lacking, of that.
[[nodiscard]] Resources limited_part(Resources amounts, const MachineSize& size);

/// The machines and demands of an environment. Of the servers' estimates only the machines' sizes are read,
/// so they may be empty of services.
[[nodiscard]] PlacementProblem placement_problem(const Environment& environment,
                                                 const std::vector<ServerEstimate>& servers,
                                                 const std::vector<ServiceNeeds>& needs);

}  // namespace stowage
