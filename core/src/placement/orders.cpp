// SPDX-License-Identifier: MIT
#include "orders.hpp"

#include <numeric>
#include <tuple>
#include <utility>

#include "stowage/sort_by.hpp"

namespace stowage {
namespace {

/// The odd number nearest to 2^32 divided by the golden ratio: multiples of it, modulo 2^32, lie as far from
/// each other as can be (Knuth, The Art of Computer Programming, volume 3, 6.4).
constexpr std::uint32_t kMixingFactor = 2'654'435'769;

/// Each order costs another placing. A plan of more groups is too large to wait for all of them.
constexpr std::size_t kMostGroupsForAllOrders = 2'000;

auto content_of(const Bundle& bundle) {
    return std::tuple(bundle.request.cpu, bundle.request.memory, bundle.request.disk, bundle.request.pods,
                      bundle.count, bundle.members);
}

/// Larger in the first thing that differs. Groups of which neither is larger can take each other's place.
bool larger(const Grouping& grouping, const Group& a, const Group& b) {
    if (a.spread != b.spread) return a.spread;
    const std::uint32_t size_a = a.last_bundle - a.first_bundle;
    const std::uint32_t size_b = b.last_bundle - b.first_bundle;
    if (size_a != size_b) return size_a > size_b;
    for (std::uint32_t i = 0; i < size_a; ++i) {
        const auto content_a = content_of(grouping.bundles[a.first_bundle + i]);
        const auto content_b = content_of(grouping.bundles[b.first_bundle + i]);
        if (content_a != content_b) return content_a > content_b;
    }
    return false;
}

}  // namespace

Orders::Orders(const Grouping& grouping, const TotalDemand& total)
    : grouping_(grouping), any_disk_(total.of(Resource::disk) > 0) {
    shares_.reserve(grouping.bundles.size());
    for (const Bundle& bundle : grouping.bundles) shares_.push_back(total.shares_of(bundle.request));

    const auto by_content = indices_sorted_by(grouping.groups.size(), [&](std::uint32_t a, std::uint32_t b) {
        return larger(grouping, grouping.groups[a], grouping.groups[b]);
    });
    ranks_.resize(by_content.size());
    for (std::uint32_t rank = 0; rank < by_content.size(); ++rank) ranks_[by_content[rank]] = rank;
    by_size_ = decreasing([this](std::uint32_t group) { return std::pair(size_of(group), Share{0}); });
}

std::vector<std::vector<std::uint32_t>> Orders::others() const {
    const auto by_share = [this](Resource resource) {
        return decreasing([&](std::uint32_t group) {
            return std::pair(share_of(first_shares(group), resource), size_of(group));
        });
    };
    std::vector<std::vector<std::uint32_t>> orders;
    orders.push_back(decreasing([this](std::uint32_t group) {
        return std::pair(std::int64_t{ranks_[group] * kMixingFactor}, std::int64_t{0});
    }));
    orders.push_back(by_share(Resource::memory));
    orders.push_back(decreasing([this](std::uint32_t group) {
        const Shares shares = first_shares(group);
        return std::pair(std::accumulate(shares.begin(), shares.end(), Share{0}), size_of(group));
    }));
    if (grouping_.groups.size() > kMostGroupsForAllOrders) return orders;
    orders.push_back(by_share(Resource::cpu));
    if (any_disk_) orders.push_back(by_share(Resource::disk));
    orders.push_back(decreasing([this](std::uint32_t group) {
        const std::int64_t replicas = replicas_of(group);
        return std::pair(grouping_.groups[group].spread ? replicas : 0, size_of(group) * replicas);
    }));
    return orders;
}

template <class KeyOf>
std::vector<std::uint32_t> Orders::decreasing(KeyOf key_of) const {
    std::vector<Key> keys;
    keys.reserve(grouping_.groups.size());
    for (std::uint32_t group = 0; group < grouping_.groups.size(); ++group) keys.push_back(key_of(group));
    return decreasing_by(keys);
}

std::vector<std::uint32_t> Orders::decreasing_by(const std::vector<Key>& keys) const {
    return indices_sorted_by(keys.size(), [&](std::uint32_t a, std::uint32_t b) {
        return keys[a] != keys[b] ? keys[a] > keys[b] : ranks_[a] < ranks_[b];
    });
}

Share Orders::size_of(std::uint32_t group) const {
    const Shares shares = first_shares(group);
    return std::max(share_of(shares, Resource::cpu), share_of(shares, Resource::memory));
}

/// Nothing for a group without replicas.
Shares Orders::first_shares(std::uint32_t group) const {
    const Group& of = grouping_.groups[group];
    return of.first_bundle == of.last_bundle ? Shares{} : shares_[of.first_bundle];
}

std::int64_t Orders::replicas_of(std::uint32_t group) const {
    const Group& of = grouping_.groups[group];
    std::int64_t replicas = 0;
    for (std::uint32_t bundle = of.first_bundle; bundle < of.last_bundle; ++bundle) {
        replicas += grouping_.bundles[bundle].count;
    }
    return replicas;
}

}  // namespace stowage
