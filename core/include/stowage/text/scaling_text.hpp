// SPDX-License-Identifier: MIT
//
// "Does the scaling rule fire, and what does it do?" for a person's or a program's question by name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "stowage/scaling.hpp"
#include "stowage/text/node.hpp"

namespace stowage {

struct ScalingQuestion {
    std::optional<Metrics>
        metrics;              ///< the same for every service; none: predicted from the load of the plan
    std::string service;      ///< empty: every service with a rule
    std::string environment;  ///< empty: every one that has such a service
};

/// Of one service with a rule.
struct ScalingAnswer {
    std::uint32_t environment = 0;
    std::uint32_t service = 0;
    bool predicted = false;  ///< the figures are load_of()'s
    RuleVerdict verdict;
    std::optional<ScalingAction> action;  ///< when the rule fires
};

/// Total but for the names: an unknown one is an error that tells which was probably meant, and so is a
/// service without a rule.
[[nodiscard]] Result<std::vector<ScalingAnswer>> answer(const ScalingQuestion& question, const Plan& plan,
                                                        const Estimate& estimate, const Catalogue& catalogue);

/// "82%, 12 points above it; taken as lasting 5m", "not known".
[[nodiscard]] std::string show_figure(const ConditionVerdict& verdict);

/// The answers as docs/scale.schema.json describes them.
[[nodiscard]] Node scaling_node(const Plan& plan, const std::vector<ScalingAnswer>& answers);

}  // namespace stowage
