// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "stowage/quantity.hpp"

namespace stowage {

/// What a condition observes: the mean over the replicas of a service. cpu and memory are relative to the
/// request, utilisation is that of the workers.
enum class Metric { cpu, memory, utilisation, p95, latency, queue, connections };

/// The unit that a metric's threshold is written in.
enum class MetricUnit { percent, time, count };

[[nodiscard]] constexpr MetricUnit unit_of(Metric metric) {
    switch (metric) {
        case Metric::cpu:
        case Metric::memory:
        case Metric::utilisation: return MetricUnit::percent;
        case Metric::p95:
        case Metric::latency: return MetricUnit::time;
        case Metric::queue:
        case Metric::connections: return MetricUnit::count;
    }
    return MetricUnit::count;
}

/// "cpu > 70% for 5m". The threshold is in the metric's unit: hundredths of a per cent, microseconds or a
/// count.
struct Condition {
    Metric metric = Metric::cpu;
    bool above = true;  ///< ">", else "<"
    std::int64_t threshold = 0;
    std::optional<Duration> sustained;  ///< how long it must hold: "for"

    friend bool operator==(const Condition&, const Condition&) = default;
};

/// When to add replicas. The conditions are joined explicitly, by any or by all.
struct ScalingRule {
    enum class Join { any, all };
    std::string note;
    Join join = Join::any;
    std::vector<Condition> conditions;
    std::int64_t add = 1;
    std::optional<std::int64_t> max;
    std::optional<Duration> cooldown;

    friend bool operator==(const ScalingRule&, const ScalingRule&) = default;
};

}  // namespace stowage
