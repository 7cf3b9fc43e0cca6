// SPDX-License-Identifier: MIT
//
// The formula behind a figure, with its numbers filled in: what a tooltip shows.
#pragma once

#include <string>

#include "stowage/cost.hpp"
#include "stowage/estimate.hpp"

namespace stowage {

/// "1 x 0.0832 USD/h x 730 h = 60.74 USD", then date and source of the price, a line each.
[[nodiscard]] std::string explain_cost(const CostLine& line);

/// "free 1.75 GiB = size 8 GiB - reserved 0 GiB - requested 6.25 GiB", of all machines of the pool.
[[nodiscard]] std::string explain_free(const ServerEstimate& server, Resource resource);

/// Where the list prices of the estimate are from: "snapshot 2026-11-23", "snapshot 2020-01-01, kept in the
/// plan", or both. Empty without a catalogue and without a kept price.
[[nodiscard]] std::string explain_snapshots(const Plan& plan, const Estimate& estimate,
                                            const Catalogue& catalogue);

}  // namespace stowage
