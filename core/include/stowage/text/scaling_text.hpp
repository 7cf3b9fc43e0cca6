// SPDX-License-Identifier: MIT
//
// "Does the scaling rule fire, and what does it do?" for a person's or a program's question by name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

/// "fires", "does not fire", "depends on what is not known".
[[nodiscard]] std::string_view words_of(Firing firing);

/// What the action of the service's `scale_out` would do: "Adds 1 replica: 2 to 3.", "App server: lacks 3
/// cores.", "The cost stays 390.92 a month.".
[[nodiscard]] std::vector<std::string> action_sentences(const Environment& environment, std::uint32_t service,
                                                        const ScalingAction& action);
/// What its `scale_in` would do: "Removes 1 replica: 3 to 2. The cost stays 390.92 a month.".
[[nodiscard]] std::string removal_sentence(const Service& service, const ScaleIn& rule, const Cost& cost);

/// The answers as docs/scale.schema.json describes them.
[[nodiscard]] Node scaling_node(const Plan& plan, const std::vector<ScalingAnswer>& answers);

}  // namespace stowage
