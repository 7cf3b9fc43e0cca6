// SPDX-License-Identifier: MIT
#pragma once

namespace stowage {

/// A figure that is known (low is high), or known to lie between two ends in nine cases of ten: a 90 %
/// interval, with one case in twenty below and one above. low is at most high.
template <class T>
struct Range {
    T low{};
    T high{};

    constexpr Range() = default;
    // NOLINTNEXTLINE(google-explicit-constructor): a known figure is a range too
    constexpr Range(T exact) : low(exact), high(exact) {}
    constexpr Range(T from, T to) : low(from), high(to) {}

    [[nodiscard]] constexpr bool is_exact() const { return low == high; }
    /// What everything that needs one figure takes: the middle between the ends.
    [[nodiscard]] constexpr T middle() const { return is_exact() ? low : middle_of(low, high); }
    friend bool operator==(const Range&, const Range&) = default;
};

}  // namespace stowage
