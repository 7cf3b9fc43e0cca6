// SPDX-License-Identifier: MIT
#include "stowage/machine_offers.hpp"

#include <algorithm>
#include <tuple>

namespace stowage {

std::vector<MachineOffer> machine_offers(const Catalogue& catalogue, std::string_view provider,
                                         std::string_view region, Offering offering, Resources needed) {
    std::vector<MachineOffer> offers;
    for (const Price& price : catalogue.prices_in(provider, region)) {
        const InstanceType& type = catalogue.types()[price.type];
        if (type.offering != offering) continue;
        const bool large_enough = type.cpu && type.memory && fits(needed, {*type.cpu, *type.memory});
        offers.push_back({&type, &price, large_enough, large_enough && *type.sustained_cpu() >= needed.cpu});
    }
    std::sort(offers.begin(), offers.end(), [](const MachineOffer& a, const MachineOffer& b) {
        return std::tie(a.price->hourly, a.type->sku) < std::tie(b.price->hourly, b.type->sku);
    });
    return offers;
}

}  // namespace stowage
