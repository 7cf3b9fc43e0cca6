// SPDX-License-Identifier: MIT
#include "command_parser.hpp"

namespace stowage::cli {
namespace {

/// --compare, with what says which machines may be chosen.
void compare_options(const Command<CostOptions>& cost) {
    cost.flag("--compare", &CostOptions::compare,
              "buy the same from every provider, with the cheapest machines that carry it, instead");
    cost.choice("--arch", &CostOptions::architecture, "ARCHITECTURE", {"x86_64", "arm64"},
                "with --compare: x86_64 or arm64 machines; any when absent");
    cost.flag("--latest-generation", &CostOptions::latest_generation,
              "with --compare: only the newest machines of each series");
    cost.flag("--shared-cpu", &CostOptions::shared_cpu,
              "with --compare: also vCPUs that neighbours use, without a published baseline");
    cost.flag("--stale", &CostOptions::stale, "with --compare: also prices that are known to be out of date");
    CLI::Option* compare = cost.app->get_option("--compare");
    for (const char* filter : {"--arch", "--latest-generation", "--shared-cpu", "--stale"})
        cost.app->get_option(filter)->needs(compare);
    for (const char* view : {"--by", "--year"}) compare->excludes(cost.app->get_option(view));
}

}  // namespace

void add_plan_commands(CommandParser& parser) {
    constexpr const char* kGroup = "plans";
    const auto check_plan = parser.command<CheckOptions>(
        "check", kGroup, "List what is wrong with a plan; for scripts and pipelines", check);
    check_plan.plan();
    check_plan.choice("--fail-on", &CheckOptions::fail_on, "SEVERITY", {"error", "warning"},
                      "error (default) or warning: the severity that gives exit code 1");
    check_plan.flag("--json", &CheckOptions::json, "print JSON: the findings, or why the text is no plan");
    check_plan.choice("--color", &CheckOptions::colour, "WHEN", {kColourByTerminal, "always", "never"},
                      kColourHelp);
    check_plan.examples(
        "Examples\n"
        "  stowage check plan.yaml\n"
        "  stowage check --fail-on warning --json plan.yaml > findings.json");

    const auto estimate = parser.command<EstimateOptions>(
        "estimate", kGroup, "Show what fits, what is left and what it costs", show_estimate);
    estimate.plan();
    estimate.flag("--json", &EstimateOptions::json, "print JSON, as docs/estimate.schema.json describes it");
    estimate.choice("--color", &EstimateOptions::colour, "WHEN", {kColourByTerminal, "always", "never"},
                    kColourHelp);
    estimate.examples(
        "Examples\n"
        "  stowage estimate template:hybrid-django\n"
        "  stowage estimate --json plan.yaml | jq '.cost'");

    const auto cost = parser.command<CostOptions>(
        "cost", kGroup, "Show the bill of a month: each price with formula, date and source", show_bill);
    cost.plan();
    cost.choice("--by", &CostOptions::by, "VIEW", {"server", "service", "category"},
                "server, service or category: what the bill is for, instead of its positions");
    cost.option("--environment", &CostOptions::environment, "its name in the plan; all when absent")
        ->type_name("NAME");
    cost.flag("--year", &CostOptions::year, "amounts of a year too; with --by instead");
    compare_options(cost);
    cost.flag("--json", &CostOptions::json,
              "print JSON: the bills with all their views, or docs/comparison.schema.json");
    cost.choice("--color", &CostOptions::colour, "WHEN", {kColourByTerminal, "always", "never"}, kColourHelp);
    cost.examples(
        "Examples\n"
        "  stowage cost template:hybrid-django --environment staging\n"
        "  stowage cost plan.yaml --by service --year\n"
        "  stowage cost plan.yaml --compare --arch x86_64 --latest-generation");

    const auto diff = parser.command<DiffOptions>(
        "diff", kGroup, "Tell what changed between two plans: cost, headroom, findings, settings", show_diff);
    diff.option("BEFORE", &DiffOptions::before, kPlanHelp)->required();
    diff.option("AFTER", &DiffOptions::after, kPlanHelp)->required();
    diff.prices();
    diff.flag("--json", &DiffOptions::json, "print JSON, as docs/diff.schema.json describes it");
    diff.examples(
        "Examples\n"
        "  stowage diff old.yaml new.yaml\n"
        "  stowage diff 'https://example.org/stowage/#p=0....' plan.yaml --json");

    const auto fit = parser.command<FitOptions>(
        "fit", kGroup, "Tell how many more of a service fit, and how many machines everything needs",
        show_fit);
    fit.plan();
    fit.option("--service", &FitOptions::service, "its name in the plan")->required();
    fit.option("--environment", &FitOptions::environment,
               "its name in the plan; every environment that has the service when absent");
    fit.flag("--json", &FitOptions::json, "print JSON, as docs/fit.schema.json describes it");
    fit.examples(
        "Examples\n"
        "  stowage fit template:hybrid-django --service wsgi\n"
        "  stowage fit plan.yaml --service web --environment production --json");
}

}  // namespace stowage::cli
