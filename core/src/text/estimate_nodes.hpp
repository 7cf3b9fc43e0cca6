// SPDX-License-Identifier: MIT
//
// The parts of the estimate as JSON, each as docs/estimate.schema.json describes it.
#pragma once

#include <string>
#include <string_view>

#include "stowage/cost_views.hpp"
#include "stowage/estimate.hpp"
#include "stowage/text/node.hpp"

namespace stowage {

template <class List, class Convert>
Node list_of(const List& list, Convert convert) {
    Node node = Node::sequence();
    for (const auto& element : list) node.items.push_back(convert(element));
    return node;
}

[[nodiscard]] inline Node name_node(std::string_view name) { return Node::text(std::string(name)); }

/// The resource as a key: "cpu", "memory", "disk", "pods".
/// A figure that is calculated in doubles, in six digits, which are the same everywhere; null where it is
/// absent or without an end.
[[nodiscard]] Node figure_node(std::optional<double> figure);
/// What is predicted of a service.
[[nodiscard]] Node service_load_node(const ServiceLoad& load);

[[nodiscard]] std::string_view key_of(Resource resource);

/// CPU and memory.
[[nodiscard]] Node resources_node(Resources amounts);
/// And disk and pods, where the machine limits them.
[[nodiscard]] Node resources_node(Resources amounts, const MachineSize& machine);

[[nodiscard]] Node servers_node(const Environment& environment, const EnvironmentEstimate& estimate);
[[nodiscard]] Node services_node(const Environment& environment, const EnvironmentEstimate& estimate);
[[nodiscard]] Node unplaced_node(const Environment& environment, const EnvironmentEstimate& estimate);
[[nodiscard]] Node survival_node(const Environment& environment, const EnvironmentEstimate& estimate);

[[nodiscard]] Node cost_node(const Cost& cost);
[[nodiscard]] Node cost_line_node(const CostLine& line);
[[nodiscard]] Node cost_view_node(const Environment& environment, const EnvironmentEstimate& estimate,
                                  CostView view);
/// The bill with its views, a month and a year.
[[nodiscard]] Node environment_cost_node(const Environment& environment, const EnvironmentEstimate& estimate);

}  // namespace stowage
