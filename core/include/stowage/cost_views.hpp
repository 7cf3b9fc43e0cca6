// SPDX-License-Identifier: MIT
//
// The bill of an environment, looked at by what it is for.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/cost.hpp"
#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// What the rows of a bill are gathered by: see cost_shares().
enum class CostView { server, service, category };

inline constexpr std::array kCostViews{CostView::server, CostView::service, CostView::category};

/// As `--by` and JSON spell it.
[[nodiscard]] std::string_view name_of(CostView view);
/// None for another word.
[[nodiscard]] std::optional<CostView> cost_view_named(std::string_view name);

/// How the view counts, in a sentence or two for the eye.
[[nodiscard]] std::string_view rule_of(CostView view);

/// The item of CostView::service that no service accounts for.
inline constexpr std::string_view kUnusedHeadroom = "unused headroom";

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
/// server is kUnusedHeadroom. Network, what is managed for no service and servers of unknown size stand by
/// themselves. Our choice, as tools differ: the larger fraction is what keeps others out.
[[nodiscard]] std::vector<CostShare> cost_shares(const Environment& environment,
                                                 const EnvironmentEstimate& estimate, CostView view);

/// What a month pays for room that no service has requested: kUnusedHeadroom of CostView::service.
[[nodiscard]] Cost unused_headroom_cost(const Environment& environment, const EnvironmentEstimate& estimate);

/// Of a month's cost, for comparing plans of different size, each rounded to a billionth. None without such
/// an amount, and none where it is too small for the figure to mean anything (more than Money holds).
struct UnitCosts {
    std::optional<Cost> per_vcpu;  ///< servers and their disks by allocatable CPU
    std::optional<Cost> per_gib;   ///< the same by allocatable memory
    /// Everything, by the arrivals of the services that state some and that no other service calls, over the
    /// environment's hours of a month.
    std::optional<Cost> per_million_requests;
};

/// The lower and the upper end are divided alike; not complete where the cost is not.
[[nodiscard]] UnitCosts unit_costs(const Environment& environment, const EnvironmentEstimate& estimate);

/// What each of them counts, for the eye.
[[nodiscard]] std::string_view unit_cost_rule();

/// Twelve months. Where that is more than Money holds, the most that it holds, as a lower bound.
[[nodiscard]] Cost year_of(const Cost& month);

}  // namespace stowage
