// SPDX-License-Identifier: MIT
//
// The order in which a catalogue keeps its rows, so that they are found by halving; and what stands twice.
#include <algorithm>
#include <functional>
#include <string_view>
#include <tuple>
#include <utility>

#include "stowage/catalogue.hpp"
#include "stowage/sort_by.hpp"

namespace stowage {
namespace {

using Indices = std::vector<std::uint32_t>;
/// Whether the row of the first index stands before that of the second.
using Before = std::function<bool(std::uint32_t, std::uint32_t)>;

/// A row that comes again, given their order.
std::optional<std::uint32_t> find_twice(const Indices& order, const Before& before) {
    const auto twice = std::adjacent_find(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return !before(a, b) && !before(b, a);
    });
    if (twice == order.end()) return std::nullopt;
    return *twice;
}

template <class Row>
std::vector<Row> taken_in_order(std::vector<Row> rows, const Indices& order) {
    std::vector<Row> sorted;
    sorted.reserve(rows.size());
    for (const std::uint32_t index : order) sorted.push_back(std::move(rows[index]));
    return sorted;
}

}  // namespace

std::optional<std::string> Catalogue::order_types() {
    const Before before = [this](std::uint32_t a, std::uint32_t b) {
        return std::tie(types_[a].provider, types_[a].sku) < std::tie(types_[b].provider, types_[b].sku);
    };
    const Indices order = indices_sorted_by(types_.size(), before);
    if (const auto twice = find_twice(order, before)) {
        return "the type " + types_[*twice].sku + " of " + types_[*twice].provider + " stands twice";
    }
    Indices new_index(types_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) new_index[order[i]] = i;
    for (Price& price : prices_) price.type = new_index[price.type];
    types_ = taken_in_order(std::move(types_), order);
    return std::nullopt;
}

std::optional<std::string> Catalogue::order_prices() {
    const auto key = [this](const Price& price) {
        const InstanceType& type = types_[price.type];
        return std::tuple<std::string_view, std::string_view, std::uint32_t>(
            type.provider, regions_[price.region], price.type);
    };
    sort_by(prices_, [&](const Price& a, const Price& b) { return key(a) < key(b); });
    const auto twice = std::adjacent_find(prices_.begin(), prices_.end(),
                                          [&](const Price& a, const Price& b) { return key(a) == key(b); });
    if (twice == prices_.end()) return std::nullopt;
    return "the price of " + types_[twice->type].sku + " in " + regions_[twice->region] + " stands twice";
}

std::optional<std::string> Catalogue::order_rates() {
    const auto group = [this](std::uint32_t i) {
        return std::tuple<std::string_view, std::string_view, RateItem>(
            rates_[i].provider, regions_[rates_[i].region], rates_[i].item);
    };
    const Before before = [&](std::uint32_t a, std::uint32_t b) {
        return std::tuple_cat(group(a), std::tie(rates_[a].sku)) <
               std::tuple_cat(group(b), std::tie(rates_[b].sku));
    };
    if (const auto twice = find_twice(indices_sorted_by(rates_.size(), before), before)) {
        const ListedRate& rate = rates_[*twice];
        return "the " + std::string(name_of(rate.item)) + " rate " + rate.sku + " in " +
               regions_[rate.region] + " stands twice";
    }
    const Indices order = indices_sorted_by(
        rates_.size(), [&](std::uint32_t a, std::uint32_t b) { return group(a) < group(b); });
    rates_ = taken_in_order(std::move(rates_), order);
    return std::nullopt;
}

std::optional<std::string> Catalogue::order() {
    if (auto twice = order_types()) return twice;
    if (auto twice = order_prices()) return twice;
    if (auto twice = order_rates()) return twice;
    const Before before = [this](std::uint32_t a, std::uint32_t b) {
        const auto key = [this](std::uint32_t i) {
            return std::tie(locations_[i].name, locations_[i].provider, locations_[i].region);
        };
        return key(a) < key(b);
    };
    const auto twice = find_twice(indices_sorted_by(locations_.size(), before), before);
    if (!twice) return std::nullopt;
    const Location& location = locations_[*twice];
    return location.provider + "/" + location.region + " stands twice in the location " + location.name;
}

}  // namespace stowage
