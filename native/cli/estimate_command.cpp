// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ostream>
#include <string>

#include "commands.hpp"
#include "plan_heading.hpp"
#include "plan_source.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/explanation.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/stack/stack_settings.hpp"
#include "stowage/survival_text.hpp"
#include "stowage/text/estimate_text.hpp"
#include "stowage/text/fix_cost.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

// With names of the usual length a line then stays within kTextWidth.
constexpr int kBarWidth = 10;

/// "[######....]": what is used of what can be allocated; a full bar with ">" when it is over-committed.
std::string bar(std::int64_t used, std::int64_t allocatable) {
    const bool over = used > allocatable;
    const std::int64_t whole = std::max<std::int64_t>(allocatable, 1);  // of a server without a size
    const auto filled = over ? kBarWidth : static_cast<int>(detail::Int128{used} * kBarWidth / whole);
    std::string text = "[";
    text.append(static_cast<std::size_t>(filled), '#');
    text.append(static_cast<std::size_t>(kBarWidth - filled), '.');
    return text + (over ? ">" : "]");
}

/// "of 8 cores": what services may request.
std::string allocatable_text(Resource resource, const ServerEstimate& figures) {
    const bool unknown = !figures.machine.complete && amount_of(figures.machine.size, resource) == 0;
    return "of " + (unknown ? "unknown" : show_amount(figures.capacity - figures.reserved, resource));
}

std::string cost_text(const Cost& cost) { return show_cost(cost) + " " + std::string(kCurrency); }

/// All that runs on the server lives on what is left of its CPU: nothing is reserved, and yet it is used.
bool is_shared_only(const EnvironmentEstimate& estimate, const ServerEstimate& figures) {
    return figures.used.cpu.is_zero() &&
           std::any_of(figures.shares.begin(), figures.shares.end(), [&estimate](const ServiceShare& share) {
               return estimate.needs[share.service].cpu_shared;
           });
}

void add_server(Table& table, const Server& server, const ServerEstimate& figures, bool shared) {
    std::string name = shortened(label_of(server), kLabelWidth);
    if (server.count > 1) name += " x " + std::to_string(server.count);
    std::string machine = shortened(server.instance, kLabelWidth);
    const Resources allocatable = figures.capacity - figures.reserved;
    for (const Resource resource : kResources) {
        if (!figures.machine.limits(resource)) continue;
        const std::int64_t free = amount_of(figures.free, resource);
        std::string used = show_amount(figures.used, resource);
        if (resource == Resource::cpu) used = shared ? "shared" : format_cpu(figures.used.cpu);
        table.row({{std::move(name)},
                   {std::move(machine), Tone::quiet},
                   {std::string(name_of(resource))},
                   {bar(amount_of(figures.used, resource), amount_of(allocatable, resource))},
                   {std::move(used)},
                   {allocatable_text(resource, figures)},
                   {show_amount(figures.free, resource), free < 0 ? Tone::error : Tone::plain}});
        name.clear();
        machine.clear();
    }
}

void print_servers(const Environment& environment, const EnvironmentEstimate& estimate,
                   const Streams& streams, bool colour) {
    if (environment.servers.empty()) {
        streams.out << "  no servers\n";
        return;
    }
    Table table("llllrlr");
    table.row({{}, {}, {}, {}, {"used", Tone::quiet}, {}, {"free", Tone::quiet}});
    for (std::size_t i = 0; i < environment.servers.size(); ++i) {
        const ServerEstimate& figures = estimate.servers[i];
        add_server(table, environment.servers[i], figures, is_shared_only(estimate, figures));
    }
    table.print(streams.out, colour, kIndent);
}

/// The rule behind each reserve, with its numbers.
void print_reserves(const Environment& environment, const EnvironmentEstimate& estimate,
                    const Streams& streams, bool colour) {
    const auto explained = explain_reserves(environment, estimate);
    if (explained.empty()) return;
    Table table("ll");
    table.wrap_last_column(kTextWidth);
    for (const ExplainedReserve& reserve : explained) {
        table.row({{"reserve of " + shortened(reserve.servers, kLabelWidth), Tone::quiet}, {reserve.text}});
    }
    streams.out << '\n';
    table.print(streams.out, colour, kIndent);
}

