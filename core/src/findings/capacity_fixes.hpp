// SPDX-License-Identifier: MIT
//
// Fixes that were tried: each is a changed placement in which the finding is gone.
#pragma once

#include <cstdint>
#include <optional>

#include "examined.hpp"

namespace stowage {

/// Moves a pinned service to a server that has the room, the smallest that will do; else adds machines. None
/// when neither leaves every machine of the server within its size and, if `keep_floor`, its minimum
/// headroom.
[[nodiscard]] std::optional<Fix> fix_server(const Examined& examined, std::uint32_t server, bool keep_floor);

/// Adds machines to the server that needs the fewest, until the service is placed.
[[nodiscard]] std::optional<Fix> fix_unplaced(const Examined& examined, std::uint32_t service);

/// Adds one machine to a server, or to each that is lost with harm, until every loss of a server is survived.
[[nodiscard]] std::optional<Fix> fix_server_loss(const Examined& examined);
/// Adds one machine to a server.
[[nodiscard]] std::optional<Fix> fix_zone_loss(const Examined& examined);
[[nodiscard]] std::optional<Fix> fix_surges(const Examined& examined);

}  // namespace stowage
