// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "replayed_room.hpp"
#include "stowage/catalogue.hpp"
#include "stowage/plan.hpp"
#include "stowage/replay.hpp"

namespace stowage {

/// The bill of a replay that rents machines.
class RentLedger {
  public:
    /// What is given must outlive this.
    RentLedger(const Plan& plan, std::uint32_t environment, const Catalogue& catalogue);

    /// The next minute ran with these machines beyond the plan.
    void add_minute(const Machines& machines);
    /// Of all minutes.
    [[nodiscard]] ReplayedRent take();

  private:
    /// Of a month with these machines all the time.
    [[nodiscard]] const Cost& cost_with(const Machines& machines);
    [[nodiscard]] Cost share_of_minutes(std::int64_t of);

    const Plan& plan_;
    const Environment& planned_;
    const Catalogue& catalogue_;
    std::map<Machines, Cost> costs_;
    std::vector<Machines> minutes_;
};

}  // namespace stowage