/// The CPU and memory that the plan leaves out, with the formulas that give them.
void print_derived(const Environment& environment, const EnvironmentEstimate& estimate,
                   const Streams& streams, bool colour) {
    Table table("llrl");
    table.wrap_last_column(kTextWidth);
    bool any = false;
    for (std::uint32_t i = 0; i < environment.services.size(); ++i) {
        if (!estimate.needs[i].cpu_derived && !estimate.needs[i].memory_derived) continue;
        std::string name = shortened(label_of(environment.services[i]), kLabelWidth);
        for (const StackSetting& setting : stack_settings(environment, estimate, i)) {
            if (!setting.derived || (setting.key != "cpu" && setting.key != "memory")) continue;
            table.row({{std::move(name)},
                       {std::string(setting.label)},
                       {setting.value},
                       {"derived: " + setting.formula, Tone::quiet}});
            name.clear();
            any = true;
        }
    }
    if (!any) return;
    streams.out << '\n';
    table.print(streams.out, colour, kIndent);
}

void print_survival(const Environment& environment, const EnvironmentEstimate& estimate,
                    const Streams& streams) {
    const auto sentences = explain_survival(environment, estimate);
    if (sentences.empty()) return;
    Table table("l");
    table.wrap_last_column(kTextWidth);
    for (const std::string& sentence : sentences) table.row({{sentence}});
    streams.out << '\n';
    table.print(streams.out, false, kIndent);
}

void print_findings(const EnvironmentEstimate& estimate, const FixCosts& costs, const Streams& streams,
                    bool colour) {
    if (estimate.findings.empty()) return;
    Table table("ll");
    table.wrap_last_column(kTextWidth);
    for (const Finding& finding : estimate.findings) {
        table.row({{std::string(name_of(finding.severity)), tone_of(finding.severity)},
                   {finding.message + " (" + std::string(name_of(finding.code)) + ")"}});
        for (const Fix& fix : finding.fixes) table.row({{}, {"fix: " + costs.label_of(fix), Tone::quiet}});
    }
    streams.out << '\n';
    table.print(streams.out, colour, kIndent);
}

void print_cost(const EnvironmentEstimate& estimate, const Streams& streams, bool colour) {
    Table table("llr");
    for (const CostLine& line : estimate.cost_lines) {
        std::string item = shortened(line.item, kLabelWidth);
        const bool part = line.category == CostCategory::disk || line.category == CostCategory::storage;
        if (part) item += ", " + std::string(title_of(line.category));
        std::string rented = line.sku;
        if (line.quantity > 1 && !rented.empty()) rented = std::to_string(line.quantity) + " x " + rented;
        table.row({{std::move(item)}, {std::move(rented), Tone::quiet}, {show_cost(line)}});
    }
    table.row({{"total a month"}, {}, {show_cost(estimate.cost)}});
    streams.out << '\n';
    table.print(streams.out, colour, kIndent);
}

void print_environment(const Environment& environment, const EnvironmentEstimate& estimate,
                       const FixCosts& costs, const Streams& streams, bool colour) {
    streams.out << printable(heading_of(environment)) << "\n\n";
    print_servers(environment, estimate, streams, colour);
    print_reserves(environment, estimate, streams, colour);
    print_derived(environment, estimate, streams, colour);
    print_survival(environment, estimate, streams);
    print_findings(estimate, costs, streams, colour);
    print_cost(estimate, streams, colour);
    streams.out << "\n\n";
}

}  // namespace

int show_estimate(const EstimateOptions& options, const Streams& streams) {
    const auto plan = load_plan(options, streams.in);
    if (!plan) return refuse(plan.error(), streams);
    const Catalogue& catalogue = shipped_catalogue();
    const Estimate figures = estimate(*plan, catalogue);
    if (options.json) {
        streams.out << estimate_json(*plan, figures, catalogue);
        return kFine;
    }
    const bool colour = wants_colour(options.colour, streams);
    const FixCosts costs(*plan, catalogue);
    for (std::size_t i = 0; i < plan->environments.size(); ++i) {
        print_environment(plan->environments[i], figures.environments[i], costs, streams, colour);
    }
    streams.out << "All environments: " << cost_text(figures.cost)
                << " a month\nOn-demand list prices before tax, "
                << printable(explain_snapshots(*plan, figures, catalogue)) << '\n';
    return kFine;
}

}  // namespace stowage::cli
