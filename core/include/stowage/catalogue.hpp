// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/catalogue_item.hpp"
#include "stowage/list_price.hpp"
#include "stowage/quantity.hpp"
#include "stowage/resources.hpp"
#include "stowage/result.hpp"

namespace stowage {

struct OwnPrice;

/// The shape of a machine that a provider rents out. Nominal figures; none where no source gives them.
struct InstanceType {
    std::string provider;
    std::string sku;
    std::string family;
    Offering offering = Offering::compute;
    std::optional<MilliCpu> cpu;
    std::optional<Bytes> memory;
    std::optional<Percent> baseline;  ///< of each vCPU; burstable types alone have one
    Architecture architecture = Architecture::unknown;
    CpuClass cpu_class = CpuClass::dedicated;
    bool baseline_inferred = false;  ///< no source states the baseline: it is that of a type like it

    /// The CPU that it can use all the time: vCPU x baseline, or all of a dedicated type. None where nobody
    /// publishes it: vCPUs that are shared are never counted as dedicated.
    [[nodiscard]] std::optional<MilliCpu> sustained_cpu() const {
        if (cpu_class == CpuClass::dedicated) return cpu;
        if (!cpu || !baseline) return std::nullopt;
        return share_of(*cpu, *baseline);
    }
};

/// Whether `part` stands in a sku, in any case; the empty text stands in every sku.
[[nodiscard]] bool is_named(std::string_view sku, std::string_view part);
/// The same of a type's sku.
[[nodiscard]] inline bool is_named(const InstanceType& type, std::string_view part) {
    return is_named(std::string_view(type.sku), part);
}

/// A list price per hour, in US dollars, before tax and discounts.
struct Price {
    std::uint32_t type = 0;    ///< index into types()
    std::uint32_t region = 0;  ///< index into regions()
    std::uint32_t source = 0;  ///< index into sources()
    HourlyPrice hourly;
    std::optional<Money> month_cap;  ///< what a month costs at most
};

/// Whether a price per `unit` can be a price of `item`.
[[nodiscard]] bool is_priced_per(RateItem item, PriceUnit unit);

/// A price of something that is not sold by the machine and hour: disks, traffic, load balancers ...
struct ListedRate {
    std::string provider;
    std::uint32_t region = 0;  ///< index into regions()
    std::uint32_t source = 0;  ///< index into sources()
    RateItem item = RateItem::disk;
    std::string sku;
    ListPrice price;
};

/// Regions of different providers that lie near each other.
struct Location {
    std::string name;  ///< such as us-east
    std::string provider;
    std::string region;
};

/// Where figures come from, and of which day they are.
struct PriceSource {
    std::string date;  ///< YYYY-MM-DD
    std::string text;
    bool stale = false;  ///< the provider is known to have changed its prices since
};

/// A dated snapshot of what providers rent out and what it costs.
class Catalogue {
  public:
    /// Reads the compact form that scripts/pack-catalogue makes of assets/catalogue: see docs/catalogue.md.
    /// The error names the line.
    [[nodiscard]] static Result<Catalogue> read(std::string_view text);

    /// Identifies this snapshot; empty for the catalogue without rows.
    [[nodiscard]] const std::string& snapshot() const { return snapshot_; }
    /// Machines and managed services, ordered by provider and sku, whether or not they have a price.
    [[nodiscard]] std::span<const InstanceType> types() const { return types_; }
    /// Names of regions, which providers may share: Price and ListedRate refer to them by index.
    [[nodiscard]] std::span<const std::string> regions() const { return regions_; }
    /// What prices and rates refer to by index.
    [[nodiscard]] std::span<const PriceSource> sources() const { return sources_; }
    /// Ordered by provider, region and sku.
    [[nodiscard]] std::span<const Price> prices() const { return prices_; }

    /// The shape of a provider's type, sold in whichever region; null when unknown.
    [[nodiscard]] const InstanceType* find_type(std::string_view provider, std::string_view sku) const;
    /// Its price in a region; null when it is not sold there or no source tells.
    [[nodiscard]] const Price* find_price(std::string_view provider, std::string_view region,
                                          std::string_view sku) const;
    /// All prices of one provider's region, in the order of prices().
    [[nodiscard]] std::span<const Price> prices_in(std::string_view provider, std::string_view region) const;
    /// Ordered by provider, region and item; of each the usual sku first.
    [[nodiscard]] std::span<const ListedRate> rates() const { return rates_; }
    /// The price of a rate's sku; of the usual one when `sku` is empty. Null when nobody tells.
    [[nodiscard]] const ListedRate* find_rate(std::string_view provider, std::string_view region,
                                              RateItem item, std::string_view sku) const;
    /// In the order of the text: the first that two providers share decides which regions are near.
    [[nodiscard]] std::span<const Location> locations() const { return locations_; }
    /// The provider's region that lies where `region` of `other` does, the one listed first of several; empty
    /// when no location tells. A provider's own region is near itself.
    [[nodiscard]] std::string_view region_near(std::string_view provider, std::string_view other,
                                               std::string_view region) const;
    /// Those that have a type, by name. The texts last as long as the catalogue.
    [[nodiscard]] std::vector<std::string_view> providers() const;
    /// The regions in which one of the provider's types has a price, by name; none for an unknown provider.
    [[nodiscard]] std::vector<std::string_view> regions_of(std::string_view provider) const;

  private:
    friend class CatalogueReader;
    friend class OwnRows;

    /// Orders the rows for the look-ups; what stands twice, if anything.
    [[nodiscard]] std::optional<std::string> order();
    [[nodiscard]] std::optional<std::string> order_types();
    [[nodiscard]] std::optional<std::string> order_prices();
    [[nodiscard]] std::optional<std::string> order_rates();

    std::string snapshot_;
    std::vector<InstanceType> types_;  ///< ordered by provider and sku once read
    std::vector<std::string> regions_;
    std::vector<PriceSource> sources_;
    std::vector<Price> prices_;
    std::vector<ListedRate> rates_;
    std::vector<Location> locations_;
};

/// The parts of "provider/region/sku"; the last may have slashes. None where one is empty.
struct PriceNameParts {
    std::string_view provider;
    std::string_view region;
    std::string_view sku;
};
[[nodiscard]] std::optional<PriceNameParts> parts_of_price_name(std::string_view name);

/// `catalogue` with the plan's own rows, which stand before the catalogue's: one takes the place of the price
/// of that name, or is a new one. Of a machine it also takes the place of the type's shape, in every region,
/// unless it states none; an own rate that is new is the usual one of its item. A row that check_references()
/// would refuse is left out.
[[nodiscard]] Catalogue with_own_prices(const Catalogue& catalogue, std::span<const OwnPrice> own);

}  // namespace stowage
