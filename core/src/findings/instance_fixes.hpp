// SPDX-License-Identifier: MIT
//
// What to rent instead, for the findings about instances.
#pragma once

#include <cstddef>
#include <vector>

#include "examined.hpp"

namespace stowage {

/// Renting the cheapest type of the region, with the architecture of the present one, that carries the
/// server: see MachineNeed. None when nothing does, or when the present type is unknown.
[[nodiscard]] std::vector<Fix> rent_what_carries(const Examined& examined, std::size_t server);

/// Renting the type that the name is probably a slip of the hand for. None when no name of the region is
/// near.
[[nodiscard]] std::vector<Fix> rent_what_is_meant(const Examined& examined, const Server& server);
[[nodiscard]] std::vector<Fix> rent_what_is_meant(const Examined& examined, const Managed& managed);

}  // namespace stowage
