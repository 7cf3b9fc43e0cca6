// SPDX-License-Identifier: MIT
#include "stowage/stack/connection_budget.hpp"

#include <algorithm>
#include <unordered_map>

#include "stowage/stack/service_cpu.hpp"

namespace stowage {
namespace {

bool is_client(const Service& service) { return runs_workers(service.kind) && service.replicas > 0; }

bool states_calls(const Environment& environment) {
    return std::any_of(environment.services.begin(), environment.services.end(),
                       [](const Service& service) { return !service.calls.empty(); });
}

void add_client(ConnectionBudget& budget, const Service& service, std::uint32_t index) {
    const WorkerSettings settings = worker_settings(service);
    const DatabaseClient client{index, settings, database_connections(service, settings)};
    budget.connections += client.connections;
    ++budget.client_count;
    if (budget.clients.size() < kMostClients) budget.clients.push_back(client);
    const bool own_cpu = !service.cpu || stated_cpu(service);
    budget.stated = budget.stated || own_cpu || service.workers || service.threads || service.pool_size;
}

ConnectionBudget budget_of_all_clients(const Environment& environment) {
    ConnectionBudget budget;
    budget.assumed = true;
    for (std::uint32_t i = 0; i < environment.services.size(); ++i) {
        if (is_client(environment.services[i])) add_client(budget, environment.services[i], i);
    }
    return budget;
}

std::vector<std::uint32_t> databases_of(const Environment& environment) {
    std::vector<std::uint32_t> databases;
    for (std::uint32_t i = 0; i < environment.services.size(); ++i) {
        if (environment.services[i].kind == ServiceKind::postgres) databases.push_back(i);
    }
    return databases;
}

}  // namespace

ConnectionBudget connection_budget(const Environment& environment, std::uint32_t database) {
    ConnectionBudget budget;
    if (!states_calls(environment)) {
        budget = budget_of_all_clients(environment);
    } else {
        for (std::uint32_t i = 0; i < environment.services.size(); ++i) {
            const Service& service = environment.services[i];
            const bool calls = find_named(service.calls, environment.services[database].name) != nullptr;
            if (is_client(service) && calls) add_client(budget, service, i);
        }
    }
    budget.database = database;
    return budget;
}

std::vector<ConnectionBudget> connection_budgets(const Environment& environment) {
    std::vector<ConnectionBudget> budgets;
    std::unordered_map<std::string_view, std::size_t> budget_of;
    const bool assumed = !states_calls(environment);
    const ConnectionBudget all = assumed ? budget_of_all_clients(environment) : ConnectionBudget{};
    for (const std::uint32_t database : databases_of(environment)) {
        budget_of.emplace(environment.services[database].name, budgets.size());
        budgets.push_back(all);
        budgets.back().database = database;
    }
    for (std::uint32_t i = 0; !assumed && i < environment.services.size(); ++i) {
        if (!is_client(environment.services[i])) continue;
        for (const Call& call : environment.services[i].calls) {
            const auto called = budget_of.find(call.name);
            if (called != budget_of.end()) add_client(budgets[called->second], environment.services[i], i);
        }
    }
    budgets.erase(std::remove_if(budgets.begin(), budgets.end(),
                                 [](const ConnectionBudget& budget) { return budget.client_count == 0; }),
                  budgets.end());
    return budgets;
}

}  // namespace stowage
