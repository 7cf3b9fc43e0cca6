// SPDX-License-Identifier: MIT
//
// One environment bought everywhere: what the same servers, databases and traffic cost with each provider.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/catalogue.hpp"
#include "stowage/cost.hpp"
#include "stowage/estimate.hpp"
#include "stowage/plan.hpp"

namespace stowage {

/// Which machines may be chosen.
struct MachineFilter {
    Architecture architecture = Architecture::unknown;  ///< unknown: any
    bool latest_generation = false;  ///< of machines: only the newest of each series that the region sells
    bool shared_cpu = false;    ///< vCPUs that are shared without a published baseline count as sustained
    bool stale_prices = false;  ///< prices that are known to be out of date may be the cheapest

    friend bool operator==(const MachineFilter&, const MachineFilter&) = default;
};

/// What has no price there.
struct MissingItem {
    std::string where;  ///< JSON pointer of the element in the environment
    std::string what;   ///< "no machine carries 64 cores and 1 TiB"
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

/// Nothing of it has a price: there is no total to compare, and nothing to take.
[[nodiscard]] bool is_unpriced(const ProviderOffer& offer);

/// Indices of the offers to be read from the cheapest on: totals that tell everything, then those that lack
/// something and may be larger than they look, then what has no price at all. Of each group the plan first.
[[nodiscard]] std::vector<std::uint32_t> cheapest_first(const std::vector<ProviderOffer>& offers);

/// "+12.50%", "-3.08%", "0.00%".
[[nodiscard]] std::string show_difference(std::int64_t hundredths_of_percent);

/// The plan as it is first, then every other provider (in the order of the catalogue) in its region near the
/// environment's; without such a region in its first one. The catalogue is one with_own_prices().
///
/// Each server gets the cheapest machine that carries it (docs/comparison.md): nominal CPU and memory reach
/// its size, the planned one, else that of its instance; what services request of its fullest machine, with
/// the reserve, is sustained. A size that the plan does not state stays what it is, so what fits stays too.
/// Where nobody tells the size, services, reserve and headroom policy must have room. Managed services are
/// matched by what they offer and their figures, a highly available pair with such a pair; a cache by its
/// memory. Types of disk, storage and load balancer are the provider's usual ones. Own costs, discounts and
/// max_cost are agreed outside the catalogue, and stay with the plan as it is.
[[nodiscard]] std::vector<ProviderOffer> compare_providers(const Plan& plan, const Environment& environment,
                                                           const EnvironmentEstimate& estimate,
                                                           const Catalogue& catalogue,
                                                           const MachineFilter& filter);

/// The rule in two sentences, for the eye.
[[nodiscard]] std::string comparison_rule();

/// How a machine relates to the one that is rented.
enum class Alternative { current, smaller, larger, similar, cheapest };

/// For the eye.
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
/// memory of other series (the five cheapest; of 75 % to 150 % of each: our choice), and the cheapest that
/// carries it, in the order of Alternative. The catalogue is one with_own_prices(), and must last as long.
[[nodiscard]] std::vector<MachineAlternative> machine_alternatives(
    const Plan& plan, const Environment& environment, const EnvironmentEstimate& estimate,
    std::uint32_t server, const Catalogue& catalogue, const MachineFilter& filter);

}  // namespace stowage
