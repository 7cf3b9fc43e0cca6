// SPDX-License-Identifier: MIT
#include "stowage/move.hpp"

#include <algorithm>
#include <optional>
#include <vector>

#include "placement/placement_problem.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

/// How many of the service's replicas run on each machine of the pool.
std::vector<std::int64_t> replicas_on(const EnvironmentEstimate& estimate, std::uint32_t service,
                                      std::uint32_t server) {
    std::vector<std::int64_t> counts(estimate.servers[server].machines.size());
    for (const Placed& placed : replicas_of(estimate.placement, service)) {
        if (placed.server == server) ++counts[placed.machine];
    }
    return counts;
}

/// The machines of a pool are equal: what lacks less of each resource comes nearer, CPU first.
bool nearer(Resources a, Resources b) {
    for (const Resource resource : kResources) {
        if (amount_of(a, resource) != amount_of(b, resource))
            return amount_of(a, resource) < amount_of(b, resource);
    }
    return false;
}

/// What becomes of the replicas that run on the pool already.
enum class OwnReplicas { stay, move_along };

MoveRoom room_on(const Environment& environment, const EnvironmentEstimate& estimate, std::uint32_t service,
                 std::uint32_t server, std::int64_t wanted, OwnReplicas own) {
    const bool spread = environment.services[service].spread;
    const bool stay = own == OwnReplicas::stay;
    const ServerEstimate& pool = estimate.servers[server];
    Resources request = limited_part(estimate.needs[service].request, pool.machine);
    if (environment.fit_memory == FitMemory::limit) request.memory = estimate.needs[service].peak_memory;
    Resources capacity = room_of(pool.machine);
    if (stay && environment.services[service].server.empty()) capacity -= pool.machine.floor;
    const auto running = replicas_on(estimate, service, server);
    MoveRoom room;
    room.wanted = wanted;
    std::optional<Resources> nearest;
    for (std::size_t machine = 0; machine < pool.machines.size(); ++machine) {
        Resources used = limited_part(pool.machines[machine].used, pool.machine);
        if (!stay) used -= request * running[machine];
        const Resources free = capacity - used;
        std::int64_t taken = fitting_of(request, free, room.wanted - room.replicas).times;
        if (spread && taken > 0) taken = stay && running[machine] > 0 ? 0 : 1;
        room.replicas += taken;
        const Resources missing = missing_of(request, free - request * taken);
        if (missing == Resources{}) continue;  // has room for more than it may take
        if (!nearest || nearer(missing, *nearest)) nearest = missing;
    }
    if (room.fits()) return room;
    room.spread_rule = !nearest && !pool.machines.empty();
    room.missing = nearest.value_or(pool.machines.empty() ? request : Resources{});
    return room;
}

/// "1 core and 512 MiB": what is more than nothing, in the order of the resources.
std::string show_missing(Resources missing) {
    std::string text;
    for (const Resource resource : kResources) {
        if (amount_of(missing, resource) <= 0) continue;
        text += (text.empty() ? "" : " and ") + show_amount(missing, resource);
    }
    return text;
}

}  // namespace

MoveRoom room_after_move(const Environment& environment, const EnvironmentEstimate& estimate,
                         std::uint32_t service, std::uint32_t server) {
    return room_on(environment, estimate, service, server, environment.services[service].replicas,
                   OwnReplicas::move_along);
}

MoveRoom room_for_more(const Environment& environment, const EnvironmentEstimate& estimate,
                       std::uint32_t service, std::uint32_t server, std::int64_t more) {
    return room_on(environment, estimate, service, server, more, OwnReplicas::stay);
}

std::string show_move_room(const MoveRoom& room) {
    if (room.fits()) return "fits";
    const std::string why =
        room.spread_rule ? "needs a machine of its own" : "lacks " + show_missing(room.missing);
    if (room.wanted == 1) return why;
    if (room.replicas == 0) return why + " each";
    return std::to_string(room.replicas) + " of " + std::to_string(room.wanted) + " fit, the next " + why;
}

}  // namespace stowage
