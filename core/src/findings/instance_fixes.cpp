// SPDX-License-Identifier: MIT
#include "instance_fixes.hpp"

#include <algorithm>
#include <tuple>

#include "stowage/edit_distance.hpp"

namespace stowage {
namespace {

/// With what a month then costs; an own price says nothing about another type.
template <class Rented>
Fix rent(const Examined& examined, const std::string& item, const Price& price, const Rented& rented) {
    const Environment& environment = examined.environment;
    const InstanceType& type = examined.catalogue.types()[price.type];
    const std::string& sku = type.sku;
    const std::vector<FieldEdit> edits{{child_pointer(item, "instance"), sku}};
    // What software is built for matters where it is not the usual one, and no machine told it before.
    const bool is_news = rented.instance.empty() && type.architecture == Architecture::arm64;
    const std::string label = "Rent " + sku + (is_news ? " (Arm)" : "");
    if (rented.cost) return {label, edits};
    const auto applied = applied_price(examined.plan.prices, examined.catalogue, environment.provider,
                                       environment.region, sku);
    const Percent discount = rented.discount.value_or(environment.discount);
    const Money month = month_of(applied.value_or(AppliedPrice{price.hourly, price.month_cap}),
                                 environment.hours, rented.count, discount);
    return {label + " at " + show_money(month) + " a month", edits};
}

/// The most slips that a name may have: two, in long names one for every six letters, never half of the name.
std::size_t most_slips(std::string_view sku) {
    return std::min(std::max<std::size_t>(2, sku.size() / 6), (sku.size() - 1) / 2);
}

/// The price of the type that `sku` is probably a slip of the hand for; null when no name is near.
const Price* what_is_meant(const Examined& examined, std::string_view sku, bool machine) {
    const Environment& environment = examined.environment;
    if (sku.empty()) return nullptr;
    const std::size_t most = most_slips(sku);
    const Price* best = nullptr;
    std::size_t best_slips = most + 1;
    for (const Price& price : examined.catalogue.prices_in(environment.provider, environment.region)) {
        const InstanceType& type = examined.catalogue.types()[price.type];
        const std::size_t longer =
            std::max(type.sku.size(), sku.size()) - std::min(type.sku.size(), sku.size());
        if ((type.offering == Offering::compute) != machine || longer >= best_slips) continue;
        const std::size_t slips = edit_distance(sku, type.sku);
        if (slips >= best_slips) continue;
        best = &price;
        best_slips = slips;
    }
    return best;
}

}  // namespace

const Price* cheapest_that_carries(const Examined& examined, const MachineNeed& need,
                                   Architecture architecture) {
    const Environment& environment = examined.environment;
    const auto rank = [&](const Price& price) {
        return std::tuple(examined.catalogue.sources()[price.source].stale, price.hourly);
    };
    const Price* best = nullptr;
    for (const Price& price : examined.catalogue.prices_in(environment.provider, environment.region)) {
        if (best != nullptr && rank(price) >= rank(*best)) continue;
        const InstanceType& type = examined.catalogue.types()[price.type];
        const bool is_allowed = architecture == Architecture::unknown || type.architecture == architecture;
        if (is_allowed && need.is_carried_by(type)) best = &price;
    }
    return best;
}

std::vector<Fix> rent_what_carries(const Examined& examined, std::size_t i) {
    const Environment& environment = examined.environment;
    const Server& server = environment.servers[i];
    const ServerEstimate& estimate = examined.estimate.servers[i];
    const InstanceType* present = examined.types[i];
    if (present == nullptr || !estimate.machine.complete) return {};
    const MachineNeed need(environment, server, estimate, Sizing::follows_type);
    const Price* best = cheapest_that_carries(examined, need, present->architecture);
    if (best == nullptr) return {};
    return {rent(examined, examined.pointer_to("servers", server.name), *best, server)};
}

std::vector<Fix> rent_a_first_machine(const Examined& examined, std::size_t i) {
    const Server& server = examined.environment.servers[i];
    if (server.cost || !server.instance.empty()) return {};
    const MachineNeed need(examined.environment, server, examined.estimate.servers[i], Sizing::follows_type);
    const Price* best =
        need.is_known() ? cheapest_that_carries(examined, need, Architecture::unknown) : nullptr;
    if (best == nullptr) return {};
    return {rent(examined, examined.pointer_to("servers", server.name), *best, server)};
}

std::vector<Fix> rent_what_is_meant(const Examined& examined, const Server& server) {
    const Price* meant = what_is_meant(examined, server.instance, true);
    if (meant == nullptr) return {};
    return {rent(examined, examined.pointer_to("servers", server.name), *meant, server)};
}

std::vector<Fix> rent_what_is_meant(const Examined& examined, const Managed& managed) {
    const Price* meant = what_is_meant(examined, managed.instance, false);
    if (meant == nullptr) return {};
    return {rent(examined, examined.pointer_to("managed", managed.name), *meant, managed)};
}

}  // namespace stowage
