// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "stowage/placement.hpp"

namespace stowage {

/// The machines of one pool: [first, last) of the list.
struct Pool {
    std::size_t first = 0;
    std::size_t last = 0;

    [[nodiscard]] bool empty() const { return first == last; }
};

/// The pools by number. Asked for one that no machine belongs to, gives an empty one.
class Pools {
  public:
    explicit Pools(const std::vector<Machine>& machines) {
        for (std::size_t i = 0; i < machines.size(); ++i) {
            const std::size_t server = machines[i].server;
            if (server >= pools_.size()) pools_.resize(server + 1);
            Pool& pool = pools_[server];
            if (pool.empty()) pool = {i, i};
            pool.last = i + 1;
        }
    }

    [[nodiscard]] std::uint32_t count() const { return static_cast<std::uint32_t>(pools_.size()); }
    [[nodiscard]] Pool at(std::uint32_t server) const { return server < count() ? pools_[server] : Pool{}; }

  private:
    std::vector<Pool> pools_;
};

}  // namespace stowage
