// SPDX-License-Identifier: MIT
//
// What finds no place, as JSON: now, and when something is lost or rolls out.
#include "estimate_nodes.hpp"

namespace stowage {
namespace {

class SurvivalWriter {
  public:
    explicit SurvivalWriter(const Environment& environment) : environment_(environment) {}

    [[nodiscard]] Node survival(const Survival& survival) const {
        Node node = Node::map();
        node.add("cases", Node::number(survival.cases));
        node.add("survived", Node::number(survival.survived));
        node.add("losses", list_of(survival.losses, [this](const Loss& lost) { return loss(lost); }));
        return node;
    }

    [[nodiscard]] Node surge(const SurgeShortage& shortage) const {
        Node node = Node::map();
        node.add("service", service_name(shortage.service));
        node.add("surge", Node::number(shortage.surge));
        node.add("placed", Node::number(shortage.placed));
        return node;
    }

  private:
    [[nodiscard]] Node service_name(std::uint32_t service) const {
        return Node::text(environment_.services[service].name);
    }

    [[nodiscard]] Node loss(const Loss& lost) const {
        Node node = Node::map();
        if (!lost.zone.empty()) {
            node.add("zone", Node::text(lost.zone));
        } else {
            node.add("server", Node::text(environment_.servers[lost.server].name));
            node.add("machine", Node::number(lost.machine));
        }
        node.add("unplaced", list_of(lost.unplaced, [this](const Displaced& displaced) {
                     Node entry = Node::map();
                     entry.add("service", service_name(displaced.service));
                     entry.add("replicas", Node::number(displaced.replicas));
                     return entry;
                 }));
        return node;
    }

    const Environment& environment_;
};

}  // namespace

Node unplaced_node(const Environment& environment, const EnvironmentEstimate& estimate) {
    const auto refusal = [&](const Refusal& refused) {
        Node node = Node::map();
        node.add("server", Node::text(environment.servers[refused.server].name));
        node.add("missing", resources_node(refused.missing, estimate.servers[refused.server].machine));
        if (refused.spread_rule) node.add("spread", Node::boolean(true));
        return node;
    };
    return list_of(estimate.placement.unplaced, [&](const Unplaced& unplaced) {
        Node node = Node::map();
        node.add("service", Node::text(environment.services[unplaced.service].name));
        node.add("replicas", Node::number(unplaced.replicas));
        node.add("reasons", list_of(unplaced.refusals, refusal));
        return node;
    });
}

Node survival_node(const Environment& environment, const EnvironmentEstimate& estimate) {
    const SurvivalWriter writer(environment);
    Node node = Node::map();
    node.add("server_loss", writer.survival(estimate.server_loss));
    node.add("zone_loss", writer.survival(estimate.zone_loss));
    node.add("surges",
             list_of(estimate.surges, [&](const SurgeShortage& shortage) { return writer.surge(shortage); }));
    return node;
}

}  // namespace stowage
