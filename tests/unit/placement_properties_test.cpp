// SPDX-License-Identifier: MIT
//
// Placements made at random against rules and against a second implementation, both of which know nothing of
// the first.
#include <doctest/doctest.h>

#include "fixtures.hpp"
#include "placement_verifier.hpp"
#include "plan_generator.hpp"
#include "random.hpp"
#include "stowage/limits.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

struct Problem {
    std::vector<Machine> machines;
    std::vector<Demand> demands;
};

/// Small and tight: ties, over-commitment, spreading and refusals are frequent.
Problem random_problem(std::uint64_t seed) {
    Random random(seed);
    Problem problem;
    const auto pools = static_cast<std::uint32_t>(random.between(0, 3));
    for (std::uint32_t server = 0; server < pools; ++server) {
        const Resources size{MilliCpu::millis(500) * random.between(0, 8),
                             Bytes::mib(512) * random.between(0, 8)};
        const Resources floor{MilliCpu::millis(500) * random.between(0, 1),
                              Bytes::mib(512) * random.between(0, 1)};
        const auto count = static_cast<std::uint32_t>(random.between(1, 4));
        for (std::uint32_t i = 0; i < count; ++i) problem.machines.push_back({server, i, size, floor});
    }
    const auto services = random.between(0, 8);
    for (std::int64_t service = 0; service < services; ++service) {
        Demand demand;
        demand.request = {MilliCpu::millis(500) * random.between(0, 5),
                          Bytes::mib(512) * random.between(0, 5)};
        demand.replicas = random.between(0, 6);
        demand.spread = random.chance(30);
        if (pools > 0 && random.chance(40))
            demand.server = static_cast<std::uint32_t>(random.between(0, pools - 1));
        problem.demands.push_back(demand);
    }
    return problem;
}

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
        problem.demands.push_back(demand);
    }
    return problem;
}

std::string joined(const std::vector<std::string>& sentences) {
    std::string text;
    for (const std::string& sentence : sentences) text += sentence + "; ";
    return text;
}

}  // namespace

TEST_SUITE("placement properties") {
    TEST_CASE("small problems keep every rule and equal the plain search") {
        for (std::uint64_t seed = 0; seed < 3'000; ++seed) {
            const Problem problem = random_problem(seed);
            const Placement placement = place(problem.machines, problem.demands);
            const auto broken = broken_rules(problem.machines, problem.demands, placement);
            CHECK_MESSAGE(broken.empty(), "seed " << seed << ": " << joined(broken));
            const bool same = placement.placed == place_by_search(problem.machines, problem.demands);
            CHECK_MESSAGE(same, "seed " << seed);
        }
    }

    TEST_CASE("the problems are worth solving") {
        int unplaced = 0;
        int overcommitted = 0;
        int full = 0;
        for (std::uint64_t seed = 0; seed < 3'000; ++seed) {
            const Problem problem = random_problem(seed);
            const Placement placement = place(problem.machines, problem.demands);
            unplaced += placement.unplaced.empty() ? 0 : 1;
            full += placement.placed.size() > 8 ? 1 : 0;
            std::vector<Resources> free;
            for (const Machine& machine : problem.machines) {
                Resources left = machine.allocatable;
                for (const Placed& replica : placement.placed) {
                    if (replica.server == machine.server && replica.machine == machine.index) {
                        left -= problem.demands[replica.service].request;
                    }
                }
                if (left.cpu.is_negative() || left.memory.is_negative()) ++overcommitted;
            }
        }
        CHECK(unplaced > 300);
        CHECK(overcommitted > 300);
        CHECK(full > 300);
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
        const std::vector<Demand> demands{{one, 2, std::nullopt, true}, {one, 1, 1u, false}};
        const Placement good{{{0, 0, 0, 0}, {0, 1, 1, 0}, {1, 0, 1, 0}}, {}};
        CHECK(broken_rules(machines, demands, good).empty());
        const auto breaks = [&](const Placement& bad) {
            return !broken_rules(machines, demands, bad).empty();
        };
        CHECK(breaks({{{0, 0, 0, 0}, {0, 1, 0, 0}, {1, 0, 1, 0}}, {}}));      // two on one machine
        CHECK(breaks({{{0, 0, 0, 0}, {0, 1, 1, 0}, {1, 0, 0, 0}}, {}}));      // not its pool
        CHECK(breaks({{{0, 0, 0, 0}, {0, 1, 1, 0}}, {}}));                    // one is lost
        CHECK(breaks({{{0, 0, 0, 0}, {0, 1, 1, 1}, {1, 0, 1, 0}}, {}}));      // no such machine
        CHECK(breaks({{{0, 0, 0, 0}, {0, 0, 1, 0}, {1, 0, 1, 0}}, {}}));      // the same twice
        CHECK(breaks({{{0, 0, 0, 0}, {1, 0, 1, 0}}, {Unplaced{0, 1, {}}}}));  // would fit
        CHECK(breaks({{{0, 0, 0, 0}, {0, 1, 1, 0}, {1, 0, 1, 0}}, {Unplaced{0, 1, {}}}}));
    }
}
