// SPDX-License-Identifier: MIT
#include <algorithm>
#include <ostream>
#include <string>

#include "colour.hpp"
#include "commands.hpp"
#include "plan_source.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/estimate_text.hpp"

namespace stowage::cli {
namespace {

constexpr int kBarWidth = 24;

/// "[########......]": what is used of what can be allocated; a full bar with ">" when it is over-committed.
std::string bar(std::int64_t used, std::int64_t allocatable) {
    const bool over = used > allocatable;
    const auto filled = over || allocatable <= 0
                            ? kBarWidth
                            : static_cast<int>(detail::Int128{used} * kBarWidth / allocatable);
    std::string text = "[";
    text.append(static_cast<std::size_t>(filled), '#');
    text.append(static_cast<std::size_t>(kBarWidth - filled), '.');
    return text + (over ? ">" : "]");
}

void print_resource(Resource resource, const ServerEstimate& server, std::ostream& out) {
    const Resources allocatable = server.capacity - server.reserved;
    const auto show = [resource](Resources amounts) {
        return resource == Resource::cpu ? show_cpu(amounts.cpu) : show_bytes(amounts.memory);
    };
    const std::string amount =
        resource == Resource::cpu ? format_cpu(server.used.cpu) : show_bytes(server.used.memory);
    std::string name(name_of(resource));
    name.resize(8, ' ');
    out << "    " << name << bar(amount_of(server.used, resource), amount_of(allocatable, resource)) << ' '
        << amount << " of " << show(allocatable) << ", " << show(server.free) << " free\n";
}

std::string cost_sentence(const Cost& cost) {
    return show_cost(cost.low, cost.high, cost.complete) + " " + std::string(kCurrency) + " a month";
}

void print_environment(const Environment& environment, const EnvironmentEstimate& estimate,
                       const Streams& streams) {
    streams.out << label_of(environment) << '\n';
    for (std::size_t i = 0; i < environment.servers.size(); ++i) {
        const Server& server = environment.servers[i];
        streams.out << "  " << label_of(server);
        if (server.count > 1) streams.out << " x " << server.count;
        if (!server.instance.empty()) streams.out << " (" << server.instance << ')';
        streams.out << '\n';
        for (const Resource resource : kResources) print_resource(resource, estimate.servers[i], streams.out);
    }
    for (const Finding& finding : estimate.findings) {
        streams.out << "  " << coloured(name_of(finding.severity), finding.severity, streams) << ' '
                    << finding.message << '\n';
    }
    streams.out << "  " << cost_sentence(estimate.cost) << "\n\n";
}

}  // namespace

int show_estimate(const EstimateOptions& options, const Streams& streams) {
    const auto plan = load_plan(options.plan, streams);
    if (!plan) return kUsage;
    const Catalogue& catalogue = shipped_catalogue();
    const Estimate figures = estimate(*plan, catalogue);
    if (options.json) {
        streams.out << estimate_json(*plan, figures);
        return kFine;
    }
    for (std::size_t i = 0; i < plan->environments.size(); ++i) {
        print_environment(plan->environments[i], figures.environments[i], streams);
    }
    streams.out << "All environments: " << cost_sentence(figures.cost) << "; list prices of snapshot "
                << catalogue.snapshot() << '\n';
    return kFine;
}

}  // namespace stowage::cli
