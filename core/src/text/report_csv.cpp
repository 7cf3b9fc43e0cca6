// SPDX-License-Identifier: MIT
#include <string_view>
#include <unordered_map>

#include "report_formats.hpp"
#include "stowage/explanation.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

/// Quoted where RFC 4180 asks for it. A leading sign that spreadsheets take for a formula gets an apostrophe.
std::string cell(const std::string& text, bool free_text) {
    const bool formula =
        free_text && !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string::npos;
    if (!formula && text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string quoted = formula ? "\"'" : "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + '"';
}

constexpr std::string_view kHeader =
    "environment,kind,name,title,count,cpu_cores,memory_bytes,total_cpu_cores,total_memory_bytes,"
    "free_cpu_cores,free_memory_bytes,server,instance,cost_low,cost_high,"
    "reserved_cpu_cores,reserved_memory_bytes,min_free_cpu_cores,min_free_memory_bytes,zone,derived,"
    "price_unit,charges,month_cap,stale_price\r\n";

/// One row under kHeader.
struct Row {
    std::string environment, kind, name, title, count, cpu, memory, total_cpu, total_memory, free_cpu,
        free_memory, server, instance, low, high, reserved_cpu, reserved_memory, min_free_cpu,
        min_free_memory, zone, derived, unit, charges, month_cap, stale;

    void append_to(std::string& text) const {
        text += cell(environment, true) + ',' + kind + ',' + cell(name, true) + ',' + cell(title, true) +
                ',' + count;
        for (const std::string* figure :
             {&cpu, &memory, &total_cpu, &total_memory, &free_cpu, &free_memory}) {
            text += ',' + *figure;
        }
        text += ',' + cell(server, true) + ',' + cell(instance, true) + ',' + low + ',' + high;
        for (const std::string* figure : {&reserved_cpu, &reserved_memory, &min_free_cpu, &min_free_memory}) {
            text += ',' + *figure;
        }
        text += ',' + cell(zone, true) + ',' + derived + ',' + unit + ',' + charges + ',' + month_cap + ',' +
                stale + "\r\n";
    }
};

/// By what they are about: thousands of rows look for theirs.
using CostLines = std::unordered_map<std::string_view, const CostLine*>;

/// No price leaves the cells empty, but for the most that the plan states: that is
/// not the same as 0.00.
void set_cost(Row& row, const CostLine& line) {
    if (line.priced) row.low = format_cents(line.low);
    if (line.priced || !line.high.is_zero()) row.high = format_cents(line.high);
    if (!line.charges.empty()) row.unit = name_of(line.unit);
    row.charges = explain_charges(line);
    if (line.month_cap) row.month_cap = format_cents(*line.month_cap);
    if (line.stale) row.stale = "true";
}

/// Of the line about `where`.
void set_cost(Row& row, const CostLines& lines, const std::string& where) {
    const auto found = lines.find(where);
    if (found == lines.end()) return;
    set_cost(row, *found->second);
}

/// Something that is paid for and on which nothing is placed; `name` in the plan.
void append_cost(std::string& text, const Environment& environment, const CostLine& line, std::string name) {
    Row row;
    row.environment = environment.name;
    row.kind = name_of(line.category);
    row.name = std::move(name);
    row.title = line.item;
    row.count = std::to_string(line.quantity);
    row.instance = line.sku;
    set_cost(row, line);
    row.append_to(text);
}

void append_cost(std::string& text, const Environment& environment, const CostLines& lines,
                 const std::string& where, const std::string& name) {
    const auto found = lines.find(where);
    if (found != lines.end()) append_cost(text, environment, *found->second, name);
}

/// The names of the servers that a service runs on; a name has no spaces.
std::string servers_of(const Environment& environment, const EnvironmentEstimate& estimate,
                       std::size_t service) {
    std::string names;
    for (const std::uint32_t server : servers_running(estimate, static_cast<std::uint32_t>(service))) {
        names += (names.empty() ? "" : " ") + environment.servers[server].name;
    }
    return names;
}

void append_services(std::string& text, const Environment& environment, const EnvironmentEstimate& estimate) {
    for (std::size_t i = 0; i < environment.services.size(); ++i) {
        const Service& service = environment.services[i];
        const ServiceNeeds& needs = estimate.needs[i];
        const Resources total = needs.request * service.replicas;
        Row row;
        row.environment = environment.name;
        row.kind = "service";
        row.name = service.name;
        row.title = label_of(service);
        row.count = std::to_string(service.replicas);
        row.cpu = needs.cpu_shared ? "shared" : format_cpu(needs.request.cpu);
        row.memory = std::to_string(needs.request.memory.to_bytes());
        row.total_cpu = needs.cpu_shared ? "shared" : format_cpu(total.cpu);
        row.total_memory = std::to_string(total.memory.to_bytes());
        row.server = servers_of(environment, estimate, i);
        if (needs.cpu_derived) row.derived = "cpu";
        if (needs.memory_derived) row.derived += row.derived.empty() ? "memory" : " memory";
        row.append_to(text);
    }
}

void append_server(std::string& text, const Environment& environment, const Server& server,
                   const ServerEstimate& figures, const CostLines& lines) {
    const std::string where = pointer_to(environment, "servers", server.name);
    Row row;
    row.environment = environment.name;
    row.kind = "server";
    row.name = server.name;
    row.title = label_of(server);
    row.count = std::to_string(server.count);
    row.cpu = format_cpu(figures.machine.size.cpu);
    row.memory = std::to_string(figures.machine.size.memory.to_bytes());
    row.total_cpu = format_cpu(figures.capacity.cpu);
    row.total_memory = std::to_string(figures.capacity.memory.to_bytes());
    row.free_cpu = format_cpu(figures.free.cpu);
    row.free_memory = std::to_string(figures.free.memory.to_bytes());
    row.instance = server.instance;
    row.reserved_cpu = format_cpu(figures.reserved.cpu);
    row.reserved_memory = std::to_string(figures.reserved.memory.to_bytes());
    row.min_free_cpu = format_cpu(figures.floor.cpu);
    row.min_free_memory = std::to_string(figures.floor.memory.to_bytes());
    row.zone = server.zone;
    set_cost(row, lines, where);
    row.append_to(text);
    append_cost(text, environment, lines, child_pointer(where, "disk"), server.name);
}

void append_environment(std::string& text, const Environment& environment,
                        const EnvironmentEstimate& estimate) {
    CostLines lines;
    for (const CostLine& line : estimate.cost_lines) lines.emplace(line.where, &line);
    append_services(text, environment, estimate);
    for (std::size_t i = 0; i < environment.servers.size(); ++i) {
        append_server(text, environment, environment.servers[i], estimate.servers[i], lines);
    }
    for (const Managed& managed : environment.managed) {
        const std::string where = pointer_to(environment, "managed", managed.name);
        append_cost(text, environment, lines, where, managed.name);
        append_cost(text, environment, lines, child_pointer(where, "storage"), managed.name);
    }
    for (const CostLine& line : estimate.cost_lines) {
        if (line.category > CostCategory::storage)
            append_cost(text, environment, line, pointer_tokens(line.where).back());
    }
}

}  // namespace

std::string csv_report(const Plan& plan, const Estimate& estimate) {
    std::string text(kHeader);
    for (std::size_t i = 0; i < plan.environments.size(); ++i) {
        append_environment(text, plan.environments[i], estimate.environments[i]);
    }
    return text;
}

}  // namespace stowage
