// SPDX-License-Identifier: MIT
#include "stowage/plan_diff.hpp"

#include <algorithm>
#include <unordered_map>

#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

bool is_same(const Cost& a, const Cost& b) {
    return a.low == b.low && a.high == b.high && a.complete == b.complete;
}

EnvironmentFigures figures_of(const EnvironmentEstimate& estimate) {
    EnvironmentFigures figures{estimate.cost, estimate.capacity, estimate.used, estimate.free, 0, 0};
    for (const Finding& finding : estimate.findings) {
        if (finding.severity == Severity::error) ++figures.errors;
        if (finding.severity == Severity::warning) ++figures.warnings;
    }
    return figures;
}

/// The lines of a bill by what they are about, each to be taken once: some things have several.
class LineIndex {
  public:
    explicit LineIndex(const std::vector<CostLine>& lines) {
        for (const CostLine& line : lines) lines_[line.where].push_back(&line);
    }

    const CostLine* take(const CostLine& like) {
        const auto found = lines_.find(like.where);
        if (found == lines_.end()) return nullptr;
        auto& lines = found->second;
        const auto line = std::find_if(lines.begin(), lines.end(), [&like](const CostLine* other) {
            return other->category == like.category;
        });
        if (line == lines.end()) return nullptr;
        const CostLine* taken = *line;
        lines.erase(line);
        return taken;
    }

  private:
    std::unordered_map<std::string_view, std::vector<const CostLine*>> lines_;
};

std::vector<CostChange> cost_changes(const std::vector<CostLine>& before,
                                     const std::vector<CostLine>& after) {
    std::vector<CostChange> changes;
    LineIndex lines_before(before);
    for (const CostLine& line : after) {
        const CostLine* old = lines_before.take(line);
        CostChange change{line.category, line.item, line.where, std::nullopt, cost_of(line)};
        if (old != nullptr) change.before = cost_of(*old);
        if (old == nullptr || !is_same(*change.before, *change.after)) changes.push_back(std::move(change));
    }
    LineIndex lines_after(after);
    for (const CostLine& line : before) {
        if (lines_after.take(line) == nullptr)
            changes.push_back({line.category, line.item, line.where, cost_of(line), std::nullopt});
    }
    return changes;
}

/// An environment of one of the plans with its estimate; both null where the plan has none of that name.
struct Side {
    const Environment* environment = nullptr;
    const EnvironmentEstimate* estimate = nullptr;
};

EnvironmentDiff diff_environments(const Side& before, const Side& after) {
    const Environment& shown = after.environment != nullptr ? *after.environment : *before.environment;
    EnvironmentDiff diff{shown.name, label_of(shown), std::nullopt, std::nullopt, {}};
    if (before.estimate != nullptr) diff.before = figures_of(*before.estimate);
    if (after.estimate != nullptr) diff.after = figures_of(*after.estimate);
    static const std::vector<CostLine> kNothing;
    diff.costs = cost_changes(before.estimate != nullptr ? before.estimate->cost_lines : kNothing,
                              after.estimate != nullptr ? after.estimate->cost_lines : kNothing);
    return diff;
}

Side side_named(const Plan& plan, const Estimate& estimate, std::string_view name) {
    for (std::size_t i = 0; i < plan.environments.size(); ++i) {
        if (plan.environments[i].name == name) return {&plan.environments[i], &estimate.environments[i]};
    }
    return {};
}

std::string with_sign(Money change) { return (change.is_negative() ? "" : "+") + show_money(change); }

/// " (+4.1%)" of `before`; empty where that is nothing, or next to nothing.
std::string per_cent_of(Money change, Money before) {
    constexpr std::int64_t kTenthsOfWhole = 1'000;
    constexpr std::int64_t kMostTenths = 1'000'000'000;
    const detail::Int128 tenths = detail::Int128{change.to_nanos()} * kTenthsOfWhole;
    if (tenths >= detail::Int128{before.to_nanos()} * kMostTenths) return {};
    const std::int64_t rounded = divide_rounded(tenths, before.to_nanos());
    return std::string(" (") + (rounded < 0 ? "" : "+") + format_fixed(rounded, 1, 1) + "%)";
}

}  // namespace

PlanDiff diff_plans(const Plan& before, const Estimate& estimate_before, const Plan& after,
                    const Estimate& estimate_after) {
    PlanDiff diff{estimate_before.cost, estimate_after.cost, {}};
    for (std::size_t i = 0; i < after.environments.size(); ++i) {
        const Environment& environment = after.environments[i];
        diff.environments.push_back(diff_environments(side_named(before, estimate_before, environment.name),
                                                      {&environment, &estimate_after.environments[i]}));
    }
    for (std::size_t i = 0; i < before.environments.size(); ++i) {
        const Environment& environment = before.environments[i];
        if (find_named(after.environments, environment.name) != nullptr) continue;
        diff.environments.push_back(diff_environments({&environment, &estimate_before.environments[i]}, {}));
    }
    return diff;
}

std::string show_change(const Cost& before, const Cost& after) {
    if (is_same(before, after)) return "no change";
    const auto [low, high] = std::minmax({after.low - before.low, after.high - before.high});
    if (before.complete && after.complete) {
        if (low != high) return with_sign(low) + ".." + with_sign(high);
        const bool single = before.low == before.high;
        return with_sign(low) + (single ? per_cent_of(low, before.low) : "");
    }
    if (before.complete) return "at least " + with_sign(after.low - before.high);
    if (after.complete) return "at most " + with_sign(after.high - before.low);
    return with_sign(after.low - before.low) + " of what has a price";
}

}  // namespace stowage
