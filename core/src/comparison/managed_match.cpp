// SPDX-License-Identifier: MIT
#include "managed_match.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "../rate_charges.hpp"
#include "stowage/limits.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/sort_by.hpp"

namespace stowage {
namespace {

/// Of a type, where its memory is known.
std::optional<ManagedNeed> need_of_type(const InstanceType& type) {
    if (type.offering == Offering::compute || !type.memory) return std::nullopt;
    ManagedNeed need;
    need.offering = type.offering;
    need.memory = *type.memory;
    need.several_nodes = has_several_nodes(type.sku);
    if (type.offering == Offering::redis) return need;
    need.cpu = type.cpu.value_or(MilliCpu{});
    need.sustained = type.sustained_cpu().value_or(MilliCpu{});
    return need;
}

std::optional<ManagedNeed> need_of_service(const Service& service, const ServiceNeeds& needs) {
    if (needs.request.memory.is_zero()) return std::nullopt;
    ManagedNeed need;
    need.memory = needs.request.memory;
    if (service.kind == ServiceKind::redis) {
        need.offering = Offering::redis;
        return need;
    }
    if (service.kind != ServiceKind::postgres) return std::nullopt;
    need.cpu = need.sustained = needs.request.cpu;
    return need;
}

bool offers(const InstanceType& type, const ManagedNeed& need) {
    return type.offering == need.offering && has_several_nodes(type.sku) == need.several_nodes &&
           is_large_enough(type, {need.cpu, need.memory});
}

/// How much of Memorystore one capacity tier sells, in GiB; the skus end with their names
/// (cloud.google.com, "Memorystore for Redis pricing").
struct CapacityTier {
    std::string_view name;
    std::int64_t least = 1;
    std::int64_t most = 0;
};
constexpr std::array<CapacityTier, 5> kCapacityTiers{
    {{"-M1", 1, 4}, {"-M2", 5, 10}, {"-M3", 11, 35}, {"-M4", 36, 100}, {"-M5", 101, 300}}};

/// The memory that is bought: a cache that is priced by its memory is sold by the whole GiB. None when this
/// sku is not sold in that size.
std::optional<Bytes> memory_bought(std::string_view sku, Bytes needed) {
    const std::int64_t gib = Bytes::gib(1).to_bytes();
    const std::int64_t whole = needed.to_bytes() / gib + (needed.to_bytes() % gib != 0 ? 1 : 0);
    for (const CapacityTier& tier : kCapacityTiers) {
        if (!sku.ends_with(tier.name)) continue;
        if (whole > tier.most) return std::nullopt;
        return Bytes::gib(std::max(whole, tier.least));
    }
    return Bytes::gib(whole);
}

std::string_view title_of(Offering offering) { return offering == Offering::redis ? "Redis" : "PostgreSQL"; }

}  // namespace

bool has_several_nodes(std::string_view sku) {
    constexpr std::array<std::string_view, 4> kEndings{":multi-az", ":ha", ":2-node", ":3-node"};
    constexpr std::array<std::string_view, 3> kParts{":Standard_C", ":Premium_P", ":standard-M"};
    return std::any_of(kEndings.begin(), kEndings.end(),
                       [&](std::string_view ending) { return sku.ends_with(ending); }) ||
           std::any_of(kParts.begin(), kParts.end(),
                       [&](std::string_view part) { return sku.find(part) != std::string_view::npos; });
}

std::optional<ManagedNeed> managed_need(const Environment& environment, const Managed& managed,
                                        const EnvironmentEstimate& estimate, const Catalogue& catalogue) {
    if (const InstanceType* type = catalogue.find_type(environment.provider, managed.instance)) {
        if (const auto need = need_of_type(*type)) return need;
    }
    const bool is_cache = catalogue.find_rate(environment.provider, environment.region,
                                              RateItem::cache_memory, managed.instance) != nullptr;
    if (!managed.instance.empty() && is_cache && managed.memory) {
        ManagedNeed need;
        need.offering = Offering::redis;
        need.memory = *managed.memory;
        need.several_nodes = has_several_nodes(managed.instance);
        return need;
    }
    const Service* service = find_named(environment.services, managed.for_service);
    if (service == nullptr) return std::nullopt;
    const auto index = static_cast<std::size_t>(service - environment.services.data());
    auto need = need_of_service(*service, estimate.needs[index]);
    if (need) need->several_nodes = has_several_nodes(managed.instance);
    return need;
}

RegionServices::RegionServices(const Catalogue& catalogue, const Region& region, const MachineFilter& filter)
    : catalogue_(catalogue), region_(region), filter_(filter) {
    for (const Price& price : catalogue.prices_in(region.provider, region.name)) {
        const InstanceType& type = catalogue.types()[price.type];
        if (type.offering == Offering::compute) continue;
        AppliedPrice applied;
        applied.hourly = price.hourly;
        applied.month_cap = price.month_cap;
        services_.push_back(
            {&type, month_of(applied, region.hours, 1, {}), catalogue.sources()[price.source].stale});
    }
    sort_by(services_, [](const Priced& a, const Priced& b) {
        return std::tie(a.month, a.type->sku) < std::tie(b.month, b.type->sku);
    });
}

bool RegionServices::allows(const ManagedNeed& need, const Priced& priced) const {
    if (priced.stale && !filter_.stale_prices) return false;
    if (priced.type->cpu_class == CpuClass::shared) return filter_.shared_cpu;
    return sustains(*priced.type, need.sustained);
}

const RegionServices::Priced* RegionServices::cheapest_instance(const ManagedNeed& need) const {
    const auto found = std::find_if(services_.begin(), services_.end(), [&](const Priced& priced) {
        return offers(*priced.type, need) && allows(need, priced);
    });
    return found == services_.end() ? nullptr : &*found;
}

std::optional<ManagedMatch> RegionServices::cheapest(const ManagedNeed& need) const {
    std::optional<ManagedMatch> best;
    Money least;
    if (const Priced* instance = cheapest_instance(need)) {
        best = ManagedMatch{instance->type->sku, std::nullopt};
        least = instance->month;
    }
    if (need.offering != Offering::redis) return best;
    for (const ListedRate& rate : catalogue_.rates()) {
        if (rate.item != RateItem::cache_memory || rate.provider != region_.provider ||
            catalogue_.regions()[rate.region] != region_.name ||
            has_several_nodes(rate.sku) != need.several_nodes ||
            (catalogue_.sources()[rate.source].stale && !filter_.stale_prices)) {
            continue;
        }
        const auto memory = memory_bought(rate.sku, need.memory);
        if (!memory) continue;
        const auto month =
            money_of(amount_at(rate.price, {region_.hours, memory, {}}), 1, {}, limits::kMonthlyCost);
        if (!month || (best && *month >= least)) continue;
        best = ManagedMatch{rate.sku, memory};
        least = *month;
    }
    return best;
}

std::string RegionServices::why_none(const ManagedNeed& need) const {
    const std::string what(title_of(need.offering));
    const bool sold = std::any_of(services_.begin(), services_.end(), [&](const Priced& priced) {
        return priced.type->offering == need.offering &&
               has_several_nodes(priced.type->sku) == need.several_nodes;
    });
    const std::string nodes = need.several_nodes ? " as a highly available pair" : "";
    if (!sold) return "no managed " + what + nodes + " is listed";
    std::string text = "no managed " + what + nodes + " is known to have ";
    if (!need.cpu.is_zero()) text += format_cpu(need.cpu) + " vCPU and ";
    text += show_bytes(need.memory) + " or more";
    const auto would = std::find_if(services_.begin(), services_.end(),
                                    [&](const Priced& priced) { return offers(*priced.type, need); });
    if (would == services_.end()) return text;
    return text + (would->stale ? "; the price of " + would->type->sku + " is out of date"
                                : "; " + would->type->sku + " does not sustain it");
}

}  // namespace stowage
