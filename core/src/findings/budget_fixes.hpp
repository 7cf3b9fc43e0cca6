// SPDX-License-Identifier: MIT
//
// What to rent instead when the budget is passed.
#pragma once

#include <vector>

#include "examined.hpp"

namespace stowage {

/// For the servers that cost most the cheapest type of the region that carries what the present one must,
/// with its architecture and at a price that is not known to be stale, where a month of it costs less; the
/// greatest saving first.
[[nodiscard]] std::vector<Fix> rent_what_is_cheaper(const Examined& examined);

}  // namespace stowage
