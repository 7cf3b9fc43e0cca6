// SPDX-License-Identifier: MIT
//
// The words that catalogue and plan share: what a row is for, and whose the vCPUs are.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <variant>

namespace stowage {

/// What is sold by the machine and hour.
enum class Offering { compute, postgres, redis };

/// As files spell it.
[[nodiscard]] constexpr std::string_view name_of(Offering offering) {
    switch (offering) {
        case Offering::compute: return "compute";
        case Offering::postgres: return "postgres";
        case Offering::redis: return "redis";
    }
    return "compute";
}

/// The instruction set that software must be built for; unknown where no source tells.
enum class Architecture { unknown, x86_64, arm64 };

/// As files spell it; "unknown" stands in no file.
[[nodiscard]] constexpr std::string_view name_of(Architecture architecture) {
    switch (architecture) {
        case Architecture::x86_64: return "x86_64";
        case Architecture::arm64: return "arm64";
        case Architecture::unknown: break;
    }
    return "unknown";
}

/// Whose the vCPUs are.
enum class CpuClass {
    dedicated,  ///< the tenant's own, all the time
    burstable,  ///< its own up to a baseline; above it, it spends what it saved
    shared,     ///< shared with neighbours, and no baseline is published
};

/// As files spell it.
[[nodiscard]] constexpr std::string_view name_of(CpuClass cpu_class) {
    switch (cpu_class) {
        case CpuClass::dedicated: return "dedicated";
        case CpuClass::burstable: return "burstable";
        case CpuClass::shared: return "shared";
    }
    return "dedicated";
}

/// What is sold otherwise: see PriceUnit.
enum class RateItem {
    disk,
    database_storage,
    cache_memory,  ///< of a cache that is priced by its size
    egress,        ///< traffic to the internet
    cross_zone,    ///< traffic between zones, of one direction
    load_balancer,
    load_balancer_capacity,  ///< capacity units (LCU)
    load_balancer_data,
    nat_gateway,
    nat_data,
    public_address,
};

inline constexpr std::array kRateItems{RateItem::disk,
                                       RateItem::database_storage,
                                       RateItem::cache_memory,
                                       RateItem::egress,
                                       RateItem::cross_zone,
                                       RateItem::load_balancer,
                                       RateItem::load_balancer_capacity,
                                       RateItem::load_balancer_data,
                                       RateItem::nat_gateway,
                                       RateItem::nat_data,
                                       RateItem::public_address};

/// As files spell it.
[[nodiscard]] constexpr std::string_view name_of(RateItem item) {
    switch (item) {
        case RateItem::disk: return "disk";
        case RateItem::database_storage: return "database_storage";
        case RateItem::cache_memory: return "cache_memory";
        case RateItem::egress: return "egress";
        case RateItem::cross_zone: return "cross_zone";
        case RateItem::load_balancer: return "load_balancer";
        case RateItem::load_balancer_capacity: return "load_balancer_capacity";
        case RateItem::load_balancer_data: return "load_balancer_data";
        case RateItem::nat_gateway: return "nat_gateway";
        case RateItem::nat_data: return "nat_data";
        case RateItem::public_address: return "public_address";
    }
    return "disk";
}

/// What a row of a price list is for.
using CatalogueItem = std::variant<Offering, RateItem>;

/// As files spell it; no two items share a name.
[[nodiscard]] constexpr std::string_view name_of(const CatalogueItem& item) {
    if (const auto* offering = std::get_if<Offering>(&item)) return name_of(*offering);
    return name_of(*std::get_if<RateItem>(&item));
}

/// What has that name_of(), letter for letter; none for another word.
[[nodiscard]] std::optional<Offering> offering_named(std::string_view text);
[[nodiscard]] std::optional<RateItem> rate_item_named(std::string_view text);
/// None for "unknown" too: an architecture that nobody tells is left out.
[[nodiscard]] std::optional<Architecture> architecture_named(std::string_view text);
[[nodiscard]] std::optional<CpuClass> cpu_class_named(std::string_view text);

}  // namespace stowage
