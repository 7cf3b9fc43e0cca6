// SPDX-License-Identifier: MIT
#include "stowage/scaling.hpp"

#include <algorithm>
#include <utility>

#include "plan_of_one.hpp"
#include "stowage/limits.hpp"

namespace stowage {
namespace {

/// The environment by itself, which has more replicas of the service.
Plan with_more_replicas(const Plan& plan, std::uint32_t environment, std::uint32_t service,
                        std::int64_t more) {
    Plan changed = plan_of_one(plan, environment);
    changed.environments.front().services[service].replicas += more;
    return changed;
}

std::int64_t replicas_added(const Service& service, const ScaleOut& rule) {
    const std::int64_t most = std::min(rule.max.value_or(limits::kReplicas), limits::kReplicas);
    return std::max<std::int64_t>(std::min(rule.add, most - service.replicas), 0);
}

/// The first of the replicas go to the first pools that have room.
std::int64_t take(std::vector<PoolRoom>& pools, std::int64_t wanted) {
    std::int64_t placed = 0;
    for (PoolRoom& pool : pools) {
        pool.replicas = std::min(pool.replicas, wanted - placed);
        placed += pool.replicas;
    }
    std::erase_if(pools, [](const PoolRoom& pool) { return pool.replicas == 0; });
    return placed;
}

bool is_cheaper(const Cost& a, const Cost& b) {
    return a.complete != b.complete ? a.complete : a.low < b.low;
}

std::optional<MoreMachines> with_machines(const Plan& changed, const EnvironmentEstimate& figures,
                                          const Catalogue& catalogue, std::uint32_t server) {
    const auto needed = machines_needed(changed.environments.front(), figures, server);
    const std::int64_t present = changed.environments.front().servers[server].count;
    if (!needed || *needed <= present) return std::nullopt;
    Plan larger = changed;
    larger.environments.front().servers[server].count = *needed;
    return MoreMachines{server, *needed - present, estimate(larger, catalogue).environments.front().cost};
}

/// The cheapest pool to add machines to.
std::optional<MoreMachines> more_machines(const Plan& changed, const Catalogue& catalogue,
                                          const std::vector<PoolShortage>& shortages) {
    const Estimate figures = estimate(changed, catalogue);
    std::optional<MoreMachines> best;
    for (std::size_t i = 0; i < std::min(shortages.size(), kMostPoolsTried); ++i) {
        auto machines = with_machines(changed, figures.environments.front(), catalogue, shortages[i].server);
        if (machines && (!best || is_cheaper(machines->cost, best->cost))) best = std::move(machines);
    }
    return best;
}

}  // namespace

RuleVerdict verdict_of(Join join, const std::vector<Condition>& conditions, const Metrics& metrics) {
    RuleVerdict verdict;
    bool unknown = false;
    bool one_holds = false;
    bool one_fails = false;
    for (const Condition& condition : conditions) {
        verdict.conditions.push_back({condition, metrics.of(condition.metric)});
        const auto holds = verdict.conditions.back().holds();
        unknown = unknown || !holds;
        one_holds = one_holds || holds.value_or(false);
        one_fails = one_fails || !holds.value_or(true);
    }
    const bool any = join == Join::any;
    if (any ? one_holds : !one_fails && !unknown && one_holds) {
        verdict.firing = Firing::fires;
    } else if (unknown && (any || !one_fails)) {
        verdict.firing = Firing::undecided;
    }
    return verdict;
}

ScalingAction action_of(const Plan& plan, const Estimate& estimate, const Catalogue& catalogue,
                        std::uint32_t environment, std::uint32_t service) {
    const Environment& present = plan.environments[environment];
    const EnvironmentEstimate& figures = estimate.environments[environment];
    const auto& rule = present.services[service].scale_out;
    ScalingAction action;
    action.cost = figures.cost;
    if (!rule) return action;
    action.added = replicas_added(present.services[service], *rule);
    ServiceRoom room = room_for(present, figures, service);
    const std::vector<PoolRoom> allowed = room.pools;
    action.placed = take(room.pools, action.added);
    action.pools = std::move(room.pools);
    if (action.placed == action.added) return action;
    for (const PoolRoom& pool : allowed) {
        action.shortages.push_back(
            {pool.server, room_for_more(present, figures, service, pool.server, action.added)});
    }
    action.machines = more_machines(with_more_replicas(plan, environment, service, action.added), catalogue,
                                    action.shortages);
    return action;
}

}  // namespace stowage
