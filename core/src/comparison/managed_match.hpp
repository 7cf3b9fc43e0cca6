// SPDX-License-Identifier: MIT
//
// The database or cache of another provider that can take the place of one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "region_machines.hpp"
#include "stowage/catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// What a managed service must offer to stand in for one. A cache is its memory: providers do not publish the
/// vCPUs of most.
struct ManagedNeed {
    Offering offering = Offering::postgres;
    MilliCpu cpu;        ///< nominal; zero where nobody tells
    MilliCpu sustained;  ///< of it all the time
    Bytes memory;
    bool several_nodes = false;  ///< that stand in for each other, sold as one
};

/// Of the type that it is an instance of; of a cache that is priced by its memory that memory; else of the
/// service that it is for. None where none of them tells.
[[nodiscard]] std::optional<ManagedNeed> managed_need(const Environment& environment, const Managed& managed,
                                                      const EnvironmentEstimate& estimate,
                                                      const Catalogue& catalogue);

/// Whether a sku is that of several nodes that stand in for each other, as the price lists name them: RDS
/// ":multi-az", Cloud SQL ":ha", Linode ":2-node" and ":3-node", Azure Cache Standard and Premium,
/// Memorystore "standard".
[[nodiscard]] bool has_several_nodes(std::string_view sku);

struct ManagedMatch {
    std::string instance;
    std::optional<Bytes> memory;  ///< where it is priced by it
};

/// The databases and caches that one region rents out, cheapest first.
class RegionServices {
  public:
    /// The catalogue must last as long as this.
    RegionServices(const Catalogue& catalogue, const Region& region, const MachineFilter& filter);

    /// The cheapest that offers at least what is needed, or none.
    [[nodiscard]] std::optional<ManagedMatch> cheapest(const ManagedNeed& need) const;
    [[nodiscard]] std::string why_none(const ManagedNeed& need) const;

  private:
    struct Priced {
        const InstanceType* type = nullptr;  ///< never null
        Money month;
        bool stale = false;
    };

    [[nodiscard]] bool allows(const ManagedNeed& need, const Priced& priced) const;
    [[nodiscard]] const Priced* cheapest_instance(const ManagedNeed& need) const;

    const Catalogue& catalogue_;
    Region region_;
    MachineFilter filter_;
    std::vector<Priced> services_;
};

}  // namespace stowage
