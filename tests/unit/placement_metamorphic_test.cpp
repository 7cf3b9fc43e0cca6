// SPDX-License-Identifier: MIT
//
// What must not change, or not get worse, when a problem is changed in a known way. No expected placement is
// needed.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <utility>

#include "random_problem.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr std::uint64_t kSeeds = 4'000;

std::int64_t unplaced_of(const Placement& placement) {
    std::int64_t replicas = 0;
    for (const Unplaced& unplaced : placement.unplaced) replicas += unplaced.replicas;
    return replicas;
}

/// What runs on every machine.
std::map<std::pair<std::uint32_t, std::uint32_t>, Resources> used_by_machine(const Problem& problem,
                                                                             const Placement& placement) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, Resources> used;
    for (const Placed& placed : placement.placed) {
        used[{placed.server, placed.machine}] += problem.demands[placed.service].request;
    }
    return used;
}

std::uint32_t pools_of(const Problem& problem) {
    return problem.machines.empty() ? 0 : problem.machines.back().server + 1;
}

/// Whether pinned services take more of some machine of the last pool than it has.
bool last_pool_overcommitted(const Problem& problem, const Placement& placement) {
    const auto used = used_by_machine(problem, placement);
    return std::any_of(problem.machines.begin(), problem.machines.end(), [&](const Machine& machine) {
        const auto at = used.find({machine.server, machine.index});
        return machine.server + 1 == pools_of(problem) && at != used.end() &&
               !fits(at->second, machine.allocatable);
    });
}

/// The numbers of unplaced replicas, smallest first: which of two equal services is short does not matter.
std::vector<std::int64_t> shortages(const Placement& placement) {
    std::vector<std::int64_t> counts;
    for (const Unplaced& unplaced : placement.unplaced) counts.push_back(unplaced.replicas);
    std::sort(counts.begin(), counts.end());
    return counts;
}

Problem shuffled(const Problem& problem, Random& random) {
    Problem other = problem;
    for (std::size_t i = other.demands.size(); i > 1; --i) {
        std::swap(
            other.demands[i - 1],
            other.demands[static_cast<std::size_t>(random.between(0, static_cast<std::int64_t>(i) - 1))]);
    }
    return other;
}

/// All amounts of one resource by that factor.
Problem scaled(const Problem& problem, Resource resource, std::int64_t factor) {
    const auto scale = [&](Resources& amounts) {
        if (resource == Resource::cpu) amounts.cpu = amounts.cpu * factor;
        if (resource == Resource::memory) amounts.memory = amounts.memory * factor;
        if (resource == Resource::pods) amounts.pods = amounts.pods * factor;
        const bool limited = amounts.disk < limits::kUnlimitedDisk;
        if (resource == Resource::disk && limited) amounts.disk = amounts.disk * factor;
    };
    Problem other = problem;
    for (Machine& machine : other.machines) {
        scale(machine.allocatable);
        scale(machine.floor);
    }
    for (Demand& demand : other.demands) scale(demand.request);
    return other;
}

}  // namespace

TEST_SUITE("placement, changed in a known way") {
    TEST_CASE("one more pool at the end never leaves more replicas unplaced") {
        int better = 0;
        for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
            Problem problem = problem_at_random(seed);
            const std::int64_t before = unplaced_of(problem.placement());
            Random random(seed + kSeeds);
            const auto pool = pool_at_random(random, pools_of(problem));
            problem.machines.insert(problem.machines.end(), pool.begin(), pool.end());
            const std::int64_t after = unplaced_of(problem.placement());
            CHECK_MESSAGE(after <= before, "seed " << seed);
            better += after < before ? 1 : 0;
        }
        CHECK(better > 500);
    }

    TEST_CASE(
        "one more machine in the last pool never leaves more replicas unplaced, if nothing over-commits it") {
        int better = 0;
        for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
            Problem problem = problem_at_random(seed);
            const Placement first = problem.placement();
            if (problem.machines.empty() || last_pool_overcommitted(problem, first)) continue;
            const std::int64_t before = unplaced_of(first);
            Machine machine = problem.machines.back();
            ++machine.index;
            problem.machines.push_back(machine);
            const std::int64_t after = unplaced_of(problem.placement());
            CHECK_MESSAGE(after <= before, "seed " << seed);
            better += after < before ? 1 : 0;
        }
        CHECK(better > 300);
    }

    TEST_CASE("the order of the services changes no total") {
        for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
            const Problem problem = problem_at_random(seed);
            Random random(seed + kSeeds);
            const Problem other = shuffled(problem, random);
            const Placement placement = problem.placement();
            const Placement same = other.placement();
            const bool as_full = used_by_machine(problem, placement) == used_by_machine(other, same);
            CHECK_MESSAGE(as_full, "seed " << seed);
            CHECK_MESSAGE(shortages(placement) == shortages(same), "seed " << seed);
            CHECK_MESSAGE(placement.apart.size() == same.apart.size(), "seed " << seed);
        }
    }

    TEST_CASE("the unit of a resource changes nothing") {
        for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
            const Problem problem = problem_at_random(seed);
            const Placement placement = problem.placement();
            for (const Resource resource : kResources) {
                const Placement same = scaled(problem, resource, 7).placement();
                CHECK_MESSAGE((same.placed == placement.placed), "seed " << seed);
                CHECK_MESSAGE(shortages(same) == shortages(placement), "seed " << seed);
            }
        }
    }
}
