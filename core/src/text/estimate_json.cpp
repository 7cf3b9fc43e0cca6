// SPDX-License-Identifier: MIT
#include "stowage/json_pointer.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/estimate_text.hpp"

namespace stowage {
namespace {

Node integer(std::int64_t value) { return Node::number(std::to_string(value)); }

Node resources(Resources amounts) {
    Node node = Node::map();
    node.add("cpu_millis", integer(amounts.cpu.to_millis()));
    node.add("memory_bytes", integer(amounts.memory.to_bytes()));
    return node;
}

template <class List, class Convert>
Node list_of(const List& list, Convert convert) {
    Node node = Node::sequence();
    for (const auto& element : list) node.items.push_back(convert(element));
    return node;
}

Node money(Money amount) { return Node::text(show_money(amount)); }

Node cost_node(const Cost& cost) {
    Node node = Node::map();
    node.add("currency", Node::text(std::string(kCurrency)));
    node.add("low", money(cost.low));
    node.add("high", money(cost.high));
    node.add("complete", Node::boolean(cost.complete));
    return node;
}

Node line_node(const CostLine& line) {
    Node node = Node::map();
    node.add("category", Node::text(std::string(name_of(line.category))));
    node.add("item", Node::text(line.item));
    node.add("where", Node::text(line.where));
    if (!line.sku.empty()) node.add("sku", Node::text(line.sku));
    node.add("priced", Node::boolean(line.priced));
    node.add("quantity", integer(line.quantity));
    if (line.unit_price) node.add("hourly_price", Node::text(format_hourly_price(*line.unit_price)));
    if (!line.hours.is_zero()) node.add("hours", Node::text(format_month_hours(line.hours)));
    node.add("low", money(line.low));
    node.add("high", money(line.high));
    if (!line.date.empty()) node.add("price_date", Node::text(line.date));
    if (!line.source.empty()) node.add("source", Node::text(line.source));
    return node;
}

Node finding_node(const Finding& finding) {
    Node node = Node::map();
    node.add("severity", Node::text(std::string(name_of(finding.severity))));
    node.add("code", Node::text(std::string(name_of(finding.code))));
    node.add("where", Node::text(finding.where));
    node.add("message", Node::text(finding.message));
    return node;
}

/// One environment of the plan with its estimate.
class EnvironmentWriter {
  public:
    EnvironmentWriter(const Environment& environment, const EnvironmentEstimate& estimate)
        : environment_(environment), estimate_(estimate) {}

    Node write() const {
        Node node = Node::map();
        node.add("name", Node::text(environment_.name));
        node.add("title", Node::text(label_of(environment_)));
        node.add("servers", servers());
        node.add("services", services());
        node.add("placements",
                 list_of(estimate_.placement.placed, [this](const Placed& p) { return placed(p); }));
        node.add("unplaced",
                 list_of(estimate_.placement.unplaced, [this](const Unplaced& u) { return unplaced(u); }));
        node.add("totals", totals());
        if (estimate_.tightest) node.add("tightest", tightest(*estimate_.tightest));
        Node cost = cost_node(estimate_.cost);
        cost.add("lines", list_of(estimate_.cost_lines, line_node));
        node.add("cost", std::move(cost));
        node.add("findings", list_of(estimate_.findings, finding_node));
        return node;
    }

  private:
    [[nodiscard]] Node server_name(std::uint32_t index) const {
        return Node::text(environment_.servers[index].name);
    }

    [[nodiscard]] Node servers() const {
        Node list = Node::sequence();
        for (std::size_t i = 0; i < environment_.servers.size(); ++i) {
            const Server& server = environment_.servers[i];
            const ServerEstimate& figures = estimate_.servers[i];
            Node node = Node::map();
            node.add("name", Node::text(server.name));
            node.add("title", Node::text(label_of(server)));
            node.add("count", integer(server.count));
            if (!server.instance.empty()) node.add("instance", Node::text(server.instance));
            node.add("capacity", resources(figures.capacity));
            node.add("reserved", resources(figures.reserved));
            node.add("used", resources(figures.used));
            node.add("free", resources(figures.free));
            node.add("min_headroom", resources(figures.floor));
            node.add("instances", list_of(figures.machines, [](const MachineEstimate& machine) {
                         Node entry = Node::map();
                         entry.add("used", resources(machine.used));
                         entry.add("free", resources(machine.free));
                         return entry;
                     }));
            list.items.push_back(std::move(node));
        }
        return list;
    }

    [[nodiscard]] Node services() const {
        Node list = Node::sequence();
        for (std::size_t i = 0; i < environment_.services.size(); ++i) {
            const Service& service = environment_.services[i];
            const ServiceNeeds& needs = estimate_.needs[i];
            Node node = Node::map();
            node.add("name", Node::text(service.name));
            node.add("title", Node::text(label_of(service)));
            node.add("kind", Node::text(std::string(name_of(service.kind))));
            node.add("replicas", integer(service.replicas));
            node.add("request", resources(needs.request));
            node.add("total", resources(needs.request * service.replicas));
            if (needs.cpu_shared) node.add("cpu_shared", Node::boolean(true));
            if (needs.cpu_derived) node.add("cpu_derived", Node::boolean(true));
            if (needs.memory_derived) node.add("memory_derived", Node::boolean(true));
            list.items.push_back(std::move(node));
        }
        return list;
    }

    [[nodiscard]] Node placed(const Placed& placed) const {
        const Service& service = environment_.services[placed.service];
        Node node = Node::map();
        node.add("service", Node::text(service.name));
        node.add("replica", integer(placed.replica));
        node.add("server", server_name(placed.server));
        node.add("machine", integer(placed.machine));
        if (estimate_.needs[placed.service].cpu_shared) node.add("cpu_shared", Node::boolean(true));
        return node;
    }

    [[nodiscard]] Node unplaced(const Unplaced& unplaced) const {
        Node node = Node::map();
        node.add("service", Node::text(environment_.services[unplaced.service].name));
        node.add("replicas", integer(unplaced.replicas));
        node.add("reasons", list_of(unplaced.refusals, [this](const Refusal& refusal) {
                     Node entry = Node::map();
                     entry.add("server", server_name(refusal.server));
                     entry.add("missing", resources(refusal.missing));
                     if (refusal.spread_rule) entry.add("spread", Node::boolean(true));
                     return entry;
                 }));
        return node;
    }

    [[nodiscard]] Node totals() const {
        Node node = Node::map();
        node.add("capacity", resources(estimate_.capacity));
        node.add("used", resources(estimate_.used));
        node.add("free", resources(estimate_.free));
        return node;
    }

    [[nodiscard]] Node tightest(const Tightest& tightest) const {
        Node node = Node::map();
        node.add("server", server_name(tightest.server));
        node.add("machine", integer(tightest.machine));
        node.add("resource", Node::text(tightest.resource == Resource::cpu ? "cpu" : "memory"));
        return node;
    }

    const Environment& environment_;
    const EnvironmentEstimate& estimate_;
};

}  // namespace

Node estimate_node(const Plan& plan, const Estimate& estimate) {
    Node environments = Node::sequence();
    for (std::size_t i = 0; i < plan.environments.size(); ++i) {
        environments.items.push_back(
            EnvironmentWriter(plan.environments[i], estimate.environments[i]).write());
    }
    Node node = Node::map();
    node.add("environments", std::move(environments));
    node.add("cost", cost_node(estimate.cost));
    return node;
}

std::string estimate_json(const Plan& plan, const Estimate& estimate) {
    return write_json(estimate_node(plan, estimate));
}

}  // namespace stowage
