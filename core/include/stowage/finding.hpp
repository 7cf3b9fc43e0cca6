// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stowage {

/// How bad: an error cannot run as planned, a warning is a risk, an info is worth knowing.
enum class Severity { info, warning, error };

/// "info", "warning", "error".
[[nodiscard]] std::string_view name_of(Severity severity);

/// What can be wrong with a plan that can be represented. The names are stable: scripts and docs refer to
/// them.
enum class FindingCode {
    server_overcommitted,
    service_unplaced,
    together_impossible,
    headroom_below_minimum,
    no_headroom,
    memory_peak_overcommitted,
    stranded_capacity,
    server_loss_not_survived,
    zone_loss_not_survived,
    surge_without_room,
    server_without_size,
    instance_too_small,
    instance_sustained_cpu,
    instance_shared_cpu,
    instance_unknown,
    region_unknown,
    memory_limit_below_request,
    too_many_workers,
    workers_exceed_memory,
    asgi_connections_per_process,
    nginx_connections,
    postgres_memory,
    database_connections_exceeded,
    connection_budget,
    rds_connections_exceeded,
    redis_memory,
    elasticache_memory,
    service_time_unclear,
    overloaded,
    latency_over_budget,
    connections_exceeded,
    scale_out_fires,
    scale_out_without_room,
    setting_without_effect,
    paid_twice,
    budget_exceeded,
    budget_at_risk,
    max_cost_below_price,
    unpriced,
    storage_not_counted,
    prices_of_another_snapshot,
};

/// As `stowage explain` takes it; that of its rule.
[[nodiscard]] std::string_view name_of(FindingCode code);

/// What a code means, for `stowage explain`, for docs/findings.md and for the tooltip.
struct FindingRule {
    FindingCode code;
    Severity severity;
    std::string_view name;
    std::string_view title;    ///< a few words
    std::string_view meaning;  ///< when it appears, with the formula
    std::string_view remedy;   ///< what to do about it
    std::string_view source;   ///< where the rule comes from; "our choice" where no source exists
    /// The setting of an environment that makes an error of it; empty for a rule of one severity.
    std::string_view demanded_by{};
};

/// "warning", or "info; error where survive.server_loss demands it".
[[nodiscard]] std::string severity_text(const FindingRule& rule);

/// One rule for each code, in the order of the enumeration.
[[nodiscard]] std::span<const FindingRule> finding_rules();
/// Every code has a rule.
[[nodiscard]] const FindingRule& rule_of(FindingCode code);
/// Null for a name that no rule has.
[[nodiscard]] const FindingRule* find_rule(std::string_view name);

/// One setting to change, as typed.
struct FieldEdit {
    std::string pointer;
    std::string text;  ///< empty takes the setting away

    friend bool operator==(const FieldEdit&, const FieldEdit&) = default;
};

/// A mechanical way to mend what a finding says: edits that are made together.
struct Fix {
    std::string label;  ///< an action with its figures: "Set workers to 5"
    std::vector<FieldEdit> edits;

    friend bool operator==(const Fix&, const Fix&) = default;
};

/// Something about the plan that its author should know.
struct Finding {
    Severity severity = Severity::info;  ///< of its rule, unless the plan demands more
    FindingCode code{};
    std::string where;    ///< JSON pointer into the plan
    std::string message;  ///< one sentence that names the numbers
    std::vector<Fix> fixes{};

    friend bool operator==(const Finding&, const Finding&) = default;
};

}  // namespace stowage
