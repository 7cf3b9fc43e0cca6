// SPDX-License-Identifier: MIT
#include "layout.hpp"

#include <utility>

namespace stowage {

Layout::Layout(const Grouping& grouping, RoomIndex rooms)
    : grouping_(&grouping), rooms_(std::move(rooms)), runs_(rooms_.size(), 0) {
    left_.reserve(grouping.bundles.size());
    for (const Bundle& bundle : grouping.bundles) left_.push_back(bundle.count);
}

void Layout::put(std::uint32_t bundle, std::size_t machine) {
    rooms_.take(machine, grouping_->bundles[bundle].request);
    runs_[machine] = grouping_->bundles[bundle].group + 1;
    --left_[bundle];
    assigned_.push_back({bundle, static_cast<std::uint32_t>(machine)});
}

bool Layout::kept_apart(std::uint32_t group, std::size_t machine) const {
    return grouping_->groups[group].spread && runs_[machine] == group + 1;
}

std::size_t Layout::fill(std::uint32_t bundle, std::size_t first, std::size_t last) {
    const Bundle& kind = grouping_->bundles[bundle];
    const bool spread = grouping_->groups[kind.group].spread;
    const std::size_t begin = rooms_.first_fitting(kind.request, first, last);
    std::size_t machine = begin;
    while (left_[bundle] > 0 && machine < last) {
        if (!kept_apart(kind.group, machine)) put(bundle, machine);
        // Equal bundles: what one machine refused, it refuses again.
        machine = rooms_.first_fitting(kind.request, spread ? machine + 1 : machine, last);
    }
    return spread ? begin : machine;
}

std::vector<std::size_t> first_with_room(const Grouping& grouping, const RoomIndex& rooms) {
    constexpr std::size_t kUnknown = SIZE_MAX;
    std::vector<std::size_t> first(grouping.shapes, kUnknown);
    for (const Bundle& bundle : grouping.bundles) {
        if (first[bundle.shape] == kUnknown) first[bundle.shape] = rooms.first_fitting(bundle.request);
    }
    return first;
}

Layout first_fit(const Grouping& grouping, const std::vector<std::uint32_t>& order, const RoomIndex& rooms,
                 std::vector<std::size_t> first) {
    Layout layout(grouping, rooms);
    for (const std::uint32_t number : order) {
        const Group& group = grouping.groups[number];
        if (group.server) continue;
        for (std::uint32_t bundle = group.first_bundle; bundle < group.last_bundle; ++bundle) {
            std::size_t& begin = first[grouping.bundles[bundle].shape];
            begin = layout.fill(bundle, begin, rooms.size());
        }
    }
    return layout;
}

}  // namespace stowage
