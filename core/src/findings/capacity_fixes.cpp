// SPDX-License-Identifier: MIT
#include "capacity_fixes.hpp"

#include <algorithm>
#include <functional>
#include <vector>

#include "../fewest_machines.hpp"
#include "../survival/survival_cases.hpp"
#include "stowage/limits.hpp"
#include "stowage/sort_by.hpp"

namespace stowage {
namespace {

/// Machines that the plan may still have, in all environments.
std::int64_t machines_left(const Plan& plan) {
    std::int64_t left = limits::kServers;
    for (const Environment& environment : plan.environments) {
        for (const Server& server : environment.servers) left -= server.count;
    }
    return left;
}

FieldEdit add_machines(const Examined& examined, std::uint32_t server, std::int64_t more) {
    const Server& planned = examined.environment.servers[server];
    return {child_pointer(examined.pointer_to("servers", planned.name), "count"),
            std::to_string(planned.count + more)};
}

Fix machines_fix(const Examined& examined, std::uint32_t server, std::int64_t more) {
    return {"Add " + std::to_string(more) + (more == 1 ? " machine to " : " machines to ") +
                label_of(examined.environment.servers[server]),
            {add_machines(examined, server, more)}};
}

/// A plan that lacks more machines in one place wants a thought, not a button. Our choice; it also keeps the
/// search short where no count helps.
constexpr std::int64_t kMostAdded = 100;

std::int64_t unplaced_in(const Placement& placement) {
    std::int64_t sum = 0;
    for (const Unplaced& unplaced : placement.unplaced) sum += unplaced.replicas;
    return sum;
}

std::optional<std::int64_t> more_machines(const Examined& examined, std::uint32_t server,
                                          const Accepts& accepts) {
    const std::int64_t count = examined.environment.servers[server].count;
    const std::int64_t most = count + std::min(machines_left(examined.plan), kMostAdded);
    if (count >= most) return std::nullopt;
    const auto enough = fewest_machines(examined.problem, server, count + 1, most, accepts, examined.work);
    if (!enough) return std::nullopt;
    return *enough - count;
}

/// Services that may move off a server by themselves, the smallest in all first.
std::vector<std::uint32_t> movable(const Examined& examined, std::uint32_t server) {
    const auto& demands = examined.problem.demands;
    std::vector<std::uint32_t> services;
    for (std::uint32_t i = 0; i < demands.size(); ++i) {
        if (demands[i].server == server && demands[i].replicas > 0 && demands[i].together == 0)
            services.push_back(i);
    }
    const Resources size = examined.estimate.servers[server].machine.size;
    const auto share = [&](std::uint32_t service) {
        const Resources all = demands[service].request * demands[service].replicas;
        return std::max(detail::Int128{all.cpu.to_millis()} * size.memory.to_bytes(),
                        detail::Int128{all.memory.to_bytes()} * size.cpu.to_millis());
    };
    sort_by(services, [&](std::uint32_t a, std::uint32_t b) { return share(a) < share(b); });
    return services;
}

/// A bound: each machine of the pool by what is free on it now.
bool may_take(const ServerEstimate& pool, const Demand& demand) {
    std::int64_t times = 0;
    for (const MachineEstimate& machine : pool.machines) {
        Resources room = room_of(pool.machine) - limited_part(machine.used, pool.machine);
        times += fitting_of(demand.request, room - pool.machine.floor, demand.replicas).times;
    }
    return times >= demand.replicas;
}

std::optional<Fix> move_fix(const Examined& examined, std::uint32_t server, bool keep_floor) {
    PlacementProblem problem = examined.problem;
    for (const std::uint32_t service : movable(examined, server)) {
        Demand& demand = problem.demands[service];
        for (std::uint32_t target = 0; target < examined.estimate.servers.size(); ++target) {
            if (target == server || !may_take(examined.estimate.servers[target], demand)) continue;
            if (!examined.work.spend_on(problem)) return std::nullopt;
            demand.server = target;
            const Placement placement = place(problem.machines, problem.demands);
            demand.server = server;
            if (unplaced_in(placement) > unplaced_in(examined.estimate.placement) ||
                !keeps_within(problem, placement, server, keep_floor) ||
                !keeps_within(problem, placement, target, true)) {
                continue;
            }
            const Service& moved = examined.environment.services[service];
            const Server& to = examined.environment.servers[target];
            return Fix{"Move " + label_of(moved) + " to " + label_of(to),
                       {{child_pointer(examined.pointer_to("services", moved.name), "server"), to.name}}};
        }
    }
    return std::nullopt;
}

/// The estimate's placement problem with one machine more in each of these pools.
std::optional<PlacementProblem> with_one_more(const Examined& examined,
                                              const std::vector<std::uint32_t>& servers) {
    if (static_cast<std::int64_t>(servers.size()) > machines_left(examined.plan)) return std::nullopt;
    PlacementProblem problem = examined.problem;
    for (const std::uint32_t server : servers) {
        problem = with_machines(problem, server, examined.environment.servers[server].count + 1);
    }
    return problem;
}

/// Trying a loss of every machine places everything again: as much work as placing it was.
bool helps(const Examined& examined, const std::vector<std::uint32_t>& servers, const Accepts& accepts) {
    if (examined.work.is_spent()) return false;
    const auto problem = with_one_more(examined, servers);
    if (!problem || !examined.work.spend_on(*problem) || !examined.work.spend_on(*problem)) return false;
    const Placement placement = place(problem->machines, problem->demands);
    return unplaced_in(placement) <= unplaced_in(examined.estimate.placement) && accepts(*problem, placement);
}

std::optional<Fix> one_machine_fix(const Examined& examined, const std::vector<std::uint32_t>& servers,
                                   const Accepts& accepts) {
    for (const std::uint32_t server : servers) {
        if (helps(examined, {server}, accepts)) return machines_fix(examined, server, 1);
    }
    return std::nullopt;
}

std::vector<std::uint32_t> all_servers(const Examined& examined) {
    std::vector<std::uint32_t> servers;
    for (std::uint32_t i = 0; i < examined.environment.servers.size(); ++i) servers.push_back(i);
    return servers;
}

}  // namespace

std::optional<Fix> fix_server(const Examined& examined, std::uint32_t server, bool keep_floor) {
    if (examined.work.is_spent()) return std::nullopt;
    if (auto moved = move_fix(examined, server, keep_floor)) return moved;
    const Resources empty = room_of(examined.estimate.servers[server].machine);
    for (const Demand& demand : examined.occupancy.problem().demands) {
        const bool here = demand.server == server && demand.replicas > 0;
        if (here && !fits(demand.request, empty)) return std::nullopt;  // on no number of machines
    }
    const auto more =
        more_machines(examined, server, [&](const PlacementProblem& p, const Placement& placed) {
            return keeps_within(p, placed, server, keep_floor);
        });
    if (!more) return std::nullopt;
    return machines_fix(examined, server, *more);
}

std::optional<Fix> fix_unplaced(const Examined& examined, std::uint32_t service) {
    if (examined.work.is_spent()) return std::nullopt;
    const auto accepts = [&](const PlacementProblem&, const Placement& placement) {
        return std::none_of(placement.unplaced.begin(), placement.unplaced.end(),
                            [&](const Unplaced& unplaced) { return unplaced.service == service; });
    };
    const Demand& demand = examined.occupancy.problem().demands[service];
    std::optional<Fix> best;
    std::int64_t fewest = 0;
    for (std::uint32_t server = 0; server < examined.environment.servers.size(); ++server) {
        if (demand.server && *demand.server != server) continue;
        const MachineSize& machine = examined.estimate.servers[server].machine;
        if (!fits(demand.request, room_of(machine) - machine.floor)) continue;
        const auto more = more_machines(examined, server, accepts);
        if (!more || (best && *more >= fewest)) continue;
        fewest = *more;
        best = machines_fix(examined, server, *more);
    }
    return best;
}

std::optional<Fix> fix_server_loss(const Examined& examined) {
    const auto survives = [](const PlacementProblem& problem, const Placement& placement) {
        const Survival survival = server_losses(Occupancy(problem, placement));
        return survival.survived == survival.cases;
    };
    std::vector<std::uint32_t> harmed;
    for (const Loss& loss : examined.estimate.server_loss.losses) {
        if (harmed.empty() || harmed.back() != loss.server) harmed.push_back(loss.server);
    }
    if (auto fix = one_machine_fix(examined, harmed, survives)) return fix;
    if (harmed.size() < 2 || !helps(examined, harmed, survives)) return std::nullopt;
    Fix fix{"Add 1 machine to each of " + std::to_string(harmed.size()) + " servers", {}};
    for (const std::uint32_t server : harmed) fix.edits.push_back(add_machines(examined, server, 1));
    return fix;
}

std::optional<Fix> fix_zone_loss(const Examined& examined) {
    return one_machine_fix(
        examined, all_servers(examined), [&](const PlacementProblem& problem, const Placement& placement) {
            const Survival survival = zone_losses(examined.environment, Occupancy(problem, placement));
            return survival.survived == survival.cases;
        });
}

std::optional<Fix> fix_surges(const Examined& examined) {
    return one_machine_fix(
        examined, all_servers(examined), [&](const PlacementProblem& problem, const Placement& placement) {
            return surge_shortages(examined.environment, Occupancy(problem, placement)).empty();
        });
}

}  // namespace stowage
