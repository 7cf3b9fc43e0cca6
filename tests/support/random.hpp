// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>

namespace stowage::test {

/// SplitMix64 (Steele, Lea and Flood, 2014). The standard distributions give other numbers on each platform;
/// this gives the same everywhere, so that a failing seed can be looked at anywhere.
class Random {
  public:
    explicit constexpr Random(std::uint64_t seed) : state_(seed) {}

    constexpr std::uint64_t next() {
        state_ += UINT64_C(0x9E3779B97F4A7C15);
        std::uint64_t z = state_;
        z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
        z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
        return z ^ (z >> 31);
    }

    /// From low to high, both included.
    constexpr std::int64_t between(std::int64_t low, std::int64_t high) {
        const auto count = static_cast<std::uint64_t>(high - low) + 1;
        return low + static_cast<std::int64_t>(next() % count);
    }
    /// As between(), but every order of magnitude is as likely as the next: small numbers and limits both
    /// occur.
    constexpr std::int64_t spread_between(std::int64_t low, std::int64_t high) {
        std::int64_t width = high - low;
        const int digits = static_cast<int>(between(0, 18));
        std::int64_t cap = 1;
        for (int i = 0; i < digits && cap < width / 10; ++i) cap *= 10;
        if (chance(10)) return high;
        if (cap < width) width = cap;
        return low + between(0, width);
    }
    constexpr bool chance(int per_cent) { return between(1, 100) <= per_cent; }

    template <class T, std::size_t kSize>
    constexpr const T& one_of(const T (&choices)[kSize]) {
        return choices[static_cast<std::size_t>(between(0, static_cast<std::int64_t>(kSize) - 1))];
    }

  private:
    std::uint64_t state_;
};

}  // namespace stowage::test
