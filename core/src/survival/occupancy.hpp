// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "../placement/placement_problem.hpp"
#include "../placement/pools.hpp"
#include "../placement/room_index.hpp"
#include "stowage/placement.hpp"

namespace stowage {

/// A placement seen from its machines, which are numbered as in the problem: what each has free, the minimum
/// headroom included, and what runs on it. Refers to the placement.
class Occupancy {
  public:
    Occupancy(const PlacementProblem& problem, const Placement& placement);

    [[nodiscard]] const PlacementProblem& problem() const { return problem_; }
    [[nodiscard]] std::size_t machines() const { return problem_.machines.size(); }
    [[nodiscard]] std::vector<Resources> free() const;
    /// All machines for a service that is placed automatically, its pool for a pinned one.
    [[nodiscard]] Pool allowed(std::uint32_t service) const;
    /// The replicas on a machine, by service, then replica: indices into the placement's list.
    [[nodiscard]] std::span<const std::uint32_t> placed_on(std::size_t machine) const;
    [[nodiscard]] const Placed& placed(std::uint32_t index) const { return placement_.placed[index]; }
    /// The machine of each replica of a service that is placed.
    [[nodiscard]] std::span<const std::uint32_t> machines_of(std::uint32_t service) const;

  private:
    PlacementProblem problem_;  ///< the rules of groups stated at each member
    const Placement& placement_;
    Pools pools_;
    std::vector<std::uint32_t> machine_of_;        ///< of each placed replica
    std::vector<std::uint32_t> first_of_service_;  ///< in machine_of_; one more than services
    std::vector<std::uint32_t> by_machine_;        ///< placed replicas, a machine's together
    std::vector<std::uint32_t> first_on_machine_;  ///< in by_machine_; one more than machines
};

/// A set of machines that empties at once.
class MachineMarks {
  public:
    explicit MachineMarks(std::size_t machines) : stamps_(machines, 0) {}
    void clear() { ++now_; }
    void add(std::size_t machine) { stamps_[machine] = now_; }
    [[nodiscard]] bool has(std::size_t machine) const { return stamps_[machine] == now_; }
    /// The first of [from, end) without a mark; `end` when all have one.
    [[nodiscard]] std::size_t first_without(std::size_t from, std::size_t end) const {
        while (from < end && has(from)) ++from;
        return from;
    }

  private:
    std::vector<std::uint64_t> stamps_;
    std::uint64_t now_ = 1;
};

}  // namespace stowage
