// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/quantity.hpp"

namespace stowage {

/// What a condition observes: the mean over the replicas of a service. cpu and memory are relative to the
/// request, utilisation is that of the workers.
enum class Metric { cpu, memory, utilisation, p95, latency, queue, connections };

inline constexpr std::array kMetrics{Metric::cpu,     Metric::memory, Metric::utilisation, Metric::p95,
                                     Metric::latency, Metric::queue,  Metric::connections};

/// The metric as a condition spells it.
[[nodiscard]] constexpr std::string_view name_of(Metric metric) {
    switch (metric) {
        case Metric::cpu: return "cpu";
        case Metric::memory: return "memory";
        case Metric::utilisation: return "utilisation";
        case Metric::p95: return "p95";
        case Metric::latency: return "latency";
        case Metric::queue: return "queue";
        case Metric::connections: return "connections";
    }
    return "cpu";
}

/// The unit that a metric's threshold is written in.
enum class MetricUnit { percent, time, count };

/// The unit of its threshold.
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

/// How the conditions of a rule are joined: explicitly.
enum class Join { any, all };

/// When to add replicas.
struct ScaleOut {
    std::string note;
    Join join = Join::any;
    std::vector<Condition> conditions;
    std::int64_t add = 1;
    std::optional<std::int64_t> max;
    std::optional<Duration> cooldown;  ///< after an action, until the next
    std::optional<Duration> start_up;  ///< until a new replica serves

    friend bool operator==(const ScaleOut&, const ScaleOut&) = default;
};

/// When to take replicas away.
struct ScaleIn {
    std::string note;
    Join join = Join::all;
    std::vector<Condition> conditions;
    std::int64_t remove = 1;
    std::int64_t min = 1;  ///< the fewest replicas
    std::optional<Duration> cooldown;

    friend bool operator==(const ScaleIn&, const ScaleIn&) = default;
};

/// What was observed of a service, in the units of the metrics; nothing of what nobody observed.
class Metrics {
  public:
    [[nodiscard]] std::optional<std::int64_t> of(Metric metric) const {
        return figures_[static_cast<std::size_t>(metric)];
    }
    void set(Metric metric, std::int64_t figure) { figures_[static_cast<std::size_t>(metric)] = figure; }

    friend bool operator==(const Metrics&, const Metrics&) = default;

  private:
    std::array<std::optional<std::int64_t>, kMetrics.size()> figures_{};
};

}  // namespace stowage
