// SPDX-License-Identifier: MIT
//
// Figures about what is left on servers.
#pragma once

#include <optional>
#include <vector>

#include "stowage/estimate.hpp"

namespace stowage {

/// The machine and resource of one server that run out first; none where nothing can be allocated.
[[nodiscard]] std::optional<Tightest> tightest_of(const ServerEstimate& server, std::uint32_t index);
/// The tightest of all servers.
[[nodiscard]] std::optional<Tightest> tightest_of(const std::vector<ServerEstimate>& servers);

/// What is free on the server's machines of one resource without enough of the other beside it for more of
/// the same: free memory - max(0, free CPU) x mix.memory / mix.cpu, and the reverse, of each machine. `mix`
/// is what the environment requests; without both resources in it nothing is stranded.
[[nodiscard]] Resources stranded_on(const ServerEstimate& server, Resources mix);

}  // namespace stowage
