// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "random.hpp"
#include "stowage/limits.hpp"
#include "stowage/placement.hpp"

namespace stowage::test {

struct Problem {
    std::vector<Machine> machines;
    std::vector<Demand> demands;

    [[nodiscard]] Placement placement() const { return place(machines, demands); }
};

/// One to four equal machines.
inline std::vector<Machine> pool_at_random(Random& random, std::uint32_t server) {
    Resources size{MilliCpu::millis(500) * random.between(0, 8), Bytes::mib(512) * random.between(0, 8)};
    size.disk = random.chance(50) ? Bytes::gib(10) * random.between(0, 8) : limits::kUnlimitedDisk;
    size.pods = random.chance(50) ? random.between(0, 8) : limits::kUnlimitedPods;
    const Resources floor{MilliCpu::millis(500) * random.between(0, 1),
                          Bytes::mib(512) * random.between(0, 1)};
    std::vector<Machine> machines;
    const auto count = static_cast<std::uint32_t>(random.between(1, 4));
    for (std::uint32_t i = 0; i < count; ++i) machines.push_back({server, i, size, floor});
    return machines;
}

/// Small and tight: ties, over-commitment, spreading, groups and refusals are frequent.
inline Problem problem_at_random(std::uint64_t seed) {
    Random random(seed);
    Problem problem;
    const auto pools = static_cast<std::uint32_t>(random.between(0, 3));
    for (std::uint32_t server = 0; server < pools; ++server) {
        const auto pool = pool_at_random(random, server);
        problem.machines.insert(problem.machines.end(), pool.begin(), pool.end());
    }
    const bool often_together = random.chance(50);
    const auto services = random.between(0, 10);
    for (std::int64_t service = 0; service < services; ++service) {
        Demand demand;
        demand.request = {
            MilliCpu::millis(500) * random.between(0, 5), Bytes::mib(512) * random.between(0, 5), {}, 1};
        if (random.chance(30)) demand.request.disk = Bytes::gib(10) * random.between(0, 3);
        demand.replicas = random.between(0, 6);
        demand.spread = random.chance(30);
        if (pools > 0 && random.chance(40))
            demand.server = static_cast<std::uint32_t>(random.between(0, pools - 1));
        if (often_together && random.chance(60))
            demand.together = static_cast<std::uint32_t>(random.between(1, 3));
        problem.demands.push_back(demand);
    }
    return problem;
}

}  // namespace stowage::test
