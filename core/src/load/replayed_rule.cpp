// SPDX-License-Identifier: MIT
#include "replayed_rule.hpp"

#include <algorithm>

#include "stowage/scaling.hpp"

namespace stowage {

std::int64_t minutes_of(const std::optional<Duration>& duration) {
    constexpr std::int64_t kMinute = Duration::minutes(1).to_micros();
    return duration ? (duration->to_micros() + kMinute - 1) / kMinute : 0;
}

void ReplayedRule::watch(Join join, const std::vector<Condition>& conditions) {
    join_ = join;
    for (const Condition& condition : conditions)
        conditions_.push_back({condition, std::max<std::int64_t>(minutes_of(condition.sustained), 1), 0});
}

void ReplayedRule::observe(const Metrics& metrics) {
    for (Watched& watched : conditions_) {
        const ConditionVerdict verdict{watched.condition, metrics.of(watched.condition.metric)};
        watched.held = verdict.holds().value_or(false) ? watched.held + 1 : 0;
    }
}

std::optional<std::size_t> ReplayedRule::fired() const {
    const auto holds = [](const Watched& watched) { return watched.holds(); };
    const auto first = std::find_if(conditions_.begin(), conditions_.end(), holds);
    if (first == conditions_.end()) return std::nullopt;
    if (join_ == Join::all && !std::all_of(conditions_.begin(), conditions_.end(), holds))
        return std::nullopt;
    return static_cast<std::size_t>(first - conditions_.begin());
}

}  // namespace stowage
