// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "stowage/placement.hpp"

namespace stowage {

/// A share of everything that is demanded of a resource, in units of kWholeShare: 54,000 replicas have shares
/// of some 20 million units each, and the shares of all add up within 64 bits.
using Share = std::int64_t;
inline constexpr Share kWholeShare = Share{1} << 40;
using Shares = std::array<Share, kResources.size()>;

[[nodiscard]] constexpr Share share_of(const Shares& shares, Resource resource) {
    return shares[static_cast<std::size_t>(resource)];
}

/// The sum of all requests. Shares of it make CPU and memory comparable without a look at the machines, and
/// do not change when all amounts of one resource are scaled alike.
class TotalDemand {
  public:
    explicit TotalDemand(const std::vector<Demand>& demands) {
        for (const Demand& demand : demands) total_ += demand.request * demand.replicas;
    }

    [[nodiscard]] std::int64_t of(Resource resource) const { return amount_of(total_, resource); }

    /// Of what exceeds the demand a million times over, as the disk of a machine that does not limit it, only
    /// that much.
    [[nodiscard]] Shares shares_of(Resources amounts) const {
        constexpr Share kMost = kWholeShare << 20;
        Shares shares{};
        for (const Resource resource : kResources) {
            const detail::Int128 scaled = detail::Int128{amount_of(amounts, resource)} * kWholeShare;
            const detail::Int128 share = scaled / std::max<std::int64_t>(of(resource), 1);
            shares[static_cast<std::size_t>(resource)] =
                static_cast<Share>(std::clamp<detail::Int128>(share, -kMost, kMost));
        }
        return shares;
    }

  private:
    Resources total_;
};

}  // namespace stowage
