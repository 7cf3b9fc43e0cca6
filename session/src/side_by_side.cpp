// SPDX-License-Identifier: MIT
#include "stowage/session/side_by_side.hpp"

#include <algorithm>
#include <optional>

#include "stowage/load_limits.hpp"
#include "stowage/number_text.hpp"
#include "stowage/plan_diff.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/session/summary.hpp"
#include "stowage/text/load_text.hpp"

namespace stowage {
namespace {

constexpr const char* kAbsent = "-";
constexpr const char* kNextLine = ";\n";  // in a document, which has no lines in a cell, "; "
constexpr const char* kNoChange = "no change";
constexpr std::size_t kMostServers = 6;  // of a cell: more are counted
/// What a growing load meets takes long to find for more; the plan's own panels stop there, too.
constexpr std::size_t kMostLoadedServices = 200;
constexpr int kDigits = 3;

/// An environment of one of the plans; null where that has none of the name.
struct Side {
    const Environment* environment = nullptr;
    const EnvironmentEstimate* estimate = nullptr;
};

Side side_of(const Plan& plan, const Estimate& estimate, std::string_view name) {
    const Environment* found = find_named(plan.environments, name);
    if (found == nullptr) return {};
    return {found, &estimate.environments[static_cast<std::size_t>(found - plan.environments.data())]};
}

/// "App server: 2 x c6i.large"; the size where no instance is rented.
std::string server_text(const Server& server, const ServerEstimate& figures) {
    const Resources& size = figures.machine.size;
    const std::string machine =
        server.instance.empty() ? show_cpu(size.cpu) + ", " + show_bytes(size.memory) : server.instance;
    return label_of(server) + ": " + std::to_string(server.count) + " x " + machine;
}

std::string servers_text(const Side& side) {
    const std::vector<Server>& servers = side.environment->servers;
    std::string text;
    for (std::size_t i = 0; i < std::min(servers.size(), kMostServers); ++i)
        text += (text.empty() ? "" : kNextLine) + server_text(servers[i], side.estimate->servers[i]);
    if (servers.size() > kMostServers)
        text += kNextLine + std::string("and ") + std::to_string(servers.size() - kMostServers) + " more";
    return text.empty() ? "none" : text;
}

std::int64_t machines_of(const Side& side) {
    std::int64_t machines = 0;
    for (const Server& server : side.environment->servers) machines += server.count;
    return machines;
}

/// "+2 machines", "-1 error".
std::string change_in(std::int64_t before, std::int64_t after, std::string_view what) {
    if (before == after) return {};
    return (after > before ? "+" : "-") + counted(std::max(before, after) - std::min(before, after), what);
}

std::string machines_change(const Side& before, const Side& after) {
    const std::string change = change_in(machines_of(before), machines_of(after), "machine");
    if (!change.empty()) return change;
    return servers_text(before) == servers_text(after) ? kNoChange : "as many machines";
}

std::string free_change(const EnvironmentFigures& before, const EnvironmentFigures& after,
                        Resource resource) {
    const Resources more = after.free - before.free;
    const std::int64_t amount = amount_of(more, resource);
    if (amount == 0) return kNoChange;
    return (amount > 0 ? "+" : "-") + show_amount(amount > 0 ? more : Resources{} - more, resource);
}

std::string findings_change(const EnvironmentFigures& before, const EnvironmentFigures& after) {
    const auto count = [](std::size_t number) { return static_cast<std::int64_t>(number); };
    const std::string errors = change_in(count(before.errors), count(after.errors), "error");
    const std::string warnings = change_in(count(before.warnings), count(after.warnings), "warning");
    if (errors.empty() && warnings.empty()) return kNoChange;
    return errors + (errors.empty() || warnings.empty() ? "" : ", ") + warnings;
}

/// The first thing that a growing load meets.
std::optional<LoadLimit> first_limit(const Side& side) {
    const auto& loads = side.estimate->loads;
    if (loads.empty() || loads.size() > kMostLoadedServices) return std::nullopt;
    const auto limits = load_limits(*side.environment, *side.estimate);
    if (limits.empty()) return std::nullopt;
    return limits.front();
}

std::string load_text(const Side& side, const std::optional<LoadLimit>& limit) {
    if (side.estimate->loads.empty()) return "no load stated";
    if (side.estimate->loads.size() > kMostLoadedServices)
        return "not worked out for more than " + std::to_string(kMostLoadedServices) + " services";
    if (!limit) return "no limit known";
    return format_significant(limit->factor, kDigits) +
           " times the load, then: " + show_limit(*limit, *side.environment);
}

std::string load_change(const std::optional<LoadLimit>& before, const std::optional<LoadLimit>& after) {
    if (!before && !after) return kNoChange;
    if (!before || !after) return {};
    const std::string old = format_significant(before->factor, kDigits);
    const std::string now = format_significant(after->factor, kDigits);
    if (old == now) return kNoChange;
    const double more = after->factor - before->factor;
    return (more > 0 ? "+" : "") + format_significant(more, kDigits) + " times";
}

/// "no change" for the same words; two that differ cannot be subtracted.
ComparedFigure in_words(std::string what, std::string before, std::string after) {
    std::string change = before == after ? kNoChange : "";
    return {std::move(what), std::move(before), std::move(after), std::move(change)};
}

/// ": Web shop"; empty without a name.
std::string named(const Plan& plan) { return plan.name.empty() ? std::string() : ": " + plan.name; }

std::string tightest_of(const Side& side) {
    const std::string text = tightest_text(*side.environment, *side.estimate);
    return text.empty() ? "nothing yet" : text;
}

std::vector<ComparedFigure> figures_of_both(const Side& before, const Side& after,
                                            const EnvironmentDiff& diff) {
    const EnvironmentFigures& old = *diff.before;
    const EnvironmentFigures& now = *diff.after;
    const auto old_limit = first_limit(before);
    const auto new_limit = first_limit(after);
    return {
        {"USD a month", show_cost(old.cost), show_cost(now.cost), show_change(old.cost, now.cost)},
        {"Servers", servers_text(before), servers_text(after), machines_change(before, after)},
        {"Free CPU", show_cpu(old.free.cpu), show_cpu(now.free.cpu), free_change(old, now, Resource::cpu)},
        {"Free memory", show_bytes(old.free.memory), show_bytes(now.free.memory),
         free_change(old, now, Resource::memory)},
        in_words("Runs out first", tightest_of(before), tightest_of(after)),
        {"Findings", findings_count_text(*before.estimate), findings_count_text(*after.estimate),
         findings_change(old, now)},
        in_words("If a server is lost", survival_text(before.estimate->server_loss),
                 survival_text(after.estimate->server_loss)),
        {"Carries", load_text(before, old_limit), load_text(after, new_limit),
         load_change(old_limit, new_limit)},
    };
}

/// Of an environment that one of the plans does not have.
std::vector<ComparedFigure> figures_of_one(const Side& side, const EnvironmentDiff& diff) {
    const bool is_new = diff.after.has_value();
    const EnvironmentFigures& figures = is_new ? *diff.after : *diff.before;
    std::vector<ComparedFigure> rows;
    const auto add = [&](std::string what, std::string words, std::string change = {}) {
        rows.push_back({std::move(what), is_new ? kAbsent : words, is_new ? words : kAbsent, change});
    };
    add("USD a month", show_cost(figures.cost), is_new ? "new" : "gone");
    add("Servers", servers_text(side));
    add("Free CPU", show_cpu(figures.free.cpu));
    add("Free memory", show_bytes(figures.free.memory));
    add("Runs out first", tightest_of(side));
    add("Findings", findings_count_text(*side.estimate));
    add("If a server is lost", survival_text(side.estimate->server_loss));
    add("Carries", load_text(side, first_limit(side)));
    return rows;
}

}  // namespace

std::string title_of(const Baseline& baseline) {
    std::string title = baseline.origin.empty() ? "the baseline" : baseline.origin;
    if (title.starts_with("the ")) title.front() = 'T';
    return title;
}

SideBySide side_by_side(const Baseline& baseline, const Plan& plan, const Estimate& estimate) {
    const PlanDiff diff = diff_plans(*baseline.plan, baseline.estimate, plan, estimate);
    SideBySide sides{title_of(baseline), "This plan", {}, {}};
    if (baseline.plan->name != plan.name) {
        sides.before += named(*baseline.plan);
        sides.after += named(plan);
    }
    for (const EnvironmentDiff& environment : diff.environments) {
        const Side before = side_of(*baseline.plan, baseline.estimate, environment.name);
        const Side after = side_of(plan, estimate, environment.name);
        const bool both = environment.before && environment.after;
        const Side& only = environment.after ? after : before;
        sides.environments.push_back(
            {environment.name, environment.label,
             both ? figures_of_both(before, after, environment) : figures_of_one(only, environment)});
    }
    sides.sum = {"USD a month", show_cost(diff.before), show_cost(diff.after),
                 show_change(diff.before, diff.after)};
    return sides;
}

}  // namespace stowage
