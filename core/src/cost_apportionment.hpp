// SPDX-License-Identifier: MIT
//
// What a pool's services take of it, and its cost in these shares.
#pragma once

#include <string>

#include "stowage/cost.hpp"
#include "stowage/estimate.hpp"

namespace stowage {

/// floor(amount x part / whole) for 0 <= part <= whole < 2^126 and amount >= 0, where the product passes 128
/// bits.
[[nodiscard]] std::int64_t part_of(std::int64_t amount, detail::Int128 part, detail::Int128 whole);

/// "62.5%": part of whole, with at most two decimals. Below 2^110.
[[nodiscard]] std::string show_fraction(detail::Int128 part, detail::Int128 whole);

/// Of PoolFractions::whole().
struct PoolFraction {
    detail::Int128 part = 0;
    Resource resource = Resource::cpu;  ///< the larger fraction
};

/// The larger of CPU and memory as a fraction of what a pool can allocate, over one common denominator: the
/// product of both amounts. A resource of which nothing can be allocated does not count. Within the limits of
/// limits.hpp a part is below 2^99.
class PoolFractions {
  public:
    explicit PoolFractions(const ServerEstimate& server);

    /// False when nothing can be allocated, as of a machine of unknown size.
    [[nodiscard]] bool known() const { return cpu_ > 0 || memory_ > 0; }
    [[nodiscard]] PoolFraction of(Resources used) const;
    /// Of all services that run there.
    [[nodiscard]] detail::Int128 used() const { return used_; }
    /// What the fractions are parts of: the pool, or all of them where they pass it.
    [[nodiscard]] detail::Int128 whole() const { return scaled_down() ? used_ : pool(); }
    [[nodiscard]] bool scaled_down() const { return used_ > pool(); }

  private:
    [[nodiscard]] detail::Int128 pool() const { return (cpu_ > 0 ? cpu_ : 1) * (memory_ > 0 ? memory_ : 1); }

    detail::Int128 cpu_;
    detail::Int128 memory_;
    detail::Int128 used_ = 0;
};

/// Hands a cost out in parts that sum to it exactly: each is what all parts so far come to, rounded down,
/// less what was handed out, and so within a billionth of its share.
class CostApportionment {
  public:
    /// The parts sum to at most `whole`.
    CostApportionment(const Cost& cost, detail::Int128 whole) : cost_(cost), whole_(whole) {}

    [[nodiscard]] Cost next(detail::Int128 part) {
        until_ += part;
        return up_to(part_of(cost_.low.to_nanos(), until_, whole_),
                     part_of((cost_.high - cost_.low).to_nanos(), until_, whole_));
    }
    /// Everything that is left.
    [[nodiscard]] Cost rest() { return up_to(cost_.low.to_nanos(), (cost_.high - cost_.low).to_nanos()); }

  private:
    /// The range is handed out by itself, so that no part ends below its start.
    [[nodiscard]] Cost up_to(std::int64_t low, std::int64_t range) {
        const Cost part{Money::nanos(low - low_), Money::nanos(low - low_ + range - range_), cost_.complete};
        low_ = low;
        range_ = range;
        return part;
    }

    Cost cost_;
    detail::Int128 whole_;
    detail::Int128 until_ = 0;
    std::int64_t low_ = 0;
    std::int64_t range_ = 0;
};

}  // namespace stowage
