// SPDX-License-Identifier: MIT
#include "stowage/catalogue.hpp"

#include <algorithm>
#include <tuple>

#include "stowage/ascii.hpp"

namespace stowage {
namespace {

using TypeKey = std::tuple<std::string_view, std::string_view>;
using RateKey = std::tuple<std::string_view, std::string_view, RateItem>;
using PriceKey = std::tuple<std::string_view, std::string_view, std::string_view>;

TypeKey key_of(const InstanceType& type) { return {type.provider, type.sku}; }

}  // namespace

bool is_named(std::string_view sku, std::string_view part) {
    // Names of types are ASCII.
    const auto same = [](char a, char b) { return lower_case(a) == lower_case(b); };
    return part.empty() || std::search(sku.begin(), sku.end(), part.begin(), part.end(), same) != sku.end();
}

const InstanceType* Catalogue::find_type(std::string_view provider, std::string_view sku) const {
    const TypeKey key{provider, sku};
    const auto at =
        std::lower_bound(types_.begin(), types_.end(), key,
                         [](const InstanceType& type, const TypeKey& k) { return key_of(type) < k; });
    return at != types_.end() && key_of(*at) == key ? &*at : nullptr;
}

const Price* Catalogue::find_price(std::string_view provider, std::string_view region,
                                   std::string_view sku) const {
    const auto key_of_price = [this](const Price& price) {
        const InstanceType& type = types_[price.type];
        return PriceKey{type.provider, regions_[price.region], type.sku};
    };
    const PriceKey key{provider, region, sku};
    const auto at =
        std::lower_bound(prices_.begin(), prices_.end(), key,
                         [&](const Price& price, const PriceKey& k) { return key_of_price(price) < k; });
    return at != prices_.end() && key_of_price(*at) == key ? &*at : nullptr;
}

std::span<const Price> Catalogue::prices_in(std::string_view provider, std::string_view region) const {
    const auto place_of = [this](const Price& price) {
        return TypeKey{types_[price.type].provider, regions_[price.region]};
    };
    const TypeKey place{provider, region};
    const auto first =
        std::lower_bound(prices_.begin(), prices_.end(), place,
                         [&](const Price& price, const TypeKey& k) { return place_of(price) < k; });
    const auto last =
        std::upper_bound(first, prices_.end(), place,
                         [&](const TypeKey& k, const Price& price) { return k < place_of(price); });
    return std::span(prices_).subspan(static_cast<std::size_t>(first - prices_.begin()),
                                      static_cast<std::size_t>(last - first));
}

bool is_priced_per(RateItem item, PriceUnit unit) {
    const bool time = unit == PriceUnit::hour || unit == PriceUnit::month;
    const bool size = unit == PriceUnit::gib_hour || unit == PriceUnit::gib_month;
    const bool traffic = unit == PriceUnit::gb || unit == PriceUnit::gib;
    switch (item) {
        case RateItem::disk:
        case RateItem::database_storage: return size || unit == PriceUnit::disk_month;
        case RateItem::cache_memory: return size;
        case RateItem::load_balancer:
        case RateItem::load_balancer_capacity:
        case RateItem::nat_gateway:
        case RateItem::public_address: return time;
        case RateItem::egress:
        case RateItem::cross_zone:
        case RateItem::load_balancer_data:
        case RateItem::nat_data: break;
    }
    return traffic;
}

const ListedRate* Catalogue::find_rate(std::string_view provider, std::string_view region, RateItem item,
                                       std::string_view sku) const {
    const auto key_of_rate = [this](const ListedRate& rate) {
        return RateKey{rate.provider, regions_[rate.region], rate.item};
    };
    const RateKey key{provider, region, item};
    auto at =
        std::lower_bound(rates_.begin(), rates_.end(), key,
                         [&](const ListedRate& rate, const RateKey& k) { return key_of_rate(rate) < k; });
    for (; at != rates_.end() && key_of_rate(*at) == key; ++at) {
        if (sku.empty() || at->sku == sku) return &*at;
    }
    return nullptr;
}

std::string_view Catalogue::region_near(std::string_view provider, std::string_view other,
                                        std::string_view region) const {
    if (provider == other) return region;
    for (const Location& here : locations_) {
        if (here.provider != other || here.region != region) continue;
        for (const Location& there : locations_) {
            if (there.name == here.name && there.provider == provider) return there.region;
        }
    }
    return {};
}

std::vector<std::string_view> Catalogue::providers() const {
    std::vector<std::string_view> names;
    for (const InstanceType& type : types_) {
        if (names.empty() || names.back() != type.provider) names.push_back(type.provider);
    }
    return names;
}

std::vector<std::string_view> Catalogue::regions_of(std::string_view provider) const {
    std::vector<std::string_view> names;
    for (const Price& price : prices_) {
        if (types_[price.type].provider != provider) continue;
        const std::string_view region = regions_[price.region];
        if (names.empty() || names.back() != region) names.push_back(region);
    }
    return names;
}

}  // namespace stowage
