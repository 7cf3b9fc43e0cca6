// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>
#include <utility>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/fit.hpp"
#include "stowage/move.hpp"
#include "stowage/plan.hpp"
#include "stowage/replay.hpp"

namespace stowage {

/// Rented beyond the plan, of each pool in the order of the plan.
using Machines = std::vector<std::int64_t>;

/// What becomes of replicas that a rule wants to add.
struct RoomForAdded {
    std::int64_t placed = 0;
    std::optional<MoveRoom> room;  ///< when not all are: on the pool that has most room for them
    std::uint32_t server = 0;      ///< that pool
    Machines machines{};           ///< that are rented for that, with those from before
};

/// Room in an environment of which some services have other numbers of replicas than the plan, and some pools
/// more machines. Everything is placed once for each combination of numbers.
class ReplayedRoom {
  public:
    /// What is given must outlive this.
    ReplayedRoom(const Plan& plan, std::uint32_t environment, const Estimate& estimate,
                 const Catalogue& catalogue, MachineSupply supply);

    void set(std::uint32_t service, std::int64_t replicas) { replicas_[service] = replicas; }

    [[nodiscard]] const RoomForAdded& room_for(std::uint32_t service, std::int64_t added);

    [[nodiscard]] const Machines& machines() const { return machines_; }
    void rent(const Machines& machines) { machines_ = machines; }
    /// Gives back the machines that are not needed.
    void give_back();

  private:
    using Replicas = std::map<std::uint32_t, std::int64_t>;

    [[nodiscard]] std::int64_t places_of_plan(std::uint32_t service) const;
    [[nodiscard]] bool is_grown() const;
    [[nodiscard]] RoomForAdded look(std::uint32_t service, std::int64_t added);
    void look_for_machines(RoomForAdded& result, std::uint32_t service, std::int64_t added,
                           const std::vector<PoolRoom>& pools);
    [[nodiscard]] std::int64_t most_machines(std::uint32_t server) const;
    /// Replicas of the service that find room when the pool has so many machines more than the plan.
    [[nodiscard]] std::int64_t room_with(std::uint32_t service, std::int64_t added, std::uint32_t server,
                                         std::int64_t machines);
    [[nodiscard]] bool suffices_with(std::uint32_t server, std::int64_t machines);
    void place();

    const Environment& planned_;
    const Catalogue& catalogue_;
    Plan changed_;  ///< the environment alone, as it was placed last
    const EnvironmentEstimate& planned_figures_;
    EnvironmentEstimate figures_;  ///< of it
    Replicas placed_;              ///< numbers of it that are not those of the plan
    Machines placed_on_;           ///< machines of it beyond the plan
    Replicas replicas_;            ///< of each service that was set
    bool may_rent_;
    Machines machines_;
    std::map<std::tuple<Replicas, Machines, std::uint32_t, std::int64_t>, RoomForAdded> known_;
    std::map<std::pair<Replicas, Machines>, Machines> needed_;  ///< of what was rented
};

}  // namespace stowage
