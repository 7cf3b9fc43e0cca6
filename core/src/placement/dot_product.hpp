// SPDX-License-Identifier: MIT
#pragma once

#include "layout.hpp"
#include "orders.hpp"

namespace stowage {

/// Whether the problem is small enough for dot_product(), which looks at every different request for each
/// bundle that it places: some ten milliseconds at most. Only the demands decide, so that a machine more does
/// not take the heuristic away.
[[nodiscard]] bool small_enough_for_dot_product(const Grouping& grouping);

/// The automatic groups machine by machine: each machine takes the bundle that is most alike to its room,
/// again and again until none fits. The likeness is the dot product of request and room, both as shares of
/// the total demand, over the resources that can run out there (bin-centric dot product: Panigrahy, Talwar,
/// Uyeda and Wieder, "Heuristics for Vector Bin Packing", 2011).
[[nodiscard]] Layout dot_product(const Grouping& grouping, const Orders& orders, const TotalDemand& total,
                                 const RoomIndex& rooms);

}  // namespace stowage
