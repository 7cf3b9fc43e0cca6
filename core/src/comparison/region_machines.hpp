// SPDX-License-Identifier: MIT
//
// What machines one region rents out, cheapest first.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "../machine_need.hpp"
#include "stowage/catalogue.hpp"
#include "stowage/cost.hpp"
#include "stowage/provider_comparison.hpp"

namespace stowage {

/// One place to rent in, and for how long a month.
struct Region {
    std::string_view provider;
    std::string_view name;
    Duration hours;
};

struct RankedMachine {
    const InstanceType* type = nullptr;  ///< never null
    const Price* price = nullptr;        ///< never null
    AppliedPrice applied;
    Money month;  ///< of one, without discount
    bool stale = false;
};

/// Ordered once, so that a need costs one pass at most, and equal needs together one.
class RegionMachines {
  public:
    /// The catalogue must last as long as this.
    RegionMachines(const PriceBasis& prices, const Catalogue& catalogue, const Region& region,
                   const MachineFilter& filter);

    /// What the filter allows by architecture, generation and age of the price, cheapest month first, equal
    /// ones by name.
    [[nodiscard]] std::span<const RankedMachine> allowed() const { return allowed_; }
    /// Of those the first that carries the need, or null.
    [[nodiscard]] const RankedMachine* cheapest(const MachineNeed& need);
    /// Why there is none: "no machine carries 64 cores and 1 TiB", and what would but for the filter.
    [[nodiscard]] std::string why_none(const MachineNeed& need) const;

  private:
    using Key = std::tuple<std::int64_t, std::int64_t, std::int64_t>;

    [[nodiscard]] const RankedMachine* first_of(std::span<const RankedMachine> machines,
                                                const MachineNeed& need, bool shared_cpu) const;

    bool shared_cpu_ = false;
    std::vector<RankedMachine> allowed_;
    std::vector<RankedMachine> out_of_date_;  ///< what the age of the price alone keeps out
    std::map<Key, const RankedMachine*> found_;
};

}  // namespace stowage
