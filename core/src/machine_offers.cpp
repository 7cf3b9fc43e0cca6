// SPDX-License-Identifier: MIT
#include "stowage/machine_offers.hpp"

#include <algorithm>
#include <tuple>

#include "comparison/machine_series.hpp"
#include "machine_need.hpp"
#include "stowage/sort_by.hpp"

namespace stowage {

std::vector<MachineOffer> machine_offers(const Catalogue& catalogue, std::string_view provider,
                                         std::string_view region, Offering offering, Resources needed,
                                         std::string_view part) {
    std::vector<MachineOffer> offers;
    const auto sold = catalogue.prices_in(provider, region);
    const LatestGenerations latest(sold, catalogue);
    for (const Price& price : sold) {
        const InstanceType& type = catalogue.types()[price.type];
        if (type.offering != offering || !is_named(type, part)) continue;
        const bool large_enough = is_large_enough(type, needed);
        offers.push_back({&type, &price, large_enough, large_enough && sustains(type, needed.cpu),
                          offering != Offering::compute || latest.has(type)});
    }
    sort_by(offers, [](const MachineOffer& a, const MachineOffer& b) {
        return std::tie(b.sustains, b.large_enough, a.price->hourly, a.type->sku) <
               std::tie(a.sustains, a.large_enough, b.price->hourly, b.type->sku);
    });
    return offers;
}

}  // namespace stowage
