// SPDX-License-Identifier: MIT
#include "region_machines.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "machine_series.hpp"
#include "stowage/sort_by.hpp"

namespace stowage {
namespace {

/// The types of that region whose price the plan carries.
std::unordered_set<std::string_view> kept_types(const PriceBasis& prices, const Region& region) {
    const std::string place = price_name(region.provider, region.name, "");
    std::unordered_set<std::string_view> kept;
    for (const UsedPrice& used : prices.used) {
        const std::string_view name = used.name;
        if (name.starts_with(place)) kept.insert(name.substr(place.size()));
    }
    return kept;
}

}  // namespace

RegionMachines::RegionMachines(const PriceBasis& prices, const Catalogue& catalogue, const Region& region,
                               const MachineFilter& filter)
    : shared_cpu_(filter.shared_cpu) {
    const auto sold = catalogue.prices_in(region.provider, region.name);
    const auto kept = kept_types(prices, region);
    const LatestGenerations latest =
        filter.latest_generation ? LatestGenerations(sold, catalogue) : LatestGenerations();
    for (const Price& price : sold) {
        const InstanceType& type = catalogue.types()[price.type];
        if (type.offering != Offering::compute) continue;
        if (filter.architecture != Architecture::unknown && type.architecture != filter.architecture)
            continue;
        if (!latest.has(type)) continue;
        RankedMachine machine{&type, &price, {}, {}, catalogue.sources()[price.source].stale};
        machine.applied.hourly = price.hourly;
        machine.applied.month_cap = price.month_cap;
        if (kept.count(type.sku) != 0) {
            const auto applied = applied_price(prices, catalogue, region.provider, region.name, type.sku);
            if (applied) machine.applied = *applied;
        }
        machine.month = month_of(machine.applied, region.hours, 1, {});
        (machine.stale && !filter.stale_prices ? out_of_date_ : allowed_).push_back(std::move(machine));
    }
    for (auto* list : {&allowed_, &out_of_date_}) {
        sort_by(*list, [](const RankedMachine& a, const RankedMachine& b) {
            return std::tie(a.month, a.price->hourly, a.type->sku) <
                   std::tie(b.month, b.price->hourly, b.type->sku);
        });
    }
}

const RankedMachine* RegionMachines::first_of(std::span<const RankedMachine> machines,
                                              const MachineNeed& need, bool shared_cpu) const {
    const auto found = std::find_if(machines.begin(), machines.end(), [&](const RankedMachine& machine) {
        return need.is_carried_by(*machine.type, shared_cpu);
    });
    return found == machines.end() ? nullptr : &*found;
}

const RankedMachine* RegionMachines::cheapest(const MachineNeed& need) {
    if (need.follows_type()) return first_of(allowed_, need, shared_cpu_);
    const Key key{need.size().cpu.to_millis(), need.size().memory.to_bytes(), need.sustained().to_millis()};
    const auto [entry, is_new] = found_.emplace(key, nullptr);
    if (is_new) entry->second = first_of(allowed_, need, shared_cpu_);
    return entry->second;
}

std::string RegionMachines::why_none(const MachineNeed& need) const {
    const std::string text = "no machine carries " + need.text();
    if (const RankedMachine* shared = first_of(allowed_, need, true))
        return text + "; " + shared->type->sku + " would, if its shared vCPUs could be relied on";
    if (const RankedMachine* stale = first_of(out_of_date_, need, shared_cpu_))
        return text + "; " + stale->type->sku + " would, but its price is out of date";
    if (const RankedMachine* both = first_of(out_of_date_, need, true))
        return text + "; " + both->type->sku +
               " would, but its vCPUs are shared and its price is out of date";
    return text;
}

}  // namespace stowage
