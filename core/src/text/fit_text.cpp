// SPDX-License-Identifier: MIT
#include "stowage/text/fit_text.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "estimate_nodes.hpp"
#include "names_in_plan.hpp"

namespace stowage {
namespace {

/// Of all environments, each once.
std::vector<std::string_view> service_names(const Plan& plan) {
    std::vector<std::string_view> names;
    std::unordered_set<std::string_view> known;
    for (const Environment& environment : plan.environments) {
        for (const Service& service : environment.services) {
            if (known.insert(service.name).second) names.emplace_back(service.name);
        }
    }
    return names;
}

FitAnswer answer_of(const Environment& environment, const EnvironmentEstimate& estimate, FitAnswer answer) {
    answer.room = room_for(environment, estimate, answer.service);
    answer.machines.resize(environment.servers.size());
    if (environment.servers.size() > kMostServersTried) return answer;
    for (std::uint32_t server = 0; server < answer.machines.size(); ++server) {
        answer.machines[server] = {true, machines_needed(environment, estimate, server)};
    }
    return answer;
}

const PoolRoom* room_on(const ServiceRoom& room, std::uint32_t server) {
    for (const PoolRoom& pool : room.pools) {
        if (pool.server == server) return &pool;
    }
    return nullptr;
}

Node server_node(const Server& server, const PoolRoom* room, const MachinesNeeded& machines) {
    Node node = Node::map();
    node.add("name", Node::text(server.name));
    if (room != nullptr) {
        node.add("room", Node::number(room->replicas));
        if (room->binding) node.add("binding", name_node(key_of(*room->binding)));
    }
    node.add("count", Node::number(server.count));
    if (machines.tried) node.add("machines_needed", machines.count ? Node::number(*machines.count) : Node{});
    return node;
}

Node answer_node(const Environment& environment, const FitAnswer& answer) {
    const Service& service = environment.services[answer.service];
    Node servers = Node::sequence();
    for (std::uint32_t i = 0; i < environment.servers.size(); ++i) {
        servers.items.push_back(
            server_node(environment.servers[i], room_on(answer.room, i), answer.machines[i]));
    }
    Node node = Node::map();
    node.add("name", Node::text(environment.name));
    node.add("service", Node::text(service.name));
    node.add("replicas", Node::number(service.replicas));
    node.add("room", Node::number(answer.room.replicas));
    node.add("servers", std::move(servers));
    return node;
}

}  // namespace

Result<std::vector<FitAnswer>> answer(const FitQuestion& question, const Plan& plan,
                                      const Estimate& estimate) {
    if (!question.environment.empty() && find_named(plan.environments, question.environment) == nullptr) {
        return no_such("environment", question.environment, names_of(plan.environments));
    }
    std::vector<FitAnswer> answers;
    for (std::uint32_t i = 0; i < plan.environments.size(); ++i) {
        const Environment& environment = plan.environments[i];
        if (!question.environment.empty() && environment.name != question.environment) continue;
        const Service* service = find_named(environment.services, question.service);
        if (service == nullptr) {
            if (!question.environment.empty()) {
                return no_such("service of " + environment.name, question.service,
                               names_of(environment.services));
            }
            continue;
        }
        const auto index = static_cast<std::uint32_t>(service - environment.services.data());
        answers.push_back(answer_of(environment, estimate.environments[i], {i, index, {}, {}}));
    }
    if (answers.empty()) return no_such("service", question.service, service_names(plan));
    return answers;
}

Node fit_node(const Plan& plan, const std::vector<FitAnswer>& answers) {
    Node node = Node::map();
    node.add("environments", list_of(answers, [&plan](const FitAnswer& answer) {
                 return answer_node(plan.environments[answer.environment], answer);
             }));
    return node;
}

}  // namespace stowage
