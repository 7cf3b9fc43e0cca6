// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string_view>

#include "stowage/quantity.hpp"

namespace stowage {

/// What a machine offers and a replica requests.
enum class Resource { cpu, memory };

inline constexpr std::array kResources{Resource::cpu, Resource::memory};

/// "CPU" or "memory", as shown.
[[nodiscard]] constexpr std::string_view name_of(Resource resource) {
    return resource == Resource::cpu ? "CPU" : "memory";
}

/// An amount of each resource. Amounts may be negative: what is free on an over-committed machine.
struct Resources {
    MilliCpu cpu;
    Bytes memory;

    friend bool operator==(const Resources&, const Resources&) = default;
    friend constexpr Resources operator+(Resources a, Resources b) {
        return {a.cpu + b.cpu, a.memory + b.memory};
    }
    friend constexpr Resources operator-(Resources a, Resources b) {
        return {a.cpu - b.cpu, a.memory - b.memory};
    }
    friend constexpr Resources operator*(Resources a, std::int64_t count) {
        return {a.cpu * count, a.memory * count};
    }
    constexpr Resources& operator+=(Resources other) { return *this = *this + other; }
    constexpr Resources& operator-=(Resources other) { return *this = *this - other; }
};

/// True when every resource of `request` is within `room`.
[[nodiscard]] constexpr bool fits(Resources request, Resources room) {
    return request.cpu <= room.cpu && request.memory <= room.memory;
}

/// The amount of one resource in its own unit (millicores or bytes), for code that treats resources alike.
[[nodiscard]] constexpr std::int64_t amount_of(Resources amounts, Resource resource) {
    return resource == Resource::cpu ? amounts.cpu.to_millis() : amounts.memory.to_bytes();
}

}  // namespace stowage
