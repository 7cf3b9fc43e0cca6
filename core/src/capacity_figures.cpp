// SPDX-License-Identifier: MIT
#include "capacity_figures.hpp"

#include <algorithm>

namespace stowage {
namespace {

/// What is free of a resource on a machine, and what can be allocated of it.
struct FreeShare {
    std::int64_t free = 0;
    std::int64_t whole = 0;
};

FreeShare free_share(const ServerEstimate& server, const Tightest& at) {
    return {amount_of(server.machines[at.machine].free, at.resource),
            amount_of(server.machine.allocatable(), at.resource)};
}

bool tighter(FreeShare a, FreeShare b) { return less_share(a.free, a.whole, b.free, b.whole); }

/// What is left of `free` when all of `other` is used up at the mix.
std::int64_t left_over(std::int64_t free, std::int64_t other, std::int64_t mix, std::int64_t other_mix) {
    const auto usable = detail::Int128{std::max<std::int64_t>(other, 0)} * mix / other_mix;
    return static_cast<std::int64_t>(std::max<detail::Int128>(free - usable, 0));
}

}  // namespace

std::optional<Tightest> tightest_of(const ServerEstimate& server, std::uint32_t index) {
    std::optional<Tightest> best;
    for (std::uint32_t machine = 0; machine < server.machines.size(); ++machine) {
        for (const Resource resource : kResources) {
            const Tightest next{index, machine, resource};
            if (!server.machine.limits(resource) || free_share(server, next).whole <= 0) continue;
            if (!best || tighter(free_share(server, next), free_share(server, *best))) best = next;
        }
    }
    return best;
}

std::optional<Tightest> tightest_of(const std::vector<ServerEstimate>& servers) {
    std::optional<Tightest> best;
    for (std::uint32_t server = 0; server < servers.size(); ++server) {
        const auto next = tightest_of(servers[server], server);
        if (!next) continue;
        if (!best || tighter(free_share(servers[server], *next), free_share(servers[best->server], *best))) {
            best = next;
        }
    }
    return best;
}

Resources stranded_on(const ServerEstimate& server, Resources mix) {
    Resources stranded;
    const std::int64_t cpu = mix.cpu.to_millis();
    const std::int64_t memory = mix.memory.to_bytes();
    if (cpu <= 0 || memory <= 0) return stranded;
    for (const MachineEstimate& machine : server.machines) {
        const std::int64_t free_cpu = machine.free.cpu.to_millis();
        const std::int64_t free_memory = machine.free.memory.to_bytes();
        stranded.cpu += MilliCpu::millis(left_over(free_cpu, free_memory, cpu, memory));
        stranded.memory += Bytes::bytes(left_over(free_memory, free_cpu, memory, cpu));
    }
    return stranded;
}

}  // namespace stowage
