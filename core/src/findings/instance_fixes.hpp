// SPDX-License-Identifier: MIT
//
// What to rent instead, for the findings about instances.
#pragma once

#include <cstddef>
#include <vector>

#include "../machine_need.hpp"
#include "examined.hpp"

namespace stowage {

/// The cheapest machine of the region that the need is carried by, of that architecture unless it is unknown;
/// one whose price is known to be out of date only where there is no other. Null when there is none.
[[nodiscard]] const Price* cheapest_that_carries(const Examined& examined, const MachineNeed& need,
                                                 Architecture architecture);

/// Renting the cheapest type of the region, with the architecture of the present one, that carries the
/// server: see MachineNeed. None when nothing does, or when the present type is unknown.
[[nodiscard]] std::vector<Fix> rent_what_carries(const Examined& examined, std::size_t server);

/// Renting a machine for a server that has neither one nor a cost of its own. None without a region that the
/// catalogue knows, and where neither a size nor a request tells what has to be carried.
[[nodiscard]] std::vector<Fix> rent_a_first_machine(const Examined& examined, std::size_t server);

/// Renting the type that the name is probably a slip of the hand for. None when no name of the region is
/// near.
[[nodiscard]] std::vector<Fix> rent_what_is_meant(const Examined& examined, const Server& server);
[[nodiscard]] std::vector<Fix> rent_what_is_meant(const Examined& examined, const Managed& managed);

}  // namespace stowage
