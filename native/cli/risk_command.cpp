// SPDX-License-Identifier: MIT
//
// `stowage risk`: what the ranges of a plan make of its answers.
#include <cmath>
#include <cstdint>
#include <ostream>
#include <string>

#include "commands.hpp"
#include "plan_heading.hpp"
#include "plan_source.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/decimal.hpp"
#include "stowage/load_outlook.hpp"
#include "stowage/number_text.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/refusal.hpp"
#include "stowage/text/environments_named.hpp"
#include "stowage/text/load_text.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

/// A whole number of an option; `otherwise` where it is not given.
Result<std::int64_t> whole_number(const char* option, const std::string& text, std::int64_t otherwise,
                                  std::int64_t least, std::int64_t most) {
    if (text.empty()) return otherwise;
    const auto number = parse_decimal(text);
    if (number && number->scale == 0 && number->digits >= least && number->digits <= most)
        return number->digits;
    return Error{ErrorCode::out_of_range, std::string(option) + " " + in_quotes(text) + " is not accepted",
                 "a whole number from " + std::to_string(least) + " to " + std::to_string(most)};
}

std::string money(double amount) { return show_money(Money::cents(std::llround(amount * 100))); }

template <class Show>
void percentiles_row(Table& table, const std::string& label, const std::vector<double>& values,
                     const Show& show) {
    if (values.empty()) return;
    const Percentiles percentiles = percentiles_of(values);
    table.row({{label}, {show(percentiles.p10)}, {show(percentiles.p50)}, {show(percentiles.p90)}});
}

void print_probabilities(const Environment& environment, const RiskOutcome& outcome, std::ostream& out) {
    Table table("lr");
    const auto row = [&](const char* label, std::int64_t count) {
        table.row({{label}, {show_share(static_cast<double>(count) / static_cast<double>(outcome.draws))}});
    };
    row("everything fits", outcome.fits);
    row("every service keeps up", outcome.keeps_up);
    row("and keeps its latency budget", outcome.in_time);
    if (environment.budget) row("the month is within the budget", outcome.in_budget);
    row("all of it", outcome.all);
    table.print(out, false, kIndent);
}

void print_percentiles(const Environment& environment, const RiskOutcome& outcome, std::ostream& out) {
    Table table("lrrr");
    table.row({{""}, {"P10"}, {"P50"}, {"P90"}});
    percentiles_row(table, std::string(kCurrency) + " a month", outcome.cost, money);
    percentiles_row(table, "CPU requested", outcome.cpu, show_share);
    percentiles_row(table, "memory requested", outcome.memory, show_share);
    for (std::size_t i = 0; i < outcome.latency.size(); ++i)
        percentiles_row(table, "latency of " + label_of(environment.services[i]), outcome.latency[i],
                        show_seconds);
    table.print(out, false, kIndent);
}

std::string month_text(double month) {
    if (!std::isfinite(month)) return "after " + std::to_string(kMostMonths);
    return month == 0 ? "now" : std::to_string(std::llround(month));
}

void print_growth(const GrowthDraws& growth, std::ostream& out) {
    if (growth.limit.empty()) return;
    out << "\n" << std::string(kIndent, ' ') << "As the load grows, in months from now\n\n";
    Table table("lrrr");
    table.row({{""}, {"P10"}, {"P50"}, {"P90"}});
    percentiles_row(table, "the first limit is met", growth.limit, month_text);
    percentiles_row(table, "the budget is passed", growth.budget, month_text);
    table.print(out, false, 2 * kIndent);
}

void print_risk(const Environment& environment, const RiskDraws& draws, const GrowthDraws& growth,
                std::ostream& out) {
    out << printable(heading_of(environment)) << "\n\n";
    if (!draws.has_ranges()) {
        out << std::string(kIndent, ' ') << "Nothing is a range (a..b): the plan is the only outcome.\n";
        return;
    }
    const RiskOutcome& outcome = draws.outcome();
    print_probabilities(environment, outcome, out);
    out << '\n';
    print_percentiles(environment, outcome, out);
    print_growth(growth, out);
    out << "\n" << std::string(kIndent, ' ') << "In " << outcome.draws << " draws of the ranges.\n";
}

}  // namespace

int show_risk(const RiskOptions& options, const Streams& streams) {
    const auto count = whole_number("--draws", options.draws, kRiskDraws, 1, kMostRiskDraws);
    if (!count) return refuse_question("risk", count.error(), streams);
    const auto seed = whole_number("--seed", options.seed, kRiskSeed, 0, INT64_MAX);
    if (!seed) return refuse_question("risk", seed.error(), streams);
    const auto plan = load_plan(options, streams.in);
    if (!plan) return refuse(plan.error(), streams);
    const auto asked = environments_named(*plan, options.environment);
    if (!asked) return refuse_question("risk", asked.error(), streams);
    const Estimate figures = estimate(*plan, shipped_catalogue());
    const auto with_seed = static_cast<std::uint64_t>(*seed);
    if (options.json) {
        streams.out << write_json(risk_node(*plan, *asked, figures, shipped_catalogue(), *count, with_seed));
        return kFine;
    }
    bool first = true;
    for (const std::uint32_t index : *asked) {
        const Environment& environment = plan->environments[index];
        RiskDraws draws(environment, figures.environments[index], with_seed);
        GrowthDraws growth;
        if (draws.has_ranges()) {
            draws.draw(*count);
            growth = growth_draws(*plan, index, figures.environments[index], shipped_catalogue(), *count,
                                  with_seed);
        }
        if (!first) streams.out << '\n';
        print_risk(environment, draws, growth, streams.out);
        first = false;
    }
    return kFine;
}

}  // namespace stowage::cli
