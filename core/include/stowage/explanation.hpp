// SPDX-License-Identifier: MIT
//
// The formula behind a figure, with its numbers filled in: what a tooltip shows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "stowage/cost.hpp"
#include "stowage/estimate.hpp"

namespace stowage {

/// "1 x 0.0832 USD/h x 730 h = 60.74 USD", then date and source of the price, a line each.
[[nodiscard]] std::string explain_cost(const CostLine& line);

/// "free 1.75 GiB = size 8 GiB - reserved 0 GiB - requested 6.25 GiB", of all machines of the pool.
[[nodiscard]] std::string explain_free(const ServerEstimate& server, Resource resource);

/// What a burstable type earns and sustains, a line each: "1 credit = 1 vCPU at 100% for a minute", "earns 2
/// vCPU x 30% x 60 = 36 credits an hour" ...; of shared vCPUs that nobody tells. Empty for a dedicated type.
/// Sustained vCPU = credits per hour / 60 holds in the tables of AWS ("Key concepts and definitions for
/// burstable performance instances", EC2 user guide), which also gives the 24 hours that are saved at most,
/// and of Azure ("B-series burstable virtual machine sizes").
[[nodiscard]] std::string explain_credits(const InstanceType& type);

/// Where the list prices of the estimate are from: "snapshot 2026-11-23", "snapshot 2020-01-01, kept in the
/// plan", or both. Empty without a catalogue and without a kept price.
[[nodiscard]] std::string explain_snapshots(const Plan& plan, const Estimate& estimate,
                                            const Catalogue& catalogue);

}  // namespace stowage
