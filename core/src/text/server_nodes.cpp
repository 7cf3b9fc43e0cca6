// SPDX-License-Identifier: MIT
//
// Servers and services of the estimate as JSON.
#include "estimate_nodes.hpp"
#include "stowage/stack/stack_settings.hpp"

namespace stowage {
namespace {

Node server_node(const Server& server, const ServerEstimate& figures) {
    const MachineSize& machine = figures.machine;
    Node node = Node::map();
    node.add("name", Node::text(server.name));
    node.add("title", Node::text(label_of(server)));
    node.add("count", Node::number(server.count));
    if (!server.instance.empty()) node.add("instance", Node::text(server.instance));
    if (!server.zone.empty()) node.add("zone", Node::text(server.zone));
    node.add("capacity", resources_node(figures.capacity, machine));
    node.add("reserved", resources_node(figures.reserved, machine));
    node.add("used", resources_node(figures.used, machine));
    node.add("free", resources_node(figures.free, machine));
    node.add("min_headroom", resources_node(figures.floor));
    node.add("stranded", resources_node(figures.stranded));
    if (figures.binding) node.add("binding", name_node(key_of(*figures.binding)));
    node.add("instances", list_of(figures.machines, [&machine](const MachineEstimate& one) {
                 Node entry = Node::map();
                 entry.add("used", resources_node(one.used, machine));
                 entry.add("free", resources_node(one.free, machine));
                 return entry;
             }));
    return node;
}

/// CPU and memory, and disk where the service states it.
Node request_node(Resources request, const Service& service) {
    Node node = resources_node(request);
    if (service.disk) node.add("disk_bytes", Node::number(request.disk.to_bytes()));
    return node;
}

Node setting_node(const StackSetting& setting) {
    Node node = Node::map();
    if (!setting.key.empty()) node.add("key", name_node(setting.key));
    node.add("label", name_node(setting.label));
    node.add("value", Node::text(setting.value));
    node.add("derived", Node::boolean(setting.derived));
    if (!setting.formula.empty()) node.add("formula", Node::text(setting.formula));
    if (!setting.source.empty()) node.add("source", name_node(setting.source));
    return node;
}

Node placed_service_node(const Environment& environment, const EnvironmentEstimate& estimate,
                         std::uint32_t index) {
    const Service& service = environment.services[index];
    const ServiceNeeds& needs = estimate.needs[index];
    Node node = Node::map();
    node.add("name", Node::text(service.name));
    node.add("title", Node::text(label_of(service)));
    node.add("kind", name_node(name_of(service.kind)));
    node.add("replicas", Node::number(service.replicas));
    node.add("request", request_node(needs.request, service));
    node.add("total", request_node(needs.request * service.replicas, service));
    node.add("peak_memory_bytes", Node::number(needs.peak_memory.to_bytes()));
    if (needs.cpu_shared) node.add("cpu_shared", Node::boolean(true));
    if (needs.cpu_derived) node.add("cpu_derived", Node::boolean(true));
    if (needs.memory_derived) node.add("memory_derived", Node::boolean(true));
    if (service.kind != ServiceKind::other)
        node.add("settings", list_of(stack_settings(environment, estimate, index), setting_node));
    if (!estimate.loads.empty()) node.add("load", service_load_node(estimate.loads[index]));
    return node;
}

}  // namespace

std::string_view key_of(Resource resource) {
    switch (resource) {
        case Resource::cpu: return "cpu";
        case Resource::memory: return "memory";
        case Resource::disk: return "disk";
        case Resource::pods: return "pods";
    }
    return "cpu";
}

Node resources_node(Resources amounts) {
    Node node = Node::map();
    node.add("cpu_millis", Node::number(amounts.cpu.to_millis()));
    node.add("memory_bytes", Node::number(amounts.memory.to_bytes()));
    return node;
}

Node resources_node(Resources amounts, const MachineSize& machine) {
    Node node = resources_node(amounts);
    if (machine.limits(Resource::disk)) node.add("disk_bytes", Node::number(amounts.disk.to_bytes()));
    if (machine.limits(Resource::pods)) node.add("pods", Node::number(amounts.pods));
    return node;
}

Node servers_node(const Environment& environment, const EnvironmentEstimate& estimate) {
    Node list = Node::sequence();
    for (std::size_t i = 0; i < environment.servers.size(); ++i) {
        list.items.push_back(server_node(environment.servers[i], estimate.servers[i]));
    }
    return list;
}

Node services_node(const Environment& environment, const EnvironmentEstimate& estimate) {
    Node list = Node::sequence();
    for (std::uint32_t i = 0; i < environment.services.size(); ++i) {
        list.items.push_back(placed_service_node(environment, estimate, i));
    }
    return list;
}

}  // namespace stowage
