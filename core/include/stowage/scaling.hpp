// SPDX-License-Identifier: MIT
//
// A scaling rule tried before it runs: whether it fires for given metrics, and what its action would do.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/fit.hpp"
#include "stowage/move.hpp"
#include "stowage/plan.hpp"

namespace stowage {

namespace limits {

/// The largest figures of metrics. In hundredths of a per cent: 100 times what was requested.
inline constexpr std::int64_t kMetricPercent = 1'000'000;
inline constexpr std::int64_t kMetricCount = 1'000'000'000;

}  // namespace limits

/// One condition of a rule against what was observed.
struct ConditionVerdict {
    Condition condition;
    std::optional<std::int64_t> figure;  ///< in the unit of the metric; none: not observed

    /// None where the figure is not known. A duration that the condition asks for is taken as passed.
    [[nodiscard]] std::optional<bool> holds() const {
        if (!figure) return std::nullopt;
        return condition.above ? *figure > condition.threshold : *figure < condition.threshold;
    }
};

/// Undecided: it depends on a metric that was not observed.
enum class Firing { fires, rests, undecided };

[[nodiscard]] constexpr std::string_view name_of(Firing firing) {
    switch (firing) {
        case Firing::fires: return "fires";
        case Firing::rests: return "rests";
        case Firing::undecided: return "undecided";
    }
    return "undecided";
}

struct RuleVerdict {
    std::vector<ConditionVerdict> conditions;  ///< in the order of the rule
    Firing firing = Firing::rests;
};

/// A rule joined by any fires as soon as one condition holds; joined by all it rests as soon as one does not.
[[nodiscard]] RuleVerdict verdict_of(Join join, const std::vector<Condition>& conditions,
                                     const Metrics& metrics);
/// Of a ScaleOut or a ScaleIn.
template <class Rule>
[[nodiscard]] RuleVerdict verdict_of(const Rule& rule, const Metrics& metrics) {
    return verdict_of(rule.join, rule.conditions, metrics);
}

/// Why a pool does not take all replicas that a rule adds.
struct PoolShortage {
    std::uint32_t server = 0;
    MoveRoom room;  ///< for those replicas, on this pool alone
};

/// Machines that make room for what a rule adds.
struct MoreMachines {
    std::uint32_t server = 0;
    std::int64_t count = 0;  ///< that are added to the pool
    Cost cost;               ///< of the environment, a month, with them
};

/// What the action of a service's rule would do to its environment.
struct ScalingAction {
    std::int64_t added =
        0;  ///< replicas; fewer than the rule adds where its `max` or the plan's limit ends it
    std::int64_t placed = 0;               ///< of them, that find room beside everything that runs
    std::vector<PoolRoom> pools;           ///< where those go
    std::vector<PoolShortage> shortages;   ///< when not all find room: of each pool that the service may use
    Cost cost;                             ///< of the environment, a month, as it is
    std::optional<MoreMachines> machines;  ///< when not all find room: the cheapest way to make it
};

/// Of a service with a rule. The pools that machines are tried for are the first kMostPoolsTried that the
/// service may use.
[[nodiscard]] ScalingAction action_of(const Plan& plan, const Estimate& estimate, const Catalogue& catalogue,
                                      std::uint32_t environment, std::uint32_t service);

/// For each, everything is placed anew some ten times.
inline constexpr std::size_t kMostPoolsTried = 8;

}  // namespace stowage
