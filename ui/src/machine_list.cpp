// SPDX-License-Identifier: MIT
#include "machine_list.hpp"

#include <algorithm>

#include "stowage/quantity_text.hpp"
#include "stowage/sort_by.hpp"

namespace stowage::ui {
namespace {

bool is_listed(const MachineOffer& offer, const MachineListing& listing) {
    if (listing.latest_generation && !offer.latest) return false;
    const InstanceType& type = *offer.type;
    if (listing.architecture != Architecture::unknown && type.architecture != listing.architecture)
        return false;
    return !listing.dedicated_only || type.cpu_class == CpuClass::dedicated;
}

/// What nobody tells comes last.
template <class Amount>
bool less_known(const std::optional<Amount>& a, const std::optional<Amount>& b) {
    if (!a || !b) return a.has_value() && !b.has_value();
    return *a < *b;
}

bool cheaper_per_cpu(const MachineOffer& a, const MachineOffer& b) {
    const auto cores = [](const MachineOffer& offer) {
        return offer.type->cpu ? offer.type->cpu->to_millis() : std::int64_t{0};
    };
    if (cores(a) == 0 || cores(b) == 0) return cores(a) > 0 && cores(b) == 0;
    return less_share(a.price->hourly.to_nanos(), cores(a), b.price->hourly.to_nanos(), cores(b));
}

bool precedes(const MachineOffer& a, const MachineOffer& b, MachineOrder order) {
    switch (order) {
        case MachineOrder::price: return a.price->hourly < b.price->hourly;
        case MachineOrder::cpu: return less_known(a.type->cpu, b.type->cpu);
        case MachineOrder::memory: return less_known(a.type->memory, b.type->memory);
        case MachineOrder::price_per_cpu: return cheaper_per_cpu(a, b);
        case MachineOrder::fit: break;
    }
    return false;
}

/// What the offers from this one on have in common.
std::string group_of(const MachineOffer& offer, Resources needed) {
    const std::string size = show_cpu(needed.cpu) + " and " + show_bytes(needed.memory);
    if (offer.sustains) return "Carry " + size;
    return offer.large_enough ? "Reach " + size + " in bursts or on shared vCPUs only"
                              : "Smaller than " + size;
}

bool starts_group(const std::vector<MachineOffer>& offers, std::size_t i) {
    return i == 0 || offers[i].sustains != offers[i - 1].sustains ||
           offers[i].large_enough != offers[i - 1].large_enough;
}

bool is_large_enough(const InstanceType& type, Resources needed) {
    return type.cpu && type.memory && *type.cpu >= needed.cpu && *type.memory >= needed.memory;
}

std::string_view words_of(Alternative alternative) {
    switch (alternative) {
        case Alternative::current: return "you are here";
        case Alternative::smaller: return "next size down";
        case Alternative::larger: return "next size up";
        case Alternative::similar: return "similar";
        case Alternative::cheapest: return "cheapest that carries it";
    }
    return {};
}

}  // namespace

std::vector<MachineOffer> listed_offers(std::vector<MachineOffer> offers, const MachineListing& listing) {
    std::erase_if(offers, [&](const MachineOffer& offer) { return !is_listed(offer, listing); });
    if (listing.order == MachineOrder::fit) return offers;
    sort_by(offers,
            [&](const MachineOffer& a, const MachineOffer& b) { return precedes(a, b, listing.order); });
    return offers;
}

void set_lines(MachineList& list, const std::vector<MachineAlternative>& near,
               const std::vector<MachineOffer>& offers, Resources needed) {
    list.lines.clear();
    list.offers.clear();
    for (const MachineAlternative& one : near)
        list.offers.push_back({one.type, one.price, is_large_enough(*one.type, needed), one.carries});
    list.offers.insert(list.offers.end(), offers.begin(), offers.end());
    if (!near.empty()) list.lines.push_back({"Near the one that is rented", nullptr});
    for (std::size_t i = 0; i < near.size(); ++i)
        list.lines.push_back({std::string(words_of(near[i].kind)), &list.offers[i]});
    const bool grouped = needed != Resources{} && list.listing.order == MachineOrder::fit;
    if (!grouped && !near.empty()) list.lines.push_back({"All", nullptr});
    for (std::size_t i = 0; i < offers.size(); ++i) {
        if (grouped && starts_group(offers, i)) list.lines.push_back({group_of(offers[i], needed), nullptr});
        list.lines.push_back({{}, &list.offers[near.size() + i]});
    }
}

}  // namespace stowage::ui
