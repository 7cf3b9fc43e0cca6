// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <vector>

#include "bundles.hpp"
#include "room_index.hpp"

namespace stowage {

struct Assigned {
    std::uint32_t bundle = 0;
    std::uint32_t machine = 0;  ///< in the list of all machines
};

/// Bundles on machines while they are being placed, one group after the other or one machine after the other.
class Layout {
  public:
    Layout(const Grouping& grouping, RoomIndex rooms);

    [[nodiscard]] const RoomIndex& rooms() const { return rooms_; }
    [[nodiscard]] const std::vector<Assigned>& assigned() const { return assigned_; }
    /// How many of the bundle are not placed.
    [[nodiscard]] std::int64_t left(std::uint32_t bundle) const { return left_[bundle]; }

    void put(std::uint32_t bundle, std::size_t machine);
    /// Whether the group is spread and was the last one that was put there.
    [[nodiscard]] bool kept_apart(std::uint32_t group, std::size_t machine) const;
    /// Puts bundles of that kind on the first machines of [first, last) with room, as many as there are.
    /// Gives the first machine that may have room for another request of that shape, now and ever after.
    std::size_t fill(std::uint32_t bundle, std::size_t first, std::size_t last);

  private:
    const Grouping* grouping_;  ///< a pointer, so that one layout can take another's place
    RoomIndex rooms_;
    std::vector<std::uint32_t> runs_;  ///< group + 1 that was put last on each machine; 0: none
    std::vector<std::int64_t> left_;
    std::vector<Assigned> assigned_;
};

/// The first machine with room for each shape of request. Room only shrinks while bundles are placed: what
/// has none for a request now never has any for an equal one.
[[nodiscard]] std::vector<std::size_t> first_with_room(const Grouping& grouping, const RoomIndex& rooms);

/// Every automatic group in that order, each bundle on the first machine with room. `first` is
/// first_with_room(), found once for all orders.
[[nodiscard]] Layout first_fit(const Grouping& grouping, const std::vector<std::uint32_t>& order,
                               const RoomIndex& rooms, std::vector<std::size_t> first);

}  // namespace stowage
