// SPDX-License-Identifier: MIT
//
// Random numbers without a state: the same for the same keys, whatever was drawn before.
#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>

namespace stowage {

/// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit of the input changes half of the output.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t x) {
    x += 0x9E3779B97F4A7C15u;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9u;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBu;
    return x ^ (x >> 31);
}

/// FNV-1a of a text, 64 bits.
[[nodiscard]] constexpr std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 0xCBF29CE484222325u;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return hash;
}

/// Even in (0, 1), never one of its ends: the middle of one of 2^52 equal parts.
[[nodiscard]] inline double uniform(std::uint64_t seed, std::uint64_t draw, std::uint64_t variable) {
    const std::uint64_t bits = mixed(mixed(mixed(seed) ^ draw) ^ variable);
    return (static_cast<double>(bits >> 12) + 0.5) / 4503599627370496.0;
}

/// The value that a standard normal variable stays below with probability p in (0, 1): Wichura 1988,
/// algorithm AS 241 (PPND7), seven digits, which is more than any range is known to.
[[nodiscard]] inline double normal_quantile(double p) {
    const double q = p - 0.5;
    if (std::abs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        return q * (((59.109374720 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179) /
               (((67.187563600 * r + 78.757757664) * r + 17.895169469) * r + 1);
    }
    double r = std::sqrt(-std::log(q < 0 ? p : 1 - p));
    double value = 0;
    if (r <= 5) {
        r -= 1.6;
        value = (((0.17023821103 * r + 1.3067284816) * r + 2.7568153900) * r + 1.4234372777) /
                ((0.12021132975 * r + 0.73700164250) * r + 1);
    } else {
        r -= 5;
        value = (((0.017337203997 * r + 0.42868294337) * r + 3.0812263860) * r + 6.6579051150) /
                ((0.012258202635 * r + 0.24197894225) * r + 1);
    }
    return q < 0 ? -value : value;
}

}  // namespace stowage
