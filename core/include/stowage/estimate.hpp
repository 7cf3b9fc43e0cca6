// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/cost.hpp"
#include "stowage/finding.hpp"
#include "stowage/load.hpp"
#include "stowage/placement.hpp"
#include "stowage/plan.hpp"
#include "stowage/service_needs.hpp"
#include "stowage/sizing.hpp"
#include "stowage/survival.hpp"

namespace stowage {

/// What runs on one machine of a pool. free = size - reserved - used; negative when it is over-committed.
struct MachineEstimate {
    Resources used;
    Resources free;
};

/// What one service takes of a pool.
struct ServiceShare {
    std::uint32_t service = 0;
    std::int64_t replicas = 0;
    Resources used;
};

/// A pool. The amounts are totals over its machines.
struct ServerEstimate {
    MachineSize machine;  ///< each of them
    Resources capacity;
    Resources reserved;
    Resources used;
    Resources free;
    Resources floor;     ///< that the headroom policy wants free
    Resources stranded;  ///< CPU free without memory at the environment's mix of requests, and the reverse
    std::optional<Resource> binding;  ///< runs out first: the smallest free share on one of the machines
    std::vector<MachineEstimate> machines;
    std::vector<ServiceShare> shares;  ///< of the services that run here, in the order of the plan
};

/// The resource that runs out first: the smallest free share of what can be allocated on one machine.
struct Tightest {
    std::uint32_t server = 0;
    std::uint32_t machine = 0;
    Resource resource = Resource::cpu;
};

/// What holds an index or a pointer into the plan is brought up to date by session/src/carried_estimate.cpp
/// while the estimate of a large plan waits.
struct EnvironmentEstimate {
    std::vector<ServerEstimate> servers;  ///< as in the plan
    std::vector<ServiceNeeds> needs;      ///< of the services, as in the plan
    Placement placement;
    Survival server_loss;
    Survival zone_loss;                 ///< of the zones that servers name
    std::vector<SurgeShortage> surges;  ///< each service rolled out by itself
    Resources capacity;                 ///< of all servers
    Resources used;
    Resources free;
    std::optional<Tightest> tightest;  ///< none without a machine
    std::vector<CostLine> cost_lines;
    Cost cost;
    std::vector<ServiceLoad> loads;  ///< of the services, as in the plan; empty where none states a load
    std::vector<Finding>
        findings;  ///< errors first, then warnings, then infos; each in the order of the plan
};

/// Of a whole plan.
struct Estimate {
    std::vector<EnvironmentEstimate> environments;  ///< as in the plan
    Cost cost;
};

/// Everything that Stowage knows about a plan. Total and pure: any plan that read_plan() gives has an
/// estimate, and the same plan and catalogue give the same one everywhere.
[[nodiscard]] Estimate estimate(const Plan& plan, const Catalogue& catalogue);

/// Of one environment, and the part of it that is about room and cost: for what tries many variants of it.
[[nodiscard]] EnvironmentEstimate estimate_fit(const Plan& plan, const Environment& environment,
                                               const Catalogue& catalogue);

/// Every replica has a place, and no machine has less than it gives away.
[[nodiscard]] bool everything_fits(const EnvironmentEstimate& estimate);

/// How many findings are at least that severe, over all environments.
[[nodiscard]] std::size_t count_findings(const Estimate& estimate, Severity at_least);

/// a/b < c/d for b, d > 0, exactly.
[[nodiscard]] constexpr bool less_share(std::int64_t a, std::int64_t b, std::int64_t c, std::int64_t d) {
    return detail::Int128{a} * d < detail::Int128{c} * b;
}

}  // namespace stowage
