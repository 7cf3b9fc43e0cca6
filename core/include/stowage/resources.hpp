// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "stowage/quantity.hpp"

namespace stowage {

/// What a machine offers and a replica requests. Every machine has CPU and memory; disk and pods count only
/// on a server that states them.
enum class Resource { cpu, memory, disk, pods };

inline constexpr std::array kResources{Resource::cpu, Resource::memory, Resource::disk, Resource::pods};

/// The resource as shown.
[[nodiscard]] constexpr std::string_view name_of(Resource resource) {
    switch (resource) {
        case Resource::cpu: return "CPU";
        case Resource::memory: return "memory";
        case Resource::disk: return "disk";
        case Resource::pods: return "pods";
    }
    return "CPU";
}

/// An amount of each resource. Amounts may be negative: what is free on an over-committed machine.
struct Resources {
    MilliCpu cpu{};
    Bytes memory{};
    Bytes disk{};
    std::int64_t pods = 0;  ///< replicas, as the kubelet counts them

    friend bool operator==(const Resources&, const Resources&) = default;
    friend constexpr Resources operator+(Resources a, Resources b) {
        return {a.cpu + b.cpu, a.memory + b.memory, a.disk + b.disk, a.pods + b.pods};
    }
    friend constexpr Resources operator-(Resources a, Resources b) {
        return {a.cpu - b.cpu, a.memory - b.memory, a.disk - b.disk, a.pods - b.pods};
    }
    friend constexpr Resources operator*(Resources a, std::int64_t count) {
        return {a.cpu * count, a.memory * count, a.disk * count, a.pods * count};
    }
    constexpr Resources& operator+=(Resources other) { return *this = *this + other; }
    constexpr Resources& operator-=(Resources other) { return *this = *this - other; }
};

/// True when every resource of `request` is within `room`.
[[nodiscard]] constexpr bool fits(Resources request, Resources room) {
    return request.cpu <= room.cpu && request.memory <= room.memory && request.disk <= room.disk &&
           request.pods <= room.pods;
}

/// The amount of one resource in its own unit (millicores, bytes or pods), for code that treats resources
/// alike.
[[nodiscard]] constexpr std::int64_t amount_of(Resources amounts, Resource resource) {
    switch (resource) {
        case Resource::cpu: return amounts.cpu.to_millis();
        case Resource::memory: return amounts.memory.to_bytes();
        case Resource::disk: return amounts.disk.to_bytes();
        case Resource::pods: return amounts.pods;
    }
    return 0;
}

/// How often a request fits, and which resource ends it; none where a bound ends it.
struct Fitting {
    std::int64_t times = 0;
    std::optional<Resource> binding;
};

/// What the room lacks of the request; nothing of a resource that would do.
[[nodiscard]] constexpr Resources missing_of(Resources request, Resources room) {
    const Resources lack = request - room;
    return {std::max(lack.cpu, MilliCpu{}), std::max(lack.memory, Bytes{}), std::max(lack.disk, Bytes{}),
            std::max<std::int64_t>(lack.pods, 0)};
}

/// How often `request` fits within `room`, at most `most` times; never when a resource of the room is
/// negative.
[[nodiscard]] constexpr Fitting fitting_of(Resources request, Resources room, std::int64_t most) {
    Fitting least{most, std::nullopt};
    for (const Resource resource : kResources) {
        const std::int64_t left = amount_of(room, resource);
        const std::int64_t each = amount_of(request, resource);
        if (left < 0) return {0, resource};
        if (each > 0 && left / each < least.times) least = {left / each, resource};
    }
    return least;
}

}  // namespace stowage
