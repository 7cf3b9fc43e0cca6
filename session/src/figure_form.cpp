// SPDX-License-Identifier: MIT
#include "stowage/session/figure_form.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "stowage/json_pointer.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/node.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage {
namespace {

/// A setting of a row: its key below the element, and its text.
using Setting = std::pair<std::string_view, std::string>;

struct Row {
    std::string pointer;
    std::string title;
    std::vector<Setting> settings;
};

Node field_node(const Session& session, const std::string& pointer, std::string text) {
    const Rejected* rejected = session.rejected(pointer);
    Node node = Node::map();
    node.add("path", Node::text(pointer));
    node.add("text", Node::text(rejected == nullptr ? std::move(text) : rejected->text));
    if (rejected == nullptr) return node;
    node.add("refusal", Node::text(rejected->error.message));
    node.add("accepted", Node::text(rejected->error.accepted));
    return node;
}

void add_table(Node& tables, const Session& session, std::string_view title,
               const std::vector<std::string_view>& columns, const std::vector<Row>& rows) {
    if (rows.empty()) return;
    Node table = Node::map();
    table.add("title", Node::text(std::string(title)));
    Node& heads = table.add("columns", Node::sequence());
    for (const std::string_view column : columns) heads.items.push_back(Node::text(std::string(column)));
    Node& list = table.add("rows", Node::sequence());
    for (const Row& row : rows) {
        Node node = Node::map();
        node.add("title", Node::text(row.title));
        Node& fields = node.add("fields", Node::sequence());
        for (const auto& [key, text] : row.settings)
            fields.items.push_back(field_node(session, row.pointer + "/" + std::string(key), text));
        list.items.push_back(std::move(node));
    }
    tables.items.push_back(std::move(table));
}

std::string cpu_text(const Service& service) {
    if (!service.cpu) return {};
    return service.cpu->shared ? "shared" : edit_cpu(service.cpu->amount);
}

void add_servers(Node& tables, const Session& session, const Environment& environment) {
    std::vector<Row> rows;
    for (const Server& server : environment.servers) {
        rows.push_back({pointer_to(environment, "servers", server.name),
                        label_of(server),
                        {{"count", std::to_string(server.count)}}});
    }
    add_table(tables, session, "Servers", {"Machines"}, rows);
}

void add_services(Node& tables, const Session& session, const Environment& environment) {
    const auto has_arrivals = [](const Service& service) { return service.load.arrivals.has_value(); };
    const bool loaded = std::any_of(environment.services.begin(), environment.services.end(), has_arrivals);
    std::vector<std::string_view> columns{"Replicas", "CPU each", "Memory each"};
    if (loaded) columns.emplace_back("Arrivals");
    std::vector<Row> rows;
    for (const Service& service : environment.services) {
        Row row{pointer_to(environment, "services", service.name), label_of(service), {}};
        row.settings.emplace_back("replicas", std::to_string(service.replicas));
        row.settings.emplace_back("cpu", cpu_text(service));
        row.settings.emplace_back("memory", service.memory ? edit_bytes(*service.memory) : std::string());
        if (loaded) row.settings.emplace_back("load/arrivals", field_text(service.load, "arrivals"));
        rows.push_back(std::move(row));
    }
    add_table(tables, session, "Services", columns, rows);
}

}  // namespace

std::string figure_form_json(const Session& session) {
    Node node = Node::map();
    node.add("undo", Node::text(std::string(session.undo_label())));
    node.add("redo", Node::text(std::string(session.redo_label())));
    Node& environments = node.add("environments", Node::sequence());
    for (const Environment& environment : session.plan().environments) {
        Node entry = Node::map();
        entry.add("name", Node::text(environment.name));
        entry.add("title", Node::text(label_of(environment)));
        environments.items.push_back(std::move(entry));
    }
    return write_compact_json(node);
}

std::string figure_tables_json(const Session& session, std::string_view environment) {
    Node node = Node::map();
    Node& tables = node.add("tables", Node::sequence());
    if (const Environment* known = find_named(session.plan().environments, environment)) {
        add_servers(tables, session, *known);
        add_services(tables, session, *known);
    }
    return write_compact_json(node);
}

}  // namespace stowage
