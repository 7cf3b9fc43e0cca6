// SPDX-License-Identifier: MIT
//
// Placements made at random against rules and against a second implementation, both of which know nothing of
// the first.
#include <doctest/doctest.h>

#include "fixtures.hpp"
#include "placement_verifier.hpp"
#include "plan_generator.hpp"
#include "random_problem.hpp"
#include "stowage/limits.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// What place() is given for an environment of a plan, from its estimate.
Problem problem_of(const Environment& environment, const EnvironmentEstimate& estimate) {
    Problem problem;
    for (std::uint32_t server = 0; server < environment.servers.size(); ++server) {
        const MachineSize& machine = estimate.servers[server].machine;
        for (std::uint32_t i = 0; i < environment.servers[server].count; ++i) {
            Resources room = machine.allocatable();
            if (!machine.limits_disk) room.disk = limits::kUnlimitedDisk;
            if (!machine.limits_pods) room.pods = limits::kUnlimitedPods;
            problem.machines.push_back({server, i, room, machine.floor});
        }
    }
    for (const Service& service : environment.services) {
        Demand demand;
        const ServiceNeeds needs = needs_of(service);
        demand.request = needs.request;
        if (environment.fit_memory == FitMemory::limit) demand.request.memory = needs.peak_memory;
        demand.replicas = service.replicas;
        demand.spread = service.spread;
        for (std::uint32_t server = 0; server < environment.servers.size(); ++server) {
            if (environment.servers[server].name == service.server) demand.server = server;
        }
        for (std::uint32_t other = 0; other < environment.services.size(); ++other) {
            if (service.together.empty() || environment.services[other].together != service.together)
                continue;
            demand.together = other + 1;
            break;
        }
        problem.demands.push_back(demand);
    }
    return problem;
}

std::string joined(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences) text += sentence + "; ";
    return text;
}

std::int64_t replicas_unplaced(const Problem& problem, std::size_t placed) {
    std::int64_t unplaced = -static_cast<std::int64_t>(placed);
    for (const Demand& demand : problem.demands) unplaced += demand.replicas;
    return unplaced;
}

}  // namespace

