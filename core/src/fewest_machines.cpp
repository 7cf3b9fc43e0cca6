// SPDX-License-Identifier: MIT
#include "fewest_machines.hpp"

#include <algorithm>
#include <vector>

namespace stowage {
namespace {

using MachineAt = std::vector<Machine>::const_iterator;

/// The machines of a pool, which are together.
std::pair<MachineAt, MachineAt> pool_of(const PlacementProblem& problem, std::uint32_t server) {
    const auto first = std::find_if(problem.machines.begin(), problem.machines.end(),
                                    [&](const Machine& machine) { return machine.server == server; });
    const auto last = std::find_if(first, problem.machines.end(),
                                   [&](const Machine& machine) { return machine.server != server; });
    return {first, last};
}

std::int64_t cost_of_placing(const PlacementProblem& problem) {
    auto cost = static_cast<std::int64_t>(problem.machines.size());
    for (const Demand& demand : problem.demands) cost += 1 + demand.replicas;
    return cost;
}

}  // namespace

PlacingWork::PlacingWork(std::int64_t most, const PlacementProblem& problem)
    : left_(most), once_(cost_of_placing(problem)) {}

bool PlacingWork::spend_on(const PlacementProblem& problem) {
    const std::int64_t cost = cost_of_placing(problem);
    if (cost > left_) return false;
    left_ -= cost;
    return true;
}

PlacementProblem with_machines(const PlacementProblem& problem, std::uint32_t server, std::int64_t count) {
    const auto [first, last] = pool_of(problem, server);
    PlacementProblem changed;
    changed.demands = problem.demands;
    changed.machines.assign(problem.machines.begin(), first);
    for (std::int64_t i = 0; i < count; ++i) {
        changed.machines.push_back(*first);
        changed.machines.back().index = static_cast<std::uint32_t>(i);
    }
    changed.machines.insert(changed.machines.end(), last, problem.machines.end());
    return changed;
}

std::optional<std::int64_t> fewest_machines(const PlacementProblem& problem, std::uint32_t server,
                                            std::int64_t least, std::int64_t most, const Accepts& accepts,
                                            PlacingWork& work) {
    bool out_of_work = false;
    const auto does = [&](std::int64_t count) {
        const PlacementProblem changed = with_machines(problem, server, count);
        out_of_work = out_of_work || !work.spend_on(changed);
        return !out_of_work && accepts(changed, place(changed.machines, changed.demands));
    };
    std::int64_t too_few = least - 1;
    std::int64_t enough = least;
    for (std::int64_t step = 1; !does(enough); step *= 2) {
        if (out_of_work || enough >= most) return std::nullopt;
        too_few = enough;
        enough = std::min(most, enough + step);
    }
    while (enough - too_few > 1 && !out_of_work) {
        const std::int64_t middle = too_few + (enough - too_few) / 2;
        (does(middle) ? enough : too_few) = middle;
    }
    return enough;
}

bool keeps_within(const PlacementProblem& problem, const Placement& placement, std::uint32_t server,
                  bool keep_floor) {
    const auto [first, last] = pool_of(problem, server);
    std::vector<Resources> left;
    for (auto machine = first; machine != last; ++machine)
        left.push_back(machine->allocatable - (keep_floor ? machine->floor : Resources{}));
    for (const Placed& placed : placement.placed) {
        if (placed.server == server) left[placed.machine] -= problem.demands[placed.service].request;
    }
    return std::all_of(left.begin(), left.end(), [](Resources free) { return fits(Resources{}, free); });
}

}  // namespace stowage
