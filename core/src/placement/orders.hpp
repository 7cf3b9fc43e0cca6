// SPDX-License-Identifier: MIT
//
// In which order groups are placed. No order looks at a machine, so that one machine more at the end of the
// list changes nothing on those before it. Ties are broken by content and only then by the order of the plan,
// so that it does not matter how a plan sorts its services; and every figure is compared with its like or as
// a share, so that the unit does not matter.
#pragma once

#include <cstdint>
#include <vector>

#include "bundles.hpp"
#include "share.hpp"

namespace stowage {

class Orders {
  public:
    Orders(const Grouping& grouping, const TotalDemand& total);

    /// Every group by decreasing size: the larger of the CPU and the memory share of its first bundle.
    [[nodiscard]] const std::vector<std::uint32_t>& by_size() const { return by_size_; }
    /// The other orders: mixed, so that unlike requests meet on a machine; by memory share; by the sum of all
    /// shares; by CPU share; by disk share if any service requests disk; and the most constrained first:
    /// spread groups with many replicas, then those that are large as a whole. Of many groups only the first
    /// three.
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> others() const;

    /// Of all bundles, by index.
    [[nodiscard]] const std::vector<Shares>& shares() const { return shares_; }
    /// The place of a group among all by content alone; equal groups follow the order of the plan.
    [[nodiscard]] std::uint32_t rank(std::uint32_t group) const { return ranks_[group]; }

  private:
    using Key = std::pair<std::int64_t, std::int64_t>;

    template <class KeyOf>
    [[nodiscard]] std::vector<std::uint32_t> decreasing(KeyOf key_of) const;
    /// The groups by their keys, the larger first; groups of equal keys by rank.
    [[nodiscard]] std::vector<std::uint32_t> decreasing_by(const std::vector<Key>& keys) const;
    [[nodiscard]] Share size_of(std::uint32_t group) const;
    [[nodiscard]] Shares first_shares(std::uint32_t group) const;
    [[nodiscard]] std::int64_t replicas_of(std::uint32_t group) const;

    const Grouping& grouping_;
    bool any_disk_ = false;
    std::vector<Shares> shares_;
    std::vector<std::uint32_t> ranks_;
    std::vector<std::uint32_t> by_size_;
};

}  // namespace stowage
