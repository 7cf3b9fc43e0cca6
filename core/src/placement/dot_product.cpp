// SPDX-License-Identifier: MIT
#include "dot_product.hpp"

#include <algorithm>

#include "stowage/sort_by.hpp"

namespace stowage {
namespace {

/// Of these shares the product of two, added over all resources, stays within 64 bits.
constexpr int kFineBits = 12;

/// Bundles with equal requests, of which one is as good as the other but for the spread rule.
struct Shape {
    Resources request;
    Shares shares;
    std::vector<std::uint32_t> bundles;  ///< that are left, in canonical order
    std::size_t next = 0;                ///< of them, for the machine at hand
};

class DotProduct {
  public:
    DotProduct(const Grouping& grouping, const Orders& orders, const TotalDemand& total,
               const RoomIndex& rooms)
        : grouping_(grouping), total_(total), layout_(grouping, rooms), shapes_(grouping.shapes) {
        std::vector<std::uint32_t> bundles;
        for (std::uint32_t bundle = 0; bundle < grouping.bundles.size(); ++bundle) {
            if (!grouping.groups[grouping.bundles[bundle].group].server) bundles.push_back(bundle);
        }
        sort_by(bundles, [&](std::uint32_t a, std::uint32_t b) {
            const std::uint32_t rank_a = orders.rank(grouping.bundles[a].group);
            const std::uint32_t rank_b = orders.rank(grouping.bundles[b].group);
            return rank_a != rank_b ? rank_a < rank_b : a < b;
        });
        for (const std::uint32_t bundle : bundles) {
            Shape& shape = shapes_[grouping.bundles[bundle].shape];
            shape.request = grouping.bundles[bundle].request;
            shape.shares = orders.shares()[bundle];
            shape.bundles.push_back(bundle);
        }
        taken_.assign(grouping.groups.size(), 0);
    }

    Layout run() {
        for (std::size_t machine = 0; machine < layout_.rooms().size(); ++machine) {
            drop_what_is_placed();
            if (shapes_.empty()) break;
            while (take_most_alike(machine)) {
            }
        }
        return std::move(layout_);
    }

  private:
    void drop_what_is_placed() {
        for (Shape& shape : shapes_) {
            shape.next = 0;
            std::erase_if(shape.bundles, [&](std::uint32_t bundle) { return layout_.left(bundle) == 0; });
        }
        std::erase_if(shapes_, [](const Shape& shape) { return shape.bundles.empty(); });
    }

    bool take_most_alike(std::size_t machine) {
        const Resources room = layout_.rooms().room(machine);
        const Shares room_shares = shares_that_can_run_out(room);
        std::int64_t best = -1;
        Shape* chosen = nullptr;
        for (Shape& shape : shapes_) {
            if (!fits(shape.request, room)) continue;
            const std::int64_t likeness = product(shape.shares, room_shares);
            if (likeness <= best || !advance(shape, machine)) continue;
            best = likeness;
            chosen = &shape;
        }
        if (chosen == nullptr) return false;
        const std::uint32_t bundle = chosen->bundles[chosen->next];
        layout_.put(bundle, machine);
        taken_[grouping_.bundles[bundle].group] = machine + 1;
        return true;
    }

    /// To a bundle that the machine may take; false when there is none.
    bool advance(Shape& shape, std::size_t machine) const {
        for (; shape.next < shape.bundles.size(); ++shape.next) {
            const std::uint32_t bundle = shape.bundles[shape.next];
            const std::uint32_t group = grouping_.bundles[bundle].group;
            const bool apart = grouping_.groups[group].spread && taken_[group] == machine + 1;
            if (layout_.left(bundle) > 0 && !apart) return true;
        }
        return false;
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
    const TotalDemand& total_;
    Layout layout_;
    std::vector<Shape> shapes_;       ///< that are left, smallest request first
    std::vector<std::size_t> taken_;  ///< machine + 1 that took a bundle of each group last
};

}  // namespace

bool small_enough_for_dot_product(const Grouping& grouping) {
    // Each machine of up to 5,000 looks at every shape once, each bundle once more: about 5 million looks.
    constexpr std::int64_t kMostShapes = 400;
    constexpr std::int64_t kMostLooks = 3'000'000;
    std::int64_t count = 0;
    for (const Bundle& bundle : grouping.bundles) count += bundle.count;
    return grouping.shapes <= kMostShapes && grouping.shapes * count <= kMostLooks;
}

Layout dot_product(const Grouping& grouping, const Orders& orders, const TotalDemand& total,
                   const RoomIndex& rooms) {
    return DotProduct(grouping, orders, total, rooms).run();
}

}  // namespace stowage
