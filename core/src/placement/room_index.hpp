// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "stowage/resources.hpp"

namespace stowage {

/// The free room of machines in a fixed order, made for the question of first-fit placement: which is the
/// first machine from here on that has room for this?
///
/// A binary tree over the machines; each node holds, resource by resource, the largest room below it. A
/// request that exceeds a node in any resource fits nowhere below. The reverse does not hold (the CPU may be
/// free on one machine and the memory on another), so the leaf decides. A change costs O(log machines), and
/// so does a question unless machines with much of one resource and little of another alternate.
class RoomIndex {
  public:
    explicit RoomIndex(const std::vector<Resources>& rooms);

    [[nodiscard]] std::size_t size() const { return size_; }
    [[nodiscard]] Resources room(std::size_t machine) const { return most_[leaves_ + machine]; }
    void set_room(std::size_t machine, Resources room);
    void take(std::size_t machine, Resources request) { set_room(machine, room(machine) - request); }
    void give(std::size_t machine, Resources request) { set_room(machine, room(machine) + request); }

    /// The first machine of [from, end) whose room fits the request; `end` when there is none.
    [[nodiscard]] std::size_t first_fitting(Resources request, std::size_t from, std::size_t end) const;
    /// The first of all from there on; size() when there is none.
    [[nodiscard]] std::size_t first_fitting(Resources request, std::size_t from = 0) const {
        return first_fitting(request, from, size_);
    }

  private:
    [[nodiscard]] std::size_t first_leaf_below(std::size_t node) const;

    std::size_t size_ = 0;
    std::size_t leaves_ = 1;       ///< a power of two; the leaf of a machine is node leaves_ + machine
    std::vector<Resources> most_;  ///< the root is node 1, the children of n are 2n and 2n + 1
};

}  // namespace stowage
