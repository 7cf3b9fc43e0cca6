// SPDX-License-Identifier: MIT
#include "stowage/fit.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "fewest_machines.hpp"
#include "placement/group_rules.hpp"
#include "placement/placement_problem.hpp"
#include "stowage/limits.hpp"
#include "stowage/sort_by.hpp"

namespace stowage {
namespace {

/// How often each resource ends it on a machine of a pool.
class BindingCount {
  public:
    void add(Resource resource) { ++machines_[static_cast<std::size_t>(resource)]; }
    [[nodiscard]] std::optional<Resource> most_frequent() const {
        const auto most = std::max_element(machines_.begin(), machines_.end());
        if (*most == 0) return std::nullopt;
        return kResources[static_cast<std::size_t>(most - machines_.begin())];
    }

  private:
    std::array<std::int64_t, kResources.size()> machines_{};
};

/// Looks for room beside what an estimate has placed, and takes it.
class RoomSearch {
  public:
    RoomSearch(const Environment& environment, const EnvironmentEstimate& estimate, std::uint32_t service)
        : estimate_(estimate),
          demands_(
              with_group_rules(placement_problem(environment, estimate.servers, estimate.needs).demands)),
          service_(service) {
        for (std::uint32_t server = 0; server < estimate.servers.size(); ++server) {
            const ServerEstimate& pool = estimate.servers[server];
            Pool& rooms = pools_.emplace_back();
            if (demand().server && *demand().server != server) continue;
            for (const MachineEstimate& machine : pool.machines) rooms.push_back(room_on(pool, machine));
        }
        for (const Placed& placed : replicas_of(estimate_.placement, service)) {
            if (demand().spread && may_use(placed.server)) pools_[placed.server][placed.machine].taken = true;
        }
    }

    ServiceRoom run() {
        for (std::uint32_t server = 0; server < pools_.size(); ++server) {
            if (may_use(server)) result_.pools.push_back({server, 0, std::nullopt});
        }
        if (!join_the_others()) return std::move(result_);
        for (PoolRoom& pool : result_.pools) fill(pool);
        return std::move(result_);
    }

  private:
    struct MachineRoom {
        Resources left;
        bool taken = false;  ///< by a replica that the spread rule keeps others away from
    };
    using Pool = std::vector<MachineRoom>;

    [[nodiscard]] const Demand& demand() const { return demands_[service_]; }
    [[nodiscard]] bool may_use(std::uint32_t server) const {
        return !demand().server || *demand().server == server;
    }
    [[nodiscard]] std::int64_t most_left() const {
        return std::max<std::int64_t>(limits::kReplicas - demand().replicas - result_.replicas, 0);
    }

    /// The floor is left to automatic services only.
    [[nodiscard]] MachineRoom room_on(const ServerEstimate& pool, const MachineEstimate& machine) const {
        Resources left = room_of(pool.machine) - limited_part(machine.used, pool.machine);
        if (!demand().server) left -= pool.machine.floor;
        return {left};
    }

    /// Where the services that it is kept together with run replicas that have no partner of it yet, in the
    /// order of the replicas.
    [[nodiscard]] std::vector<Placed> partners() const {
        std::vector<Placed> partners;
        for (std::uint32_t other = 0; demand().together != 0 && other < demands_.size(); ++other) {
            if (other == service_ || demands_[other].together != demand().together) continue;
            for (const Placed& placed : replicas_of(estimate_.placement, other)) {
                if (placed.replica >= demand().replicas && may_use(placed.server)) partners.push_back(placed);
            }
        }
        sort_by(partners, [](const Placed& a, const Placed& b) { return a.replica < b.replica; });
        partners.erase(std::unique(partners.begin(), partners.end(),
                                   [](const Placed& a, const Placed& b) { return a.replica == b.replica; }),
                       partners.end());
        return partners;
    }

    /// The next replicas go where their partners run. False when one finds no room there.
    bool join_the_others() {
        for (const Placed& partner : partners()) {
            MachineRoom& machine = pools_[partner.server][partner.machine];
            const Fitting fitting = fitting_of(demand().request, machine.left, most_left());
            const auto pool =
                std::find_if(result_.pools.begin(), result_.pools.end(),
                             [&](const PoolRoom& room) { return room.server == partner.server; });
            if (machine.taken || fitting.times == 0) {
                pool->binding = machine.taken ? std::nullopt : fitting.binding;
                return false;
            }
            take(*pool, machine, 1);
        }
        return true;
    }

    void fill(PoolRoom& pool) {
        BindingCount binding;
        for (MachineRoom& machine : pools_[pool.server]) {
            if (machine.taken) continue;
            const Fitting fitting = fitting_of(demand().request, machine.left, most_left());
            const bool alone = demand().spread && fitting.times > 0;
            if (fitting.binding && !alone) binding.add(*fitting.binding);
            take(pool, machine, alone ? 1 : fitting.times);
        }
        pool.binding = binding.most_frequent();
    }

