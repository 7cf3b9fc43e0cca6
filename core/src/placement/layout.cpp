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

void Layout::fill(std::uint32_t bundle, std::size_t first, std::size_t last) {
    const Bundle& kind = grouping_->bundles[bundle];
    // Equal bundles: what one machine refused, it refuses again.
    for (std::size_t machine = first; left_[bundle] > 0;) {
        machine = rooms_.first_fitting(kind.request, machine, last);
        if (machine == last) return;
        if (kept_apart(kind.group, machine)) {
            ++machine;
        } else {
            put(bundle, machine);
        }
    }
}

Layout first_fit(const Grouping& grouping, const std::vector<std::uint32_t>& order, const RoomIndex& rooms) {
    Layout layout(grouping, rooms);
    for (const std::uint32_t number : order) {
        const Group& group = grouping.groups[number];
        if (group.server) continue;
        for (std::uint32_t bundle = group.first_bundle; bundle < group.last_bundle; ++bundle) {
            layout.fill(bundle, 0, rooms.size());
        }
    }
    return layout;
}

}  // namespace stowage
