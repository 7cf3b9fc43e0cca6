// SPDX-License-Identifier: MIT
#include <algorithm>

#include "report_formats.hpp"
#include "report_sections.hpp"
#include "stowage/explanation.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/stack/stack_settings.hpp"

namespace stowage {
namespace {

/// The servers that run a service: "app", "a, b", "-" when it is not placed.
std::string servers_of(const Environment& environment, const EnvironmentEstimate& estimate,
                       std::uint32_t service) {
    std::string names;
    for (const std::uint32_t server : servers_running(estimate, service)) {
        names += (names.empty() ? "" : ", ") + escaped(label_of(environment.servers[server]));
    }
    return names.empty() ? "-" : names;
}

/// Behind a figure that the plan does not state; write_derived() says where it comes from.
std::string mark_if(bool derived) { return derived ? " \\*" : ""; }

/// The formulas and sources of the marked figures.
void write_derived(const Environment& environment, const EnvironmentEstimate& estimate, MarkdownWriter& out) {
    bool any = false;
    for (std::uint32_t i = 0; i < environment.services.size(); ++i) {
        if (!estimate.needs[i].cpu_derived && !estimate.needs[i].memory_derived) continue;
        for (const StackSetting& setting : stack_settings(environment, estimate, i)) {
            if (!setting.derived || (setting.key != "cpu" && setting.key != "memory")) continue;
            out.line("- \\* " + escaped(label_of(environment.services[i])) + ", " + escaped(setting.label) +
                     " " + setting.value + ": " + escaped(setting.formula) + " (" + escaped(setting.source) +
                     ")");
            any = true;
        }
    }
    if (any) out.line();
}

/// For each service that does not fit: what each server lacks.
void write_unplaced(const Environment& environment, const EnvironmentEstimate& estimate,
                    MarkdownWriter& out) {
    const auto& unplaced = estimate.placement.unplaced;
    if (unplaced.empty()) return;
    out.header({"Not placed", "Replicas", "Server", "Why not there"}, "lrll");
    for (const Unplaced& one : unplaced) {
        std::string name = escaped(label_of(environment.services[one.service]));
        std::string replicas = std::to_string(one.replicas);
        if (one.refusals.empty()) out.row({std::move(name), std::move(replicas), "-", "there is no server"});
        for (const Refusal& refusal : one.refusals) {
            out.row({std::move(name), std::move(replicas),
                     escaped(label_of(environment.servers[refusal.server])), explain_refusal(refusal)});
            name.clear();
            replicas.clear();
        }
    }
    out.line();
}

}  // namespace

void write_services(const Environment& environment, const EnvironmentEstimate& estimate,
                    MarkdownWriter& out) {
    const auto& services = environment.services;
    if (services.empty()) return;
    const bool notes = std::any_of(services.begin(), services.end(),
                                   [](const Service& service) { return !service.note.empty(); });
    const bool all_shared = std::all_of(estimate.needs.begin(), estimate.needs.end(),
                                        [](const ServiceNeeds& needs) { return needs.cpu_shared; });
    std::vector<std::string> head{"Component", "CPU", "Memory", "Count", "Total CPU", "Total memory", "On"};
    if (notes) head.push_back("Notes");
    out.header(head, notes ? "lrrrrrll" : "lrrrrrl");
    Resources total;
    for (std::size_t i = 0; i < services.size(); ++i) {
        const Service& service = services[i];
        const ServiceNeeds& needs = estimate.needs[i];
        const Resources all = needs.request * service.replicas;
        total += all;
        std::vector<std::string> cells{
            escaped(label_of(service)),
            needs.cpu_shared ? "shared" : format_cpu(needs.request.cpu) + mark_if(needs.cpu_derived),
            show_bytes(needs.request.memory) + mark_if(needs.memory_derived),
            std::to_string(service.replicas),
            needs.cpu_shared ? "shared" : format_cpu(all.cpu),
            show_bytes(all.memory),
            servers_of(environment, estimate, static_cast<std::uint32_t>(i))};
        if (notes) cells.push_back(escaped(service.note));
        out.row(cells);
    }
    std::vector<std::string> sum{"**Total**",
                                 "",
                                 "",
                                 "",
                                 "**" + (all_shared ? "shared" : format_cpu(total.cpu)) + "**",
                                 "**" + show_bytes(total.memory) + "**",
                                 ""};
    if (notes) sum.emplace_back();
    out.row(sum);
    out.line();
    write_derived(environment, estimate, out);
    write_unplaced(environment, estimate, out);
}

}  // namespace stowage
