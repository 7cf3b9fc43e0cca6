// SPDX-License-Identifier: MIT
//
// Losses made at random against a second implementation that knows nothing of the first.
#include <doctest/doctest.h>

#include <numeric>

#include "random.hpp"
#include "survival/relocation.hpp"
#include "survival/survival_cases.hpp"
#include "survival_by_search.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// Small and tight, with every rule: pins, spread, sets kept together, minimum headroom, disk and pods.
PlacementProblem random_problem(std::uint64_t seed) {
    Random random(seed);
    PlacementProblem problem;
    const auto pools = static_cast<std::uint32_t>(random.between(1, 4));
    for (std::uint32_t server = 0; server < pools; ++server) {
        const Resources size{MilliCpu::cores(random.between(2, 8)), Bytes::gib(random.between(2, 8)),
                             Bytes::gib(random.between(3, 20)), random.between(3, 12)};
        const Resources floor{MilliCpu::cores(random.between(0, 2)), Bytes::gib(random.between(0, 1))};
        const auto count = static_cast<std::uint32_t>(random.between(1, 4));
        for (std::uint32_t i = 0; i < count; ++i) problem.machines.push_back({server, i, size, floor});
    }
    const auto services = random.between(1, 8);
    for (std::int64_t service = 0; service < services; ++service) {
        Demand demand;
        demand.request = {MilliCpu::millis(500) * random.between(0, 4),
                          Bytes::mib(512) * random.between(0, 4), Bytes::gib(random.between(0, 2)), 1};
        demand.replicas = random.between(0, 5);
        demand.spread = random.chance(30);
        if (random.chance(30)) demand.server = static_cast<std::uint32_t>(random.between(0, pools - 1));
        if (random.chance(40)) demand.together = static_cast<std::uint32_t>(random.between(1, 2));
        problem.demands.push_back(demand);
    }
    return problem;
}

std::int64_t replicas_in(const std::vector<Displaced>& displaced) {
    return std::accumulate(displaced.begin(), displaced.end(), std::int64_t{0},
                           [](std::int64_t sum, const Displaced& each) { return sum + each.replicas; });
}

}  // namespace

TEST_SUITE("survival properties") {
    TEST_CASE("any machines that are lost leave the same without a place as the plain search") {
        std::int64_t displaced_in_all = 0;
        std::int64_t survived = 0;
        for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
            const PlacementProblem problem = random_problem(seed);
            const Placement placement = place(problem.machines, problem.demands);
            const Occupancy occupancy(problem, placement);
            Relocation relocation(occupancy);  // one for all, so that each loss must leave no trace
            Random random(seed);
            for (int draw = 0; draw < 6; ++draw) {
                std::vector<std::uint32_t> lost;
                for (std::uint32_t i = 0; i < problem.machines.size(); ++i) {
                    if (random.chance(draw < 3 ? 15 : 40)) lost.push_back(i);
                }
                const auto displaced = relocation.lose(lost);
                const bool same =
                    displaced == displaced_by_search(problem.machines, problem.demands, placement.placed,
                                                     {lost.begin(), lost.end()});
                CHECK_MESSAGE(same, "seed " << seed << ", draw " << draw);
                displaced_in_all += replicas_in(displaced);
                survived += displaced.empty() && !lost.empty() ? 1 : 0;
            }
        }
        CHECK(displaced_in_all > 1'000);
        CHECK(survived > 1'000);
    }

    TEST_CASE("losing a machine is survived no worse when an idle one is added to a pool") {
        std::int64_t better = 0;
        for (std::uint64_t seed = 0; seed < 2'000; ++seed) {
            const PlacementProblem problem = random_problem(seed);
            const Placement placement = place(problem.machines, problem.demands);
            PlacementProblem larger = problem;
            Machine idle = problem.machines.back();
            ++idle.index;
            larger.machines.push_back(idle);
            const Survival before = server_losses(Occupancy(problem, placement));
            const Survival after = server_losses(Occupancy(larger, placement));
            CHECK(after.cases == before.cases);
            CHECK_MESSAGE(after.survived >= before.survived, "seed " << seed);
            better += after.survived > before.survived ? 1 : 0;
        }
        CHECK(better > 100);
    }
}