TEST_SUITE("placement properties") {
    TEST_CASE("small problems keep every rule") {
        for (std::uint64_t seed = 0; seed < 5'000; ++seed) {
            const Problem problem = problem_at_random(seed);
            const auto broken = broken_rules(problem.machines, problem.demands, problem.placement());
            CHECK_MESSAGE(broken.empty(), "seed " << seed << ": " << joined(broken));
        }
    }

    TEST_CASE(
        "what the first heuristic places is what a plain search places; the others only improve on it") {
        int the_first_is_enough = 0;
        int another_is_better = 0;
        for (std::uint64_t seed = 0; seed < 5'000; ++seed) {
            const Problem problem = problem_at_random(seed);
            const Placement placement = problem.placement();
            const auto searched = place_by_search(problem.machines, problem.demands);
            const std::int64_t best = replicas_unplaced(problem, placement.placed.size());
            const std::int64_t first = replicas_unplaced(problem, searched.size());
            CHECK_MESSAGE(best <= first, "seed " << seed);
            if (first == 0) CHECK_MESSAGE((placement.placed == searched), "seed " << seed);
            the_first_is_enough += first == 0 ? 1 : 0;
            another_is_better += best < first ? 1 : 0;
        }
        CHECK(the_first_is_enough > 500);
        CHECK(another_is_better > 50);
    }

    TEST_CASE("the problems are worth solving") {
        int unplaced = 0;
        int overcommitted = 0;
        int full = 0;
        int together = 0;
        int apart = 0;
        for (std::uint64_t seed = 0; seed < 5'000; ++seed) {
            const Problem problem = problem_at_random(seed);
            const Placement placement = problem.placement();
            unplaced += placement.unplaced.empty() ? 0 : 1;
            full += placement.placed.size() > 8 ? 1 : 0;
            apart += placement.apart.empty() ? 0 : 1;
            for (const Team& team : teams_of(problem.demands)) together += team.services.size() > 1 ? 1 : 0;
            for (const Machine& machine : problem.machines) {
                Resources left = machine.allocatable;
                for (const Placed& replica : placement.placed) {
                    if (replica.server == machine.server && replica.machine == machine.index) {
                        left -= problem.demands[replica.service].request;
                    }
                }
                if (!fits({}, left)) ++overcommitted;
            }
        }
        CHECK(unplaced > 300);
        CHECK(overcommitted > 300);
        CHECK(full > 300);
        CHECK(together > 300);
        CHECK(apart > 100);
    }

    TEST_CASE("plans made at random keep every rule") {
        std::size_t placed = 0;
        for (std::uint64_t seed = 0; seed < 400; ++seed) {
            const Plan plan = random_plan(seed);
            const Estimate figures = estimate(plan, catalogue());
            for (std::size_t i = 0; i < plan.environments.size(); ++i) {
                const EnvironmentEstimate& result = figures.environments[i];
                const Problem problem = problem_of(plan.environments[i], result);
                const auto broken = broken_rules(problem.machines, problem.demands, result.placement);
                CHECK_MESSAGE(broken.empty(), "seed " << seed << ": " << joined(broken));
                placed += result.placement.placed.size();
            }
        }
        CHECK(placed > 10'000);
    }

    TEST_CASE("the rules notice a placement that breaks them") {
        const std::vector<Machine> machines{{0, 0, {MilliCpu::cores(2), Bytes::gib(2)}, {}},
                                            {1, 0, {MilliCpu::cores(2), Bytes::gib(2)}, {}}};
        const Resources one{MilliCpu::cores(1), Bytes::gib(1)};
        const std::vector<Demand> demands{{one, 2, std::nullopt, true, 0}, {one, 1, 1u, false, 0}};
        const Placement good{{{0, 0, 0, 0}, {0, 1, 1, 0}, {1, 0, 1, 0}}, {}, {}};
        CHECK(broken_rules(machines, demands, good).empty());
        const auto breaks = [&](const Placement& bad) {
            return !broken_rules(machines, demands, bad).empty();
        };
        CHECK(breaks({{{0, 0, 0, 0}, {0, 1, 0, 0}, {1, 0, 1, 0}}, {}, {}}));      // two on one machine
        CHECK(breaks({{{0, 0, 0, 0}, {0, 1, 1, 0}, {1, 0, 0, 0}}, {}, {}}));      // not its pool
        CHECK(breaks({{{0, 0, 0, 0}, {0, 1, 1, 0}}, {}, {}}));                    // one is lost
        CHECK(breaks({{{0, 0, 0, 0}, {0, 1, 1, 1}, {1, 0, 1, 0}}, {}, {}}));      // no such machine
        CHECK(breaks({{{0, 0, 0, 0}, {0, 0, 1, 0}, {1, 0, 1, 0}}, {}, {}}));      // the same twice
        CHECK(breaks({{{0, 0, 0, 0}, {1, 0, 1, 0}}, {Unplaced{0, 1, {}}}, {}}));  // would fit
        CHECK(breaks({{{0, 0, 0, 0}, {0, 1, 1, 0}, {1, 0, 1, 0}}, {Unplaced{0, 1, {}}}, {}}));
        CHECK(breaks({{{0, 0, 0, 0}, {0, 1, 1, 0}, {1, 0, 1, 0}}, {}, {0}}));  // no group is torn apart
    }

    TEST_CASE("the rules notice services that do not run together") {
        const std::vector<Machine> machines{{0, 0, {MilliCpu::cores(2), Bytes::gib(2)}, {}},
                                            {1, 0, {MilliCpu::cores(2), Bytes::gib(2)}, {}}};
        const Resources one{MilliCpu::cores(1), Bytes::gib(1)};
        std::vector<Demand> demands{{one, 2, std::nullopt, false, 7}, {one, 1, std::nullopt, false, 7}};
        const auto breaks = [&](const Placement& bad) {
            return !broken_rules(machines, demands, bad).empty();
        };
        CHECK_FALSE(breaks({{{0, 0, 0, 0}, {0, 1, 1, 0}, {1, 0, 0, 0}}, {}, {}}));
        CHECK(breaks({{{0, 0, 0, 0}, {0, 1, 1, 0}, {1, 0, 1, 0}}, {}, {}}));      // on two machines
        CHECK(breaks({{{0, 0, 0, 0}, {0, 1, 1, 0}}, {Unplaced{1, 1, {}}}, {}}));  // one without the other
        demands[0].server = 0u;
        demands[1].server = 1u;
        CHECK_FALSE(breaks({{{0, 0, 0, 0}, {0, 1, 0, 0}, {1, 0, 1, 0}}, {}, {0, 1}}));
        CHECK(breaks({{{0, 0, 0, 0}, {0, 1, 0, 0}, {1, 0, 1, 0}}, {}, {}}));  // not said
    }
}
