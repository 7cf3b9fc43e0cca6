// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "stowage/catalogue.hpp"
#include "stowage/plan.hpp"

namespace stowage {
namespace {

bool states_shape(const OwnPrice& row) {
    return row.cpu || row.memory || row.baseline || row.architecture != Architecture::unknown ||
           row.cpu_class != CpuClass::dedicated;
}

InstanceType type_of(const OwnPrice& row, Offering offering, const PriceNameParts& name) {
    InstanceType type;
    type.provider = name.provider;
    type.sku = name.sku;
    type.family = "own";
    type.offering = offering;
    type.cpu = row.cpu;
    type.memory = row.memory;
    type.cpu_class = row.cpu_class;
    if (row.cpu_class == CpuClass::burstable) type.baseline = row.baseline;
    type.architecture = row.architecture;
    return type;
}

}  // namespace

std::optional<PriceNameParts> parts_of_price_name(std::string_view name) {
    const auto first = name.find('/');
    if (first == std::string_view::npos) return std::nullopt;
    const auto second = name.find('/', first + 1);
    if (second == std::string_view::npos) return std::nullopt;
    const PriceNameParts parts{name.substr(0, first), name.substr(first + 1, second - first - 1),
                               name.substr(second + 1)};
    if (parts.provider.empty() || parts.region.empty() || parts.sku.empty()) return std::nullopt;
    return parts;
}

/// A catalogue that own rows are put into. Rows of the catalogue are found in `listed_`, which keeps its
/// order; the new ones are remembered here.
class OwnRows {
  public:
    explicit OwnRows(const Catalogue& listed) : listed_(listed), with_(listed) {}

    void add(const OwnPrice& row) {
        const auto name = parts_of_price_name(row.name);
        if (!name) return;
        if (const auto* offering = std::get_if<Offering>(&row.item)) {
            add_machine(row, *name, *offering);
        } else if (const auto* item = std::get_if<RateItem>(&row.item)) {
            add_rate(row, *name, *item);
        }
    }

    Catalogue take() && {
        with_.rates_.insert(with_.rates_.begin(), std::make_move_iterator(new_rates_.begin()),
                            std::make_move_iterator(new_rates_.end()));
        // Nothing stands twice: what was there has been replaced.
        static_cast<void>(with_.order());
        return std::move(with_);
    }

  private:
    void add_machine(const OwnPrice& row, const PriceNameParts& name, Offering offering) {
        const auto hourly = hourly_of(row.price);
        if (!hourly) return;
        const std::uint32_t type = put_type(row, name, offering);
        const Price own{type, region_named(name.region), source_of(row), *hourly, row.price.month_cap};
        if (const Price* listed = listed_.find_price(name.provider, name.region, name.sku)) {
            with_.prices_[static_cast<std::size_t>(listed - listed_.prices().data())] = own;
        } else if (const auto [at, added] = new_prices_.emplace(row.name, with_.prices_.size()); added) {
            with_.prices_.push_back(own);
        } else {
            with_.prices_[at->second] = own;
        }
    }

    std::uint32_t put_type(const OwnPrice& row, const PriceNameParts& name, Offering offering) {
        if (const InstanceType* listed = listed_.find_type(name.provider, name.sku)) {
            const auto index = static_cast<std::uint32_t>(listed - listed_.types().data());
            if (states_shape(row)) with_.types_[index] = type_of(row, offering, name);
            return index;
        }
        const auto index = static_cast<std::uint32_t>(with_.types_.size());
        const auto [at, added] = new_types_.emplace(std::pair(name.provider, name.sku), index);
        if (added) {
            with_.types_.push_back(type_of(row, offering, name));
        } else if (states_shape(row)) {
            with_.types_[at->second] = type_of(row, offering, name);
        }
        return at->second;
    }

    void add_rate(const OwnPrice& row, const PriceNameParts& name, RateItem item) {
        if (!is_priced_per(item, row.price.unit)) return;
        ListedRate own{std::string(name.provider),
                       region_named(name.region),
                       source_of(row),
                       item,
                       std::string(name.sku),
                       row.price};
        if (const auto* listed = listed_.find_rate(name.provider, name.region, item, name.sku)) {
            with_.rates_[static_cast<std::size_t>(listed - listed_.rates().data())] = std::move(own);
            return;
        }
        const auto same = [&](const ListedRate& rate) {
            return rate.item == item && rate.region == own.region && rate.sku == own.sku &&
                   rate.provider == own.provider;
        };
        const auto at = std::find_if(new_rates_.begin(), new_rates_.end(), same);
        if (at == new_rates_.end()) {
            new_rates_.push_back(std::move(own));
        } else {
            *at = std::move(own);
        }
    }

    std::uint32_t region_named(std::string_view name) {
        const auto at = std::find(with_.regions_.begin(), with_.regions_.end(), name);
        if (at == with_.regions_.end()) {
            with_.regions_.emplace_back(name);
            return static_cast<std::uint32_t>(with_.regions_.size() - 1);
        }
        return static_cast<std::uint32_t>(at - with_.regions_.begin());
    }

    std::uint32_t source_of(const OwnPrice& row) {
        with_.sources_.push_back({row.date, row.source.empty() ? "own price" : row.source, false});
        return static_cast<std::uint32_t>(with_.sources_.size() - 1);
    }

    const Catalogue& listed_;
    Catalogue with_;
    std::map<std::string_view, std::size_t> new_prices_;
    std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> new_types_;
    std::vector<ListedRate> new_rates_;
};

Catalogue with_own_prices(const Catalogue& catalogue, std::span<const OwnPrice> own) {
    OwnRows rows(catalogue);
    for (const OwnPrice& row : own) rows.add(row);
    return std::move(rows).take();
}

}  // namespace stowage
