// SPDX-License-Identifier: MIT
#include "stowage/provider_comparison.hpp"

#include <cstdlib>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "../machine_need.hpp"
#include "managed_match.hpp"
#include "region_machines.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/sort_by.hpp"

namespace stowage {
namespace {

/// What is rented anew, the same for every provider.
struct Needs {
    std::vector<MachineNeed> machines;                 ///< of the servers, as in the plan
    std::vector<std::optional<ManagedNeed>> services;  ///< of the managed services
};

Needs needs_of(const Environment& environment, const EnvironmentEstimate& estimate,
               const Catalogue& catalogue) {
    Needs needs;
    needs.machines.reserve(environment.servers.size());
    for (std::size_t i = 0; i < environment.servers.size(); ++i)
        needs.machines.emplace_back(environment, environment.servers[i], estimate.servers[i], Sizing::stays);
    needs.services.reserve(environment.managed.size());
    for (const Managed& managed : environment.managed)
        needs.services.push_back(managed_need(environment, managed, estimate, catalogue));
    return needs;
}

using Reasons = std::unordered_map<std::string, std::string>;  ///< by pointer

/// A size that the instance alone gave is stated where the new one has another.
void keep_size(Server& server, const MachineNeed& need, const InstanceType* type) {
    const Resources size = need.size();
    if (!server.cpu && !size.cpu.is_zero() && (type == nullptr || type->cpu != size.cpu))
        server.cpu = size.cpu;
    if (!server.memory && !size.memory.is_zero() && (type == nullptr || type->memory != size.memory))
        server.memory = size.memory;
}

void rent_machine(Server& server, const std::string& where, const MachineNeed& need, RegionMachines& machines,
                  Reasons& reasons) {
    server.cost.reset();
    server.discount.reset();
    server.disk_type.clear();
    const RankedMachine* machine = need.is_known() ? machines.cheapest(need) : nullptr;
    keep_size(server, need, machine != nullptr ? machine->type : nullptr);
    server.instance = machine != nullptr ? machine->type->sku : std::string{};
    if (machine != nullptr) return;
    reasons[where] = need.is_known() ? machines.why_none(need) : "nothing tells how large it is";
}

void rent_service(Managed& managed, const std::string& where, const std::optional<ManagedNeed>& need,
                  const RegionServices& services, Reasons& reasons) {
    managed.cost.reset();
    managed.discount.reset();
    managed.max_cost.reset();
    managed.storage_type.clear();
    managed.memory.reset();
    managed.instance.clear();
    const auto match = need ? services.cheapest(*need) : std::nullopt;
    if (match) {
        managed.instance = match->instance;
        managed.memory = match->memory;
    } else {
        reasons[where] = need ? services.why_none(*need) : "nothing tells what it is and its memory";
    }
}

std::string why_unpriced(const CostLine& line, const Reasons& reasons) {
    const auto known = reasons.find(line.where);
    if (known != reasons.end()) return known->second;
    return line.reason.empty() ? "no price is listed" : line.reason;
}

void add_missing(ProviderOffer& offer, const Reasons& reasons) {
    for (const CostLine& line : offer.lines) {
        if (!line.priced) offer.missing.push_back({line.where, why_unpriced(line, reasons)});
    }
}

ProviderOffer offer_of_plan(const Environment& environment, const EnvironmentEstimate& estimate) {
    ProviderOffer offer;
    offer.provider = environment.provider;
    offer.region = environment.region;
    offer.current = true;
    offer.environment = environment;
    offer.lines = estimate.cost_lines;
    offer.cost = estimate.cost;
    add_missing(offer, {});
    return offer;
}

ProviderOffer offer_in(const Plan& plan, const Environment& environment, const Needs& needs,
                       const Region& region, const Catalogue& catalogue, const MachineFilter& filter) {
    ProviderOffer offer;
    offer.provider = region.provider;
    offer.region = region.name;
    offer.environment = environment;
    Environment& rented = offer.environment;
    rented.provider = offer.provider;
    rented.region = offer.region;
    rented.discount = {};
    rented.network.load_balancer_type.clear();
    Reasons reasons;
    RegionMachines machines(plan.prices, catalogue, region, filter);
    for (std::size_t i = 0; i < rented.servers.size(); ++i) {
        Server& server = rented.servers[i];
        rent_machine(server, pointer_to(rented, "servers", server.name), needs.machines[i], machines,
                     reasons);
    }
    const RegionServices services(catalogue, region, filter);
    for (std::size_t i = 0; i < rented.managed.size(); ++i) {
        Managed& managed = rented.managed[i];
        rent_service(managed, pointer_to(rented, "managed", managed.name), needs.services[i], services,
                     reasons);
    }
    offer.lines = cost_lines(plan, rented, catalogue);
    offer.cost = total_of(offer.lines);
    add_missing(offer, reasons);
    return offer;
}

/// In hundredths of a per cent, half away from zero.
std::optional<std::int64_t> difference(const Cost& cost, const Cost& plan) {
    if (!cost.complete || !plan.complete || plan.low.is_zero()) return std::nullopt;
    constexpr std::int64_t kWhole = 10'000;
    const detail::Int128 more = detail::Int128{cost.low.to_nanos()} - plan.low.to_nanos();
    const detail::Int128 most = detail::Int128{plan.low.to_nanos()} * (INT64_MAX / kWhole);
    if (more > most) return std::nullopt;
    return divide_rounded(more * kWhole, plan.low.to_nanos());
}

/// Empty when the provider sells nowhere.
std::string_view region_for(std::string_view provider, const Environment& environment,
                            const Catalogue& catalogue) {
    const std::string_view near = catalogue.region_near(provider, environment.provider, environment.region);
    if (!near.empty()) return near;
    const auto regions = catalogue.regions_of(provider);
    return regions.empty() ? std::string_view{} : regions.front();
}

/// How much of an offer its total does not tell: nothing, a part, everything.
int gaps_of(const ProviderOffer& offer) {
    if (is_unpriced(offer)) return 2;
    return offer.cost.complete ? 0 : 1;
}

}  // namespace

bool is_unpriced(const ProviderOffer& offer) { return !offer.cost.complete && offer.cost.low.is_zero(); }

std::vector<std::uint32_t> cheapest_first(const std::vector<ProviderOffer>& offers) {
    return indices_sorted_by(offers.size(), [&](std::uint32_t a, std::uint32_t b) {
        const auto rank = [&](std::uint32_t i) {
            return std::tuple(gaps_of(offers[i]), !offers[i].current, offers[i].cost.low);
        };
        return rank(a) < rank(b);
    });
}

std::string show_difference(std::int64_t hundredths_of_percent) {
    const std::string sign = hundredths_of_percent < 0 ? "-" : hundredths_of_percent > 0 ? "+" : "";
    const std::int64_t size = std::abs(hundredths_of_percent);
    const std::string decimals = std::to_string(size % 100);
    return sign + std::to_string(size / 100) + (decimals.size() < 2 ? ".0" : ".") + decimals + "%";
}

std::vector<ProviderOffer> compare_providers(const Plan& plan, const Environment& environment,
                                             const EnvironmentEstimate& estimate, const Catalogue& catalogue,
                                             const MachineFilter& filter) {
    const Needs needs = needs_of(environment, estimate, catalogue);
    std::vector<ProviderOffer> offers{offer_of_plan(environment, estimate)};
    for (const std::string_view provider : catalogue.providers()) {
        if (provider == environment.provider) continue;
        const std::string_view name = region_for(provider, environment, catalogue);
        if (name.empty()) continue;
        offers.push_back(
            offer_in(plan, environment, needs, {provider, name, environment.hours}, catalogue, filter));
        offers.back().difference = difference(offers.back().cost, offers.front().cost);
    }
    return offers;
}

std::string comparison_rule() {
    return "For each server the cheapest machine that carries it: as much CPU and memory as planned, and all "
           "CPU that services request, with the reserve, all the time. Databases and caches with at least "
           "the "
           "figures of the present ones. Own costs and discounts count for the plan as it is alone.";
}

}  // namespace stowage
