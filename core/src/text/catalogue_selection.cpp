// SPDX-License-Identifier: MIT
#include <algorithm>
#include <tuple>

#include "stowage/plan.hpp"
#include "stowage/sort_by.hpp"
#include "stowage/text/catalogue_json.hpp"

namespace stowage {
namespace {

bool is_of_region(const Catalogue& catalogue, std::string_view provider, std::uint32_t region,
                  const PriceFilter& filter) {
    return (filter.provider.empty() || provider == filter.provider) &&
           (filter.region.empty() || catalogue.regions()[region] == filter.region);
}

bool asks_for_machines(const PriceFilter& filter) {
    return filter.min_cpu || filter.min_memory || filter.architecture || filter.cpu_class;
}

bool has_shape(const InstanceType& type, const PriceFilter& filter) {
    return (!filter.min_cpu || (type.cpu && *type.cpu >= *filter.min_cpu)) &&
           (!filter.min_memory || (type.memory && *type.memory >= *filter.min_memory)) &&
           (!filter.architecture || type.architecture == *filter.architecture) &&
           (!filter.cpu_class || type.cpu_class == *filter.cpu_class);
}

/// What selected_prices() sorts by.
using Key = std::tuple<std::string_view, std::string_view, Offering, std::int64_t, std::int64_t, HourlyPrice,
                       std::string_view, std::string_view, std::string_view>;

class KeyOf {
  public:
    KeyOf(const Catalogue& catalogue, const PriceFilter& filter, PriceOrder order)
        : catalogue_(catalogue), shared_is_wanted_(filter.cpu_class == CpuClass::shared), order_(order) {}

    Key operator()(const Price& price) const {
        const InstanceType& type = catalogue_.types()[price.type];
        const std::string_view region = catalogue_.regions()[price.region];
        if (order_ == PriceOrder::listed) {
            return {type.provider, region, type.offering, 0, 0, price.hourly, type.sku, {}, {}};
        }
        return {{},
                {},
                Offering::compute,
                first_of(price, type),
                billing_month_of(price).to_nanos(),
                HourlyPrice{},
                type.provider,
                region,
                type.sku};
    }

  private:
    [[nodiscard]] std::int64_t first_of(const Price& price, const InstanceType& type) const {
        if (order_ == PriceOrder::cpu) return type.cpu ? type.cpu->to_millis() : INT64_MAX;
        if (order_ == PriceOrder::memory) return type.memory ? type.memory->to_bytes() : INT64_MAX;
        const bool shared = type.cpu_class == CpuClass::shared && !shared_is_wanted_;
        return shared || catalogue_.sources()[price.source].stale ? 1 : 0;
    }

    const Catalogue& catalogue_;
    bool shared_is_wanted_;
    PriceOrder order_;
};

}  // namespace

Money billing_month_of(const Price& price) {
    const Money month = cost_of(price.hourly, kBillingMonth, 1);
    return price.month_cap ? std::min(month, *price.month_cap) : month;
}

bool is_selected(const Catalogue& catalogue, const Price& price, const PriceFilter& filter) {
    const InstanceType& type = catalogue.types()[price.type];
    return is_of_region(catalogue, type.provider, price.region, filter) &&
           (!filter.item || *filter.item == CatalogueItem{type.offering}) &&
           is_named(type, filter.sku_part) && has_shape(type, filter);
}

std::vector<const Price*> selected_prices(const Catalogue& catalogue, const PriceFilter& filter,
                                          PriceOrder order) {
    std::vector<std::pair<Key, const Price*>> keyed;
    const KeyOf key(catalogue, filter, order);
    for (const Price& price : catalogue.prices()) {
        if (is_selected(catalogue, price, filter)) keyed.emplace_back(key(price), &price);
    }
    sort_by(keyed, [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const Price*> prices;
    prices.reserve(keyed.size());
    for (const auto& entry : keyed) prices.push_back(entry.second);
    return prices;
}

bool is_selected(const Catalogue& catalogue, const ListedRate& rate, const PriceFilter& filter) {
    return !asks_for_machines(filter) && is_of_region(catalogue, rate.provider, rate.region, filter) &&
           (!filter.item || *filter.item == CatalogueItem{rate.item}) &&
           is_named(std::string_view(rate.sku), filter.sku_part);
}

std::vector<const ListedRate*> selected_rates(const Catalogue& catalogue, const PriceFilter& filter) {
    std::vector<const ListedRate*> rates;
    for (const ListedRate& rate : catalogue.rates()) {
        if (is_selected(catalogue, rate, filter)) rates.push_back(&rate);
    }
    return rates;
}

}  // namespace stowage
