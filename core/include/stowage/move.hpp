// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// What a pool has for all replicas of a service, with everything else where it is.
struct MoveRoom {
    std::int64_t replicas = 0;  ///< that find room
    std::int64_t wanted = 0;    ///< that the service has
    Resources missing;          ///< of the next replica, on the machine that comes nearest; zero when all fit
    bool spread_rule = false;   ///< machines with room for the next one run a replica already

    [[nodiscard]] bool fits() const { return replicas >= wanted; }
};

/// Whether the service could be pinned to that pool. The headroom floor may be used, as pinned services may.
[[nodiscard]] MoveRoom room_after_move(const Environment& environment, const EnvironmentEstimate& estimate,
                                       std::uint32_t service, std::uint32_t server);

/// Whether `more` replicas find room on that pool beside everything that runs, the service's own replicas
/// included. The headroom floor stays free for a service that is placed automatically.
[[nodiscard]] MoveRoom room_for_more(const Environment& environment, const EnvironmentEstimate& estimate,
                                     std::uint32_t service, std::uint32_t server, std::int64_t more);

/// "fits", "lacks 1 core and 512 MiB", "1 of 2 fit, the next lacks 1 core", "lacks 1 core each".
[[nodiscard]] std::string show_move_room(const MoveRoom& room);

}  // namespace stowage
