// SPDX-License-Identifier: MIT
#include "dot_product.hpp"

#include <algorithm>

namespace stowage {
namespace {

/// Of these shares the product of two, added over all resources, stays within 64 bits.
constexpr int kFineBits = 12;

class DotProduct {
  public:
    DotProduct(const Grouping& grouping, const Orders& orders, const TotalDemand& total,
               const RoomIndex& rooms)
        : grouping_(grouping), orders_(orders), total_(total), layout_(grouping, rooms) {
        for (std::uint32_t bundle = 0; bundle < grouping.bundles.size(); ++bundle) {
            if (!grouping.groups[grouping.bundles[bundle].group].server) kinds_.push_back(bundle);
        }
        std::sort(kinds_.begin(), kinds_.end(), [&](std::uint32_t a, std::uint32_t b) {
            const std::uint32_t rank_a = orders.rank(grouping.bundles[a].group);
            const std::uint32_t rank_b = orders.rank(grouping.bundles[b].group);
            return rank_a != rank_b ? rank_a < rank_b : a < b;
        });
        taken_.assign(grouping.groups.size(), 0);
    }

    Layout run() {
        for (std::size_t machine = 0; machine < layout_.rooms().size() && !kinds_.empty(); ++machine) {
            while (take_most_alike(machine)) {
            }
            kinds_.erase(std::remove_if(kinds_.begin(), kinds_.end(),
                                        [&](std::uint32_t kind) { return layout_.left(kind) == 0; }),
                         kinds_.end());
        }
        return std::move(layout_);
    }

  private:
    bool take_most_alike(std::size_t machine) {
        const Resources room = layout_.rooms().room(machine);
        const Shares shares = shares_that_can_run_out(room);
        std::int64_t best = -1;
        std::uint32_t chosen = 0;
        for (const std::uint32_t kind : kinds_) {
            const Bundle& bundle = grouping_.bundles[kind];
            if (layout_.left(kind) == 0 || !fits(bundle.request, room)) continue;
            if (grouping_.groups[bundle.group].spread && taken_[bundle.group] == machine + 1) continue;
            const std::int64_t likeness = product(orders_.shares()[kind], shares);
            if (likeness <= best) continue;
            best = likeness;
            chosen = kind;
        }
        if (best < 0) return false;
        layout_.put(chosen, machine);
        taken_[grouping_.bundles[chosen].group] = machine + 1;
        return true;
    }

    /// What exceeds the whole demand cannot run out and counts nothing.
    [[nodiscard]] Shares shares_that_can_run_out(Resources room) const {
        Shares shares = total_.shares_of(room);
        for (Share& share : shares) share = share >= kWholeShare ? 0 : share;
        return shares;
    }

    static std::int64_t product(const Shares& a, const Shares& b) {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < a.size(); ++i) sum += (a[i] >> kFineBits) * (b[i] >> kFineBits);
        return sum;
    }
    static_assert(detail::Int128{kWholeShare >> kFineBits} * (kWholeShare >> kFineBits) * kResources.size() <
                  INT64_MAX);

    const Grouping& grouping_;
    const Orders& orders_;
    const TotalDemand& total_;
    Layout layout_;
    std::vector<std::uint32_t> kinds_;  ///< that are left, in canonical order
    std::vector<std::size_t> taken_;    ///< machine + 1 that took a bundle of each group last
};

}  // namespace

bool small_enough_for_dot_product(const Grouping& grouping) {
    // Each machine of up to 5,000 looks at every kind once, each bundle once more: about 2 million looks.
    constexpr std::int64_t kMostKinds = 200;
    constexpr std::int64_t kMostLooks = 1'000'000;
    const auto kinds = static_cast<std::int64_t>(grouping.bundles.size());
    std::int64_t count = 0;
    for (const Bundle& bundle : grouping.bundles) count += bundle.count;
    return kinds <= kMostKinds && kinds * count <= kMostLooks;
}

Layout dot_product(const Grouping& grouping, const Orders& orders, const TotalDemand& total,
                   const RoomIndex& rooms) {
    return DotProduct(grouping, orders, total, rooms).run();
}

}  // namespace stowage
