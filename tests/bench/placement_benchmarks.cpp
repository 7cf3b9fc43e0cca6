// SPDX-License-Identifier: MIT
#include <memory>

#include "benchmark_plans.hpp"
#include "benchmarks.hpp"
#include "placement/placement_problem.hpp"
#include "stowage/builtin_catalogue.hpp"
#include "stowage/estimate.hpp"

namespace stowage::bench {
namespace {

PlacementProblem problem_of(const Plan& plan, const Catalogue& catalogue) {
    const Estimate figures = estimate(plan, catalogue);
    const EnvironmentEstimate& estimate = figures.environments.front();
    return placement_problem(plan.environments.front(), estimate.servers, estimate.needs);
}

/// Five services on each machine, as dense as the other benchmarks have it.
PlacementProblem dense(std::int64_t services, const Catalogue& catalogue) {
    return problem_of(plain_plan(services, services / 5, false), catalogue);
}

/// Every machine is left with CPU or with memory alone, in turns, so that nothing fits and the maxima of
/// neighbours promise that it might.
PlacementProblem full(const Catalogue& catalogue) {
    PlacementProblem problem = dense(10'000, catalogue);
    bool cpu_left = false;
    for (Machine& machine : problem.machines) {
        if (cpu_left) machine.allocatable.memory = {};
        if (!cpu_left) machine.allocatable.cpu = {};
        cpu_left = !cpu_left;
    }
    return problem;
}

/// Half the machines: about half the replicas find none, and the whole portfolio is tried.
PlacementProblem half_fits(const Catalogue& catalogue) {
    PlacementProblem problem = dense(10'000, catalogue);
    problem.machines.resize(problem.machines.size() / 2);
    return problem;
}

Benchmark placing(std::string name, PlacementProblem problem) {
    const auto shared = std::make_shared<const PlacementProblem>(std::move(problem));
    return {std::move(name), [shared] {
                const Placement placement = place(shared->machines, shared->demands);
                return placement.placed.size() + placement.unplaced.size();
            }};
}

}  // namespace

std::vector<Benchmark> placement_benchmarks() {
    const Catalogue catalogue = *Catalogue::read(assets::catalogue());
    return {
        placing("place/1000_services", dense(1'000, catalogue)),
        placing("place/10000_services", dense(10'000, catalogue)),
        placing("place/20000_services", dense(20'000, catalogue)),
        placing("place/10000_services_half_fit", half_fits(catalogue)),
        placing("place/10000_services_none_fits", full(catalogue)),
    };
}

}  // namespace stowage::bench
