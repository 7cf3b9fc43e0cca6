// SPDX-License-Identifier: MIT
//
// One environment bought everywhere: what the same servers, databases and traffic cost with each provider.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/cost.hpp"
#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// Which machines may be chosen.
struct MachineFilter {
    Architecture architecture = Architecture::unknown;  ///< unknown: any
    bool latest_generation = false;  ///< only the newest generation of each series that the region sells
    bool shared_cpu = false;    ///< vCPUs that are shared without a published baseline count as sustained
    bool stale_prices = false;  ///< prices that are known to be out of date may be the cheapest

    friend bool operator==(const MachineFilter&, const MachineFilter&) = default;
};

/// What a provider has no match for.
struct MissingItem {
    std::string where;  ///< JSON pointer of the element in the environment
    std::string what;   ///< "no machine sustains 64 cores and 1 TiB"
};

/// The environment bought in one provider's region.
struct ProviderOffer {
    std::string provider;
    std::string region;
    bool current = false;     ///< as the plan has it
    Environment environment;  ///< with what is rented there: adopting it is taking its place
    std::vector<CostLine> lines;
    Cost cost;
    std::vector<MissingItem> missing;  ///< without them the cost is "at least"
    /// By how much its lower end differs from the plan's, in hundredths of a per cent; none where either is
    /// not complete, or the plan's is zero.
    std::optional<std::int64_t> difference;
};

/// The plan as it is first, then every other provider (in the order of the catalogue) in its region near the
/// environment's; without a location in each provider's first region. For each server with a price or an
/// instance the cheapest machine that carries it: nominal and sustained CPU and memory reach its planned size
/// (where it states none, what its services request, the reserve and the headroom policy on its fullest
/// machine). Managed services are matched by what they offer and their figures, and by being a
/// highly available pair or not. Prices agreed outside the catalogue stay with the plan as it is.
[[nodiscard]] std::vector<ProviderOffer> compare_providers(const Plan& plan, const Environment& environment,
                                                           const EnvironmentEstimate& estimate,
                                                           const Catalogue& catalogue,
                                                           const MachineFilter& filter);

enum class Alternative { current, smaller, larger, similar, cheapest };

[[nodiscard]] std::string_view name_of(Alternative alternative);

/// A machine of the same region that could take the place of a server's.
struct MachineAlternative {
    Alternative kind = Alternative::similar;
    const InstanceType* type = nullptr;  ///< of the catalogue; never null
    const Price* price = nullptr;
    Money month;           ///< for all machines of the pool
    bool carries = false;  ///< see compare_providers()
};

/// Where the server is, the next size down and up of its own series, machines of about the same CPU and
/// memory of other series (the five cheapest), and the cheapest that carries it.
[[nodiscard]] std::vector<MachineAlternative> machine_alternatives(
    const Plan& plan, const Environment& environment, const EnvironmentEstimate& estimate,
    std::uint32_t server, const Catalogue& catalogue, const MachineFilter& filter);

}  // namespace stowage
