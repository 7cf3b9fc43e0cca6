// SPDX-License-Identifier: MIT
//
// The bill of an environment, looked at by what it is for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/cost.hpp"
#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

enum class CostView { server, service, category };

[[nodiscard]] std::string_view name_of(CostView view);

/// One row of a view. The rows of a view sum to the environment's cost, exactly.
struct CostShare {
    std::string item;   ///< label of the server, service or category; or what no service accounts for
    std::string where;  ///< its JSON pointer; empty where it is no element of the plan
    Cost cost;
    std::string rule;  ///< how it was counted, with its numbers, for the eye
};

/// In the order of the plan; rows without cost are left out, but unpriced ones stay.
///
/// service: a service costs its share of each server that it runs on, and all of what is managed for it. Its
/// share of a server (machines and their disks) is the larger of its CPU and its memory fraction of what the
/// pool can allocate; where the shares pass 1 together they are scaled down to it. What is left of each
/// server is "unused headroom". Network and what is managed for no service stand by themselves. Our choice,
/// as tools differ: the larger fraction is what keeps others out.
[[nodiscard]] std::vector<CostShare> cost_shares(const Environment& environment,
                                                 const EnvironmentEstimate& estimate, CostView view);

/// What a month pays for room that no service has requested: the "unused headroom" of CostView::service.
[[nodiscard]] Cost unused_headroom_cost(const Environment& environment, const EnvironmentEstimate& estimate);

/// Of a month's cost, for comparing plans of different size. None without such an amount.
struct UnitCosts {
    std::optional<Cost> per_vcpu;              ///< servers and their disks by allocatable CPU
    std::optional<Cost> per_gib;               ///< the same by allocatable memory
    std::optional<Cost> per_million_requests;  ///< everything, by the arrivals of the services that state
                                               ///< some and that no other service calls
};

[[nodiscard]] UnitCosts unit_costs(const Environment& environment, const EnvironmentEstimate& estimate);

/// Twelve months.
[[nodiscard]] Cost year_of(const Cost& month);

}  // namespace stowage
