// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "stowage/quantity.hpp"
#include "stowage/scaling_rule.hpp"

namespace stowage {

/// Whole minutes that are at least as long.
[[nodiscard]] std::int64_t minutes_of(const std::optional<Duration>& duration);

/// Watches the conditions of one rule, minute by minute. Without a rule nothing fires.
class ReplayedRule {
  public:
    ReplayedRule() = default;
    template <class Rule>
    explicit ReplayedRule(const std::optional<Rule>& rule) {
        if (rule) watch(rule->join, rule->conditions);
    }

    void observe(const Metrics& metrics);

    /// The first condition that holds, where the rule fires.
    [[nodiscard]] std::optional<std::size_t> fired() const;

  private:
    struct Watched {
        Condition condition;
        std::int64_t wanted = 1;  ///< minutes in a row
        std::int64_t held = 0;

        [[nodiscard]] bool holds() const { return held >= wanted; }
    };

    void watch(Join join, const std::vector<Condition>& conditions);

    Join join_ = Join::any;
    std::vector<Watched> conditions_;
};

}  // namespace stowage
