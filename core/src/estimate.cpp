// SPDX-License-Identifier: MIT
#include "stowage/estimate.hpp"

#include "capacity_figures.hpp"
#include "catalogue_of_plan.hpp"
#include "fewest_machines.hpp"
#include "findings/examined.hpp"
#include "placement/placement_problem.hpp"
#include "survival/survival_cases.hpp"

namespace stowage {
namespace {

std::vector<const InstanceType*> types_of(const Environment& environment, const Catalogue& catalogue) {
    std::vector<const InstanceType*> types;
    types.reserve(environment.servers.size());
    for (const Server& server : environment.servers) {
        types.push_back(server.instance.empty() ? nullptr
                                                : catalogue.find_type(environment.provider, server.instance));
    }
    return types;
}

ServerEstimate empty_server(const Environment& environment, const Server& server, const InstanceType* type) {
    ServerEstimate result;
    result.machine = machine_size(environment, server, type);
    result.capacity = result.machine.size * server.count;
    result.reserved = result.machine.reserved * server.count;
    result.floor = result.machine.floor * server.count;
    result.free = result.capacity - result.reserved;
    result.machines.assign(static_cast<std::size_t>(server.count),
                           {Resources{}, result.machine.allocatable()});
    return result;
}

void add_usage(EnvironmentEstimate& result, const std::vector<Demand>& demands) {
    for (const Placed& placed : result.placement.placed) {
        const Resources request = demands[placed.service].request;
        ServerEstimate& server = result.servers[placed.server];
        MachineEstimate& machine = server.machines[placed.machine];
        const Resources counted = limited_part(request, server.machine);
        machine.used += request;
        machine.free -= counted;
        server.used += request;
        server.free -= counted;
        if (server.shares.empty() || server.shares.back().service != placed.service) {
            server.shares.push_back({placed.service, 0, {}});  // placed is ordered by service
        }
        ++server.shares.back().replicas;
        server.shares.back().used += request;
    }
    for (const ServerEstimate& server : result.servers) {
        result.capacity += server.capacity;
        result.used += server.used;
        result.free += server.free;
    }
}

void add_capacity_figures(EnvironmentEstimate& result) {
    for (std::uint32_t i = 0; i < result.servers.size(); ++i) {
        ServerEstimate& server = result.servers[i];
        server.stranded = stranded_on(server, result.used);
        if (const auto tightest = tightest_of(server, i)) server.binding = tightest->resource;
    }
    result.tightest = tightest_of(result.servers);
}

/// Places everything and adds it up.
EnvironmentEstimate fit_of(const Plan& plan, const Environment& environment, const Catalogue& prices,
                           const std::vector<const InstanceType*>& types, PlacementProblem& problem) {
    EnvironmentEstimate result;
    for (std::size_t i = 0; i < environment.servers.size(); ++i) {
        result.servers.push_back(empty_server(environment, environment.servers[i], types[i]));
    }
    result.needs.reserve(environment.services.size());
    for (const Service& service : environment.services) result.needs.push_back(needs_of(service));
    problem = placement_problem(environment, result.servers, result.needs);
    result.placement = place(problem.machines, problem.demands);
    add_usage(result, problem.demands);
    add_capacity_figures(result);
    result.cost_lines = cost_lines(plan, environment, prices);
    result.cost = total_of(result.cost_lines);
    return result;
}

bool states_a_load(const Environment& environment) {
    return std::any_of(environment.services.begin(), environment.services.end(), [](const Service& service) {
        return service.load.arrivals || service.load.connections;
    });
}

EnvironmentEstimate estimate_environment(const Plan& plan, const Environment& environment,
                                         const Catalogue& prices) {
    const auto types = types_of(environment, prices);
    PlacementProblem problem;
    EnvironmentEstimate result = fit_of(plan, environment, prices, types, problem);
    const Occupancy occupancy(problem, result.placement);
    result.server_loss = server_losses(occupancy);
    result.zone_loss = zone_losses(environment, occupancy);
    result.surges = surge_shortages(environment, occupancy);
    if (states_a_load(environment)) result.loads = load_of(environment, result.needs);
    PlacingWork work(kFixWork, problem);
    result.findings = findings_of({plan, environment, prices, types, result, problem, occupancy, work});
    return result;
}

}  // namespace

Estimate estimate(const Plan& plan, const Catalogue& catalogue) {
    const CatalogueOfPlan prices(plan, catalogue);
    Estimate result;
    result.environments.reserve(plan.environments.size());
    for (const Environment& environment : plan.environments) {
        result.environments.push_back(estimate_environment(plan, environment, prices.get()));
        result.cost += result.environments.back().cost;
    }
    return result;
}

EnvironmentEstimate estimate_fit(const Plan& plan, const Environment& environment,
                                 const Catalogue& catalogue) {
    const CatalogueOfPlan prices(plan, catalogue);
    PlacementProblem problem;
    return fit_of(plan, environment, prices.get(), types_of(environment, prices.get()), problem);
}

bool everything_fits(const EnvironmentEstimate& estimate) {
    const auto keeps_within = [](const MachineEstimate& machine) {
        return std::none_of(kResources.begin(), kResources.end(),
                            [&](Resource resource) { return amount_of(machine.free, resource) < 0; });
    };
    return estimate.placement.unplaced.empty() &&
           std::all_of(estimate.servers.begin(), estimate.servers.end(), [&](const ServerEstimate& server) {
               return std::all_of(server.machines.begin(), server.machines.end(), keeps_within);
           });
}

std::size_t count_findings(const Estimate& estimate, Severity at_least) {
    std::size_t count = 0;
    for (const EnvironmentEstimate& environment : estimate.environments) {
        for (const Finding& finding : environment.findings) count += finding.severity >= at_least ? 1 : 0;
    }
    return count;
}

}  // namespace stowage
