// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/move.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// What becomes of replicas that a rule wants to add.
struct RoomForAdded {
    std::int64_t placed = 0;
    std::optional<MoveRoom> room;  ///< when not all are: on the pool that has most room for them
    std::uint32_t server = 0;      ///< that pool
};

/// Room in an environment of which some services have other numbers of replicas than the plan. Everything is
/// placed once for each combination of numbers.
class ReplayedRoom {
  public:
    /// What is given must outlive this.
    ReplayedRoom(const Plan& plan, std::uint32_t environment, const Estimate& estimate,
                 const Catalogue& catalogue);

    void set(std::uint32_t service, std::int64_t replicas) { replicas_[service] = replicas; }

    [[nodiscard]] const RoomForAdded& room_for(std::uint32_t service, std::int64_t added);

  private:
    using Replicas = std::map<std::uint32_t, std::int64_t>;

    [[nodiscard]] std::int64_t places_of_plan(std::uint32_t service) const;
    [[nodiscard]] RoomForAdded look(std::uint32_t service, std::int64_t added);
    void place();

    const Environment& planned_;
    const Catalogue& catalogue_;
    Plan changed_;                 ///< the environment alone, as it was placed last
    EnvironmentEstimate figures_;  ///< of it
    Replicas placed_;              ///< numbers of it that are not those of the plan
    Replicas replicas_;            ///< of each service that was set
    std::map<std::tuple<Replicas, std::uint32_t, std::int64_t>, RoomForAdded> known_;
};

}  // namespace stowage
