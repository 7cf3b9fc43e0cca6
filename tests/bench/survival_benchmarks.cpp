// SPDX-License-Identifier: MIT
#include <memory>

#include "benchmark_plans.hpp"
#include "benchmarks.hpp"
#include "placement/placement_problem.hpp"
#include "stowage/builtin_catalogue.hpp"
#include "stowage/estimate.hpp"
#include "survival/survival_cases.hpp"

namespace stowage::bench {
namespace {

struct Solved {
    Environment environment;
    PlacementProblem problem;
    Placement placement;
};

/// Five services on each machine, as dense as the other benchmarks have it; two zones in turns.
std::shared_ptr<const Solved> dense(std::int64_t services, const Catalogue& catalogue) {
    Plan plan = plain_plan(services, services / 5, false);
    Environment& environment = plan.environments.front();
    bool east = false;
    for (Server& server : environment.servers) {
        server.zone = east ? "east" : "west";
        east = !east;
    }
    const Estimate figures = estimate(plan, catalogue);
    const EnvironmentEstimate& estimate = figures.environments.front();
    return std::make_shared<const Solved>(Solved{
        environment, placement_problem(environment, estimate.servers, estimate.needs), estimate.placement});
}

/// Adds one, as no case at all would read as nothing done.
std::size_t cases_of(const Survival& survival) {
    return 1 + static_cast<std::size_t>(survival.cases + survival.survived);
}

Benchmark losing_each_server(std::string name, std::shared_ptr<const Solved> in) {
    return {std::move(name), [in] { return cases_of(server_losses(Occupancy(in->problem, in->placement))); }};
}

}  // namespace

std::vector<Benchmark> survival_benchmarks() {
    const Catalogue catalogue = *Catalogue::read(assets::catalogue());
    const auto large = dense(10'000, catalogue);
    return {
        losing_each_server("server_losses/1000_services", dense(1'000, catalogue)),
        losing_each_server("server_losses/10000_services", large),
        losing_each_server("server_losses/20000_services", dense(20'000, catalogue)),
        {"zone_losses/10000_services",
         [large] {
             return cases_of(zone_losses(large->environment, Occupancy(large->problem, large->placement)));
         }},
        {"surges/10000_services",
         [large] {
             return 1 +
                    surge_shortages(large->environment, Occupancy(large->problem, large->placement)).size();
         }},
    };
}

}  // namespace stowage::bench
