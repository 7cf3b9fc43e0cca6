// SPDX-License-Identifier: MIT
#include "room_index.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace stowage {
namespace {

/// Of the leaves behind the last machine: takes nothing, not even a request of nothing.
constexpr Resources kNoMachine{MilliCpu::millis(INT64_MIN), Bytes::bytes(INT64_MIN), Bytes::bytes(INT64_MIN),
                               INT64_MIN};

constexpr Resources most_of(Resources a, Resources b) {
    return {std::max(a.cpu, b.cpu), std::max(a.memory, b.memory), std::max(a.disk, b.disk),
            std::max(a.pods, b.pods)};
}

/// std::has_single_bit counts bits, which is a call of a library where the processor may be one without that
/// instruction: a seventh of the time of an estimate.
constexpr bool is_power_of_two(std::size_t number) { return (number & (number - 1)) == 0; }

}  // namespace

RoomIndex::RoomIndex(const std::vector<Resources>& rooms)
    : size_(rooms.size()),
      leaves_(std::bit_ceil(std::max<std::size_t>(rooms.size(), 1))),
      most_(2 * leaves_, kNoMachine) {
    std::copy(rooms.begin(), rooms.end(), most_.begin() + static_cast<std::ptrdiff_t>(leaves_));
    for (std::size_t node = leaves_ - 1; node > 0; --node) {
        most_[node] = most_of(most_[2 * node], most_[2 * node + 1]);
    }
}

void RoomIndex::set_room(std::size_t machine, Resources room) {
    std::size_t node = leaves_ + machine;
    most_[node] = room;
    for (node /= 2; node > 0; node /= 2) {
        const Resources most = most_of(most_[2 * node], most_[2 * node + 1]);
        if (most == most_[node]) return;
        most_[node] = most;
    }
}

std::size_t RoomIndex::first_fitting(Resources request, std::size_t from, std::size_t end) const {
    if (from >= end) return end;
    std::size_t node = leaves_ + from;
    for (;;) {
        node >>= std::countr_zero(node);  // the largest subtree that begins with this leaf
        while (fits(request, most_[node])) {
            if (node >= leaves_) return node - leaves_ < end ? node - leaves_ : end;
            node *= 2;
        }
        ++node;  // the neighbour to the right, on the same level
        if (is_power_of_two(node) || first_leaf_below(node) >= end) return end;
    }
}

/// The machine of the leftmost leaf.
std::size_t RoomIndex::first_leaf_below(std::size_t node) const {
    return (node << (std::countl_zero(node) - std::countl_zero(leaves_))) - leaves_;
}

}  // namespace stowage
