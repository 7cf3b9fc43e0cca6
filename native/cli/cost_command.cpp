// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ostream>
#include <sstream>
#include <string>

#include "commands.hpp"
#include "compare_text.hpp"
#include "plan_heading.hpp"
#include "plan_source.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/cost_views.hpp"
#include "stowage/estimate.hpp"
#include "stowage/explanation.hpp"
#include "stowage/text/estimate_text.hpp"
#include "suggestion.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

/// "App server, 2 x c6a.2xlarge", with what is to be known about its price.
std::string item_text(const CostLine& line) {
    std::string text = line.item;
    if (!line.sku.empty()) {
        text += ", " + (line.quantity > 1 ? std::to_string(line.quantity) + " x " : "") + line.sku;
    } else if (line.quantity > 1) {
        text += ", " + std::to_string(line.quantity);
    }
    if (line.kept) text += " [kept price]";
    if (line.stale) text += " [stale price]";
    return text;
}

/// Each position with its formula, the date and the source of its price.
void print_bill(const EnvironmentEstimate& estimate, const Streams& streams, bool colour) {
    Table table("rll");
    table.wrap_last_column(kTextWidth - kIndent);
    for (const CostLine& line : estimate.cost_lines) {
        const Tone tone = line.priced && !line.stale ? Tone::plain : Tone::warning;
        table.row({{show_cost(line)},
                   {std::string(title_of(line.category)), Tone::quiet},
                   {item_text(line), tone}});
        std::istringstream explanation(explain_cost(line));
        for (std::string text; std::getline(explanation, text);) table.row({{}, {}, {text, Tone::quiet}});
    }
    table.print(streams.out, colour, kIndent);
}

void print_view(const Environment& environment, const EnvironmentEstimate& estimate, CostView view, bool year,
                const Streams& streams, bool colour) {
    Table table("rll");
    table.wrap_last_column(kTextWidth - kIndent);
    for (const CostShare& share : cost_shares(environment, estimate, view)) {
        table.row({{show_cost(year ? year_of(share.cost) : share.cost)},
                   {shortened(share.item, kTextWidth / 3)},
                   {share.rule, Tone::quiet}});
    }
    table.print(streams.out, colour, kIndent);
}

void print_totals(const Environment& environment, const EnvironmentEstimate& estimate, bool year,
                  const Streams& streams) {
    Table table("rl");
    const auto row = [&table](const std::optional<Cost>& cost, const char* what) {
        if (cost) table.row({{show_cost(*cost)}, {what}});
    };
    row(estimate.cost, "total a month");
    if (year) row(year_of(estimate.cost), "total a year");
    if (!environment.servers.empty())
        row(unused_headroom_cost(environment, estimate), "a month for unused headroom");
    const UnitCosts units = unit_costs(environment, estimate);
    row(units.per_vcpu, "a month for each vCPU");
    row(units.per_gib, "a month for each GiB of memory");
    row(units.per_million_requests, "per million requests");
    streams.out << '\n';
    table.print(streams.out, false, kIndent);
}

void print_environment(const Environment& environment, const EnvironmentEstimate& estimate,
                       const CostOptions& options, const Streams& streams) {
    const bool colour = wants_colour(options.colour, streams);
    streams.out << printable(heading_of(environment)) << "\n\n";
    if (const auto view = cost_view_named(options.by)) {
        print_view(environment, estimate, *view, options.year, streams, colour);
    } else {
        print_bill(estimate, streams, colour);
    }
    print_totals(environment, estimate, options.year, streams);
    streams.out << "\n\n";
}

void print_sum(const Estimate& figures, const CostOptions& options, const Streams& streams) {
    streams.out << "All environments: " << show_cost(figures.cost) << " " << kCurrency << " a month";
    if (options.year) streams.out << ", " << show_cost(year_of(figures.cost)) << " a year";
    streams.out << '\n';
}

void print_rules(const Plan& plan, const Estimate& figures, const CostOptions& options,
                 const Streams& streams) {
    if (const auto view = cost_view_named(options.by)) {
        if (options.year) streams.out << "Amounts of the items are those of a year.\n";
        streams.out << wrapped(rule_of(*view), kTextWidth) << '\n';
    }
    streams.out << wrapped(unit_cost_rule(), kTextWidth) << "\nOn-demand list prices before tax, "
                << printable(explain_snapshots(plan, figures, shipped_catalogue())) << '\n';
}

/// The same environments bought from every provider.
int show_comparison(const Plan& plan, const Estimate& figures, const CostOptions& options,
                    const Streams& streams) {
    const Catalogue catalogue = with_own_prices(shipped_catalogue(), plan.prices.own);
    MachineFilter filter;
    filter.architecture = architecture_named(options.architecture).value_or(Architecture::unknown);
    filter.latest_generation = options.latest_generation;
    filter.shared_cpu = options.shared_cpu;
    filter.stale_prices = options.stale;
    const auto comparisons = *compare({{}, filter}, plan, figures, catalogue);
    if (options.json) {
        streams.out << write_json(comparison_node(plan, comparisons));
        return kFine;
    }
    print_comparisons(plan, comparisons, catalogue, streams, wants_colour(options.colour, streams));
    streams.out << wrapped(comparison_rule(), kTextWidth) << "\nOn-demand list prices before tax, "
                << printable(explain_snapshots(plan, figures, shipped_catalogue())) << '\n';
    return kFine;
}

/// Leaves the plan that one environment; false, with a message, when it has none of that name.
bool keep_only(Plan& plan, const std::string& name, const Streams& streams) {
    const Environment* known = find_named(plan.environments, name);
    if (known == nullptr) {
        std::vector<std::string> names;
        for (const Environment& environment : plan.environments) names.push_back(environment.name);
        streams.err << printable("stowage cost: no environment is named " + name + did_you_mean(name, names))
                    << "\nThe plan has " << printable(listed(names)) << '\n';
        return false;
    }
    Environment only = *known;
    plan.environments = {std::move(only)};
    return true;
}

}  // namespace

int show_bill(const CostOptions& options, const Streams& streams) {
    auto loaded = load_plan(options, streams.in);
    if (!loaded) return refuse(loaded.error(), streams);
    Plan plan = *std::move(loaded);
    if (!options.environment.empty() && !keep_only(plan, options.environment, streams)) return kUsage;
    const Estimate figures = estimate(plan, shipped_catalogue());
    if (options.compare) return show_comparison(plan, figures, options, streams);
    if (options.json) {
        streams.out << write_json(cost_document(plan, figures));
        return kFine;
    }
    for (std::size_t i = 0; i < plan.environments.size(); ++i)
        print_environment(plan.environments[i], figures.environments[i], options, streams);
    if (plan.environments.size() > 1) print_sum(figures, options, streams);
    print_rules(plan, figures, options, streams);
    return kFine;
}

}  // namespace stowage::cli
