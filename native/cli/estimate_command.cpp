// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ostream>
#include <string>

#include "commands.hpp"
#include "plan_source.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/estimate_text.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

constexpr int kBarWidth = 20;
constexpr std::size_t kIndent = 2;

/// "[########......]": what is used of what can be allocated; a full bar with ">" when it is over-committed.
std::string bar(std::int64_t used, std::int64_t allocatable) {
    const bool over = used > allocatable;
    const bool full = over || allocatable <= 0;
    const auto filled = full ? kBarWidth : static_cast<int>(detail::Int128{used} * kBarWidth / allocatable);
    std::string text = "[";
    text.append(static_cast<std::size_t>(filled), '#');
    text.append(static_cast<std::size_t>(kBarWidth - filled), '.');
    return text + (over ? ">" : "]");
}

std::string show(Resource resource, Resources amounts) {
    return resource == Resource::cpu ? show_cpu(amounts.cpu) : show_bytes(amounts.memory);
}

std::string cost_text(const Cost& cost) {
    return show_cost(cost.low, cost.high, cost.complete) + " " + std::string(kCurrency);
}

/// "Staging (staging)": what it is called and what the plan names it, where the two differ.
template <class T>
std::string heading_of(const T& element) {
    return element.title.empty() || element.title == element.name ? element.name
                                                                  : element.title + " (" + element.name + ")";
}

void add_server(Table& table, const Server& server, const ServerEstimate& figures) {
    std::string name = label_of(server);
    if (server.count > 1) name += " x " + std::to_string(server.count);
    std::string machine = server.instance;
    const Resources allocatable = figures.capacity - figures.reserved;
    for (const Resource resource : kResources) {
        const std::int64_t free = amount_of(figures.free, resource);
        table.row(
            {{std::move(name)},
             {std::move(machine), Tone::quiet},
             {std::string(name_of(resource))},
             {bar(amount_of(figures.used, resource), amount_of(allocatable, resource))},
             {resource == Resource::cpu ? format_cpu(figures.used.cpu) : show_bytes(figures.used.memory)},
             {"of " + show(resource, allocatable)},
             {show(resource, figures.free) + " free", free < 0 ? Tone::error : Tone::plain}});
        name.clear();
        machine.clear();
    }
}

void print_servers(const Environment& environment, const EnvironmentEstimate& estimate,
                   const Streams& streams, bool colour) {
    Table table("llllrlr");
    for (std::size_t i = 0; i < environment.servers.size(); ++i) {
        add_server(table, environment.servers[i], estimate.servers[i]);
    }
    if (environment.servers.empty()) streams.out << "  no servers\n";
    table.print(streams.out, colour, kIndent);
}

void print_findings(const EnvironmentEstimate& estimate, const Streams& streams, bool colour) {
    if (estimate.findings.empty()) return;
    Table table("ll");
    for (const Finding& finding : estimate.findings) {
        table.row({{std::string(name_of(finding.severity)), tone_of(finding.severity)}, {finding.message}});
    }
    streams.out << '\n';
    table.print(streams.out, colour, kIndent);
}

void print_cost(const EnvironmentEstimate& estimate, const Streams& streams, bool colour) {
    Table table("llr");
    for (const CostLine& line : estimate.cost_lines) {
        std::string item = line.item;
        if (line.category == CostCategory::disk) item += ", disk";
        std::string rented = line.sku;
        if (line.quantity > 1 && !rented.empty()) rented = std::to_string(line.quantity) + " x " + rented;
        table.row({{std::move(item)},
                   {std::move(rented), Tone::quiet},
                   {line.priced ? show_cost(line.low, line.high, true) : "no price"}});
    }
    table.row(
        {{"total a month"}, {}, {show_cost(estimate.cost.low, estimate.cost.high, estimate.cost.complete)}});
    streams.out << '\n';
    table.print(streams.out, colour, kIndent);
}

void print_environment(const Environment& environment, const EnvironmentEstimate& estimate,
                       const Streams& streams, bool colour) {
    streams.out << printable(heading_of(environment)) << "\n\n";
    print_servers(environment, estimate, streams, colour);
    print_findings(estimate, streams, colour);
    print_cost(estimate, streams, colour);
    streams.out << "\n\n";
}

}  // namespace

int show_estimate(const EstimateOptions& options, const Streams& streams) {
    const auto plan = load_plan(options.plan, streams.in);
    if (!plan) return refuse(plan.error(), streams);
    const Catalogue& catalogue = shipped_catalogue();
    const Estimate figures = estimate(*plan, catalogue);
    if (options.json) {
        streams.out << estimate_json(*plan, figures);
        return kFine;
    }
    const bool colour = wants_colour(options.colour, streams);
    for (std::size_t i = 0; i < plan->environments.size(); ++i) {
        print_environment(plan->environments[i], figures.environments[i], streams, colour);
    }
    streams.out << "All environments: " << cost_text(figures.cost)
                << " a month. On-demand list prices before tax, snapshot " << catalogue.snapshot() << '\n';
    return kFine;
}

}  // namespace stowage::cli
