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

/// "1 x 0.0832 USD/h x 730 h = 60.74 USD", "... x 730 h = list 60.74 - 20% = 48.59 USD", "... x 730 h = list
/// 6.52, at most 6.00 a month = 6.00 USD" or "100 GB x 0/GB + 400 GB x 0.09/GB = 36.00 USD"; then what time
/// it is for, date and source of the price, and that it is stale, a line each.
[[nodiscard]] std::string explain_cost(const CostLine& line);

/// "100 GB x 0/GB + 400 GB x 0.09/GB" of what a rate prices; units to a thousandth. Empty of other lines.
[[nodiscard]] std::string explain_charges(const CostLine& line);

/// Why the pool takes no further replica, behind its name: "lacks 1 core and 2 GiB of memory", "runs a
/// replica already, and they are spread".
[[nodiscard]] std::string explain_refusal(const Refusal& refusal);

/// "free 1.75 GiB = size 8 GiB - reserved 0 GiB - requested 6.25 GiB", of all machines of the pool.
[[nodiscard]] std::string explain_free(const ServerEstimate& server, Resource resource);

/// The reserve rule as shown: "none", "plain host", "GKE", "own figures".
[[nodiscard]] std::string_view title_of(ReserveRule rule);

/// What the rule keeps of one machine of that size, with the formula's numbers; below it the source, or that
/// the rule is our choice: "GKE: 6% of 1 core + 1% of the next 1 core = 0.07 cores". Empty for `none`, and
/// for what no rule keeps anything of: disk and pods.
[[nodiscard]] std::string explain_reserve(const Reserve& reserve, Resources size, Resource resource);

/// The same of CPU and memory in one line.
[[nodiscard]] std::string explain_reserve(const Reserve& reserve, Resources size);

/// explain_reserve() of the servers that keep something, each text once.
struct ExplainedReserve {
    std::string servers;  ///< that it holds for: "app, db"
    std::string text;
};
[[nodiscard]] std::vector<ExplainedReserve> explain_reserves(const Environment& environment,
                                                             const EnvironmentEstimate& estimate);

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