    void take(PoolRoom& pool, MachineRoom& machine, std::int64_t replicas) {
        machine.left -= demand().request * replicas;
        machine.taken = demand().spread && replicas > 0;
        pool.replicas += replicas;
        result_.replicas += replicas;
    }

    const EnvironmentEstimate& estimate_;
    std::vector<Demand> demands_;
    std::uint32_t service_;
    std::vector<Pool> pools_;
    ServiceRoom result_;
};

/// Machines of that size that carry `sum`, by this resource alone.
std::int64_t least_for(detail::Int128 sum, std::int64_t each) {
    if (each <= 0 || sum <= 0) return 1;
    return static_cast<std::int64_t>(std::min<detail::Int128>((sum + each - 1) / each, limits::kServers + 1));
}

/// The sums of one resource that decide how many machines a pool needs at least.
class Sums {
  public:
    Sums(const PlacementProblem& problem, Resource resource) {
        for (const Machine& machine : problem.machines) {
            if (machine.server >= left_.size()) left_.resize(machine.server + 1);
            left_[machine.server] += amount_of(machine.allocatable, resource);
        }
        pinned_.resize(left_.size());
        for (const Demand& demand : problem.demands) {
            const auto amount = detail::Int128{amount_of(demand.request, resource)} * demand.replicas;
            if (!demand.server) automatic_ += amount;
            if (!demand.server || *demand.server >= left_.size()) continue;
            left_[*demand.server] -= amount;
            pinned_[*demand.server] += amount;
        }
    }
    /// What is pinned to the pool, and what of the others the other pools cannot take.
    [[nodiscard]] detail::Int128 needed_from(std::uint32_t server) const {
        detail::Int128 elsewhere = 0;
        for (std::uint32_t other = 0; other < left_.size(); ++other) {
            if (other != server) elsewhere += std::max<detail::Int128>(left_[other], 0);
        }
        return pinned_[server] + std::max<detail::Int128>(automatic_ - elsewhere, 0);
    }

  private:
    std::vector<detail::Int128> left_;  ///< of each pool beside what is pinned to it
    std::vector<detail::Int128> pinned_;
    detail::Int128 automatic_ = 0;
};

/// What no placement can undercut.
std::int64_t least_machines(const PlacementProblem& problem, std::uint32_t server, const Machine& machine) {
    std::int64_t least = 1;
    for (const Demand& demand : problem.demands) {
        const bool here = demand.server && *demand.server == server;
        if (here && demand.spread) least = std::max(least, demand.replicas);
    }
    for (const Resource resource : kResources) {
        const auto needed = Sums(problem, resource).needed_from(server);
        least = std::max(least, least_for(needed, amount_of(machine.allocatable, resource)));
    }
    return least;
}

/// A plan of 54,000 replicas is placed some 70 times within it, the largest plan 19 times: doubling and
/// halving over all counts takes at most 2 x 13.
constexpr std::int64_t kMostWork = 4'000'000;

}  // namespace

ServiceRoom room_for(const Environment& environment, const EnvironmentEstimate& estimate,
                     std::uint32_t service) {
    return RoomSearch(environment, estimate, service).run();
}

std::optional<std::int64_t> machines_needed(const Environment& environment,
                                            const EnvironmentEstimate& estimate, std::uint32_t server) {
    PlacementProblem problem = placement_problem(environment, estimate.servers, estimate.needs);
    problem.demands = with_group_rules(std::move(problem.demands));
    std::int64_t others = 0;
    const Machine* machine = nullptr;
    for (const Machine& each : problem.machines) {
        if (each.server == server) machine = &each;
        others += each.server != server ? 1 : 0;
    }
    if (machine == nullptr) return std::nullopt;
    const auto elsewhere = [&](const Demand& demand) { return demand.server && *demand.server != server; };
    const auto accepts = [&](const PlacementProblem& changed, const Placement& placement) {
        const bool all = std::all_of(
            placement.unplaced.begin(), placement.unplaced.end(),
            [&](const Unplaced& unplaced) { return elsewhere(changed.demands[unplaced.service]); });
        return all && keeps_within(changed, placement, server);
    };
    for (const Demand& demand : problem.demands) {
        const bool here = demand.server && *demand.server == server;
        if (here && demand.replicas > 0 && !fits(demand.request, machine->allocatable)) return std::nullopt;
    }
    const std::int64_t least = least_machines(problem, server, *machine);
    const std::int64_t most = limits::kServers - others;
    if (least > most) return std::nullopt;
    PlacingWork work(kMostWork, problem);
    return fewest_machines(problem, server, least, most, accepts, work);
}

}  // namespace stowage
