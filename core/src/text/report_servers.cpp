// SPDX-License-Identifier: MIT
#include "report_sections.hpp"
#include "stowage/explanation.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

/// "2 x ", or nothing for one.
std::string times(std::int64_t count) { return count > 1 ? std::to_string(count) + " x " : std::string(); }

/// A list item about `element`, with its note as a second sentence.
template <class T>
std::string item_about(const T& element, const std::string& text) {
    return "- **" + escaped(label_of(element)) + ":** " + text +
           (element.note.empty() ? "" : ". " + escaped(element.note));
}

/// "8 cores, 16 GiB", "8 cores, memory unknown".
std::string size_text(const MachineSize& machine) {
    const bool no_cpu = !machine.complete && machine.size.cpu.is_zero();
    const bool no_memory = !machine.complete && machine.size.memory.is_zero();
    if (no_cpu && no_memory) return "size unknown";
    return (no_cpu ? "CPU unknown" : show_cpu(machine.size.cpu)) + ", " +
           (no_memory ? "memory unknown" : show_bytes(machine.size.memory));
}

/// "2 x 8 cores, 16 GiB, c6i.2xlarge; the system keeps 0.25 cores and 512 MiB"
std::string server_text(const Server& server, const ServerEstimate& figures) {
    const Resources reserved = figures.machine.reserved;
    std::string text = times(server.count) + size_text(figures.machine);
    if (!server.instance.empty()) text += ", " + escaped(server.instance);
    if (reserved == Resources{}) return text;
    return text + "; the system keeps " + show_cpu(reserved.cpu) + " and " + show_bytes(reserved.memory);
}

/// "add-on for PostgreSQL, db.t3.medium"
std::string managed_text(const Environment& environment, const Managed& managed) {
    std::string text = "add-on";
    const Service* service = find_named(environment.services, managed.for_service);
    if (service != nullptr) text += " for " + escaped(label_of(*service));
    if (!managed.instance.empty()) text += ", " + times(managed.count) + escaped(managed.instance);
    return text;
}

std::string free_text(const ServerEstimate& figures) {
    return show_cpu(figures.free.cpu) + " and " + show_bytes(figures.free.memory);
}

/// The rule behind each reserve, with its numbers.
void write_reserves(const Environment& environment, const EnvironmentEstimate& estimate,
                    MarkdownWriter& out) {
    const auto explained = explain_reserves(environment, estimate);
    for (const ExplainedReserve& reserve : explained) {
        out.line("- **Reserve of " + escaped(reserve.servers) + ":** " + escaped(reserve.text));
    }
    if (!explained.empty()) out.line();
}

/// The amount as shown; "-" where there is none.
std::string amount_or_dash(Resources amounts, Resource resource) {
    return amount_of(amounts, resource) == 0 ? "-" : show_amount(amounts, resource);
}

void write_server(const Server& server, const ServerEstimate& figures, MarkdownWriter& out) {
    std::string name = times(server.count) + escaped(label_of(server));
    for (const Resource resource : kResources) {
        if (!figures.machine.limits(resource)) continue;
        const bool unknown = !figures.machine.complete && amount_of(figures.machine.size, resource) == 0;
        out.row({std::move(name),
                 std::string(name_of(resource)) + (figures.binding == resource ? ", runs out first" : ""),
                 unknown ? "unknown" : show_amount(figures.capacity, resource),
                 amount_or_dash(figures.reserved, resource), amount_or_dash(figures.used, resource),
                 show_amount(figures.free, resource), amount_or_dash(figures.floor, resource),
                 amount_or_dash(figures.stranded, resource)});
        name.clear();
    }
}
}  // namespace

void write_items(const Environment& environment, const EnvironmentEstimate& estimate, MarkdownWriter& out) {
    if (environment.servers.empty() && environment.managed.empty()) return;
    for (std::size_t i = 0; i < environment.servers.size(); ++i) {
        const Server& server = environment.servers[i];
        out.line(item_about(server, server_text(server, estimate.servers[i])));
    }
    for (const Managed& managed : environment.managed) {
        out.line(item_about(managed, managed_text(environment, managed)));
    }
    out.line();
    write_reserves(environment, estimate, out);
}

void write_headroom(const Environment& environment, const EnvironmentEstimate& estimate,
                    MarkdownWriter& out) {
    if (environment.servers.empty()) return;
    out.header({"Server", "Resource", "Size", "Reserve", "Requested", "Free", "Must stay free", "Stranded"},
               "llrrrrrr");
    for (std::size_t i = 0; i < environment.servers.size(); ++i) {
        write_server(environment.servers[i], estimate.servers[i], out);
    }
    out.line();
    std::string text = "**Headroom:** ";
    for (std::size_t i = 0; i < environment.servers.size(); ++i) {
        if (i > 0) text += "; ";
        text += escaped(label_of(environment.servers[i])) + " " + free_text(estimate.servers[i]);
    }
    out.paragraph(text);
}

}  // namespace stowage
