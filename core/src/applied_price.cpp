// SPDX-License-Identifier: MIT
//
// Which price holds: the plan's own, the one that it was made with, or the catalogue's, in this order.
#include <algorithm>

#include "stowage/cost.hpp"

namespace stowage {
namespace {

/// Whether the listed price is a row of the plan's own list: nothing that the plan was made with goes before
/// it.
bool is_own(const PriceBasis& basis, std::string_view name, const CatalogueItem& item) {
    const OwnPrice* own = find_named(basis.own, name);
    return own != nullptr && own->item == item;
}

bool is_own_machine(const PriceBasis& basis, std::string_view name) {
    const OwnPrice* own = find_named(basis.own, name);
    return own != nullptr && std::holds_alternative<Offering>(own->item);
}

std::string source_of_kept(const PriceBasis& basis) {
    return "price of snapshot " + basis.snapshot + ", kept in the plan";
}

/// The usual sku has the words of its own deployment behind it, such as ":single-az": the pair's stand there
/// instead.
const ListedRate* find_pair_of_usual(const Catalogue& catalogue, const Environment& environment,
                                     RateItem item, std::string_view suffix) {
    const ListedRate* usual = catalogue.find_rate(environment.provider, environment.region, item, {});
    if (usual == nullptr) return nullptr;
    const std::string stem = usual->sku.substr(0, usual->sku.find(':'));
    return catalogue.find_rate(environment.provider, environment.region, item, stem + std::string(suffix));
}

const ListedRate* find_listed(const Catalogue& catalogue, const Environment& environment, RateItem item,
                              std::string_view sku) {
    if (sku.starts_with(':')) return find_pair_of_usual(catalogue, environment, item, sku);
    return catalogue.find_rate(environment.provider, environment.region, item, sku);
}

}  // namespace

std::string price_name(std::string_view provider, std::string_view region, std::string_view sku) {
    return std::string(provider) + "/" + std::string(region) + "/" + std::string(sku);
}

std::string rate_name(const Environment& environment, RateItem item, std::string_view sku) {
    std::string name = price_name(environment.provider, environment.region, name_of(item));
    if (!sku.empty()) name.append("/").append(sku);
    return name;
}

std::optional<AppliedPrice> applied_price(const PriceBasis& basis, const Catalogue& catalogue,
                                          std::string_view provider, std::string_view region,
                                          std::string_view sku) {
    const Price* listed = catalogue.find_price(provider, region, sku);
    const std::string name = price_name(provider, region, sku);
    const bool own = listed != nullptr && is_own_machine(basis, name);
    const UsedPrice* used = own ? nullptr : find_named(basis.used, name);
    if (used != nullptr &&
        (listed == nullptr || used->price != per_hour(listed->hourly, listed->month_cap))) {
        const auto hourly = hourly_of(used->price);
        if (!hourly) return std::nullopt;
        return AppliedPrice{*hourly, used->price.month_cap, false, true, own, {}, source_of_kept(basis)};
    }
    if (listed == nullptr) return std::nullopt;
    const PriceSource& source = catalogue.sources()[listed->source];
    return AppliedPrice{listed->hourly, listed->month_cap, source.stale, false, own,
                        source.date,    source.text};
}

std::optional<AppliedRate> applied_rate(const PriceBasis& basis, const Catalogue& catalogue,
                                        const Environment& environment, RateItem item, std::string_view sku) {
    const ListedRate* listed = find_listed(catalogue, environment, item, sku);
    const bool own = listed != nullptr &&
                     is_own(basis, price_name(environment.provider, environment.region, listed->sku), item);
    const UsedPrice* used = own ? nullptr : find_named(basis.used, rate_name(environment, item, sku));
    if (used != nullptr && (listed == nullptr || used->price != listed->price)) {
        // What was the usual one then may be another one today.
        const std::string named(sku.starts_with(':') ? std::string_view{} : sku);
        return AppliedRate{named, used->price, false, true, own, {}, source_of_kept(basis)};
    }
    if (listed == nullptr) return std::nullopt;
    const PriceSource& source = catalogue.sources()[listed->source];
    return AppliedRate{listed->sku, listed->price, source.stale, false, own, source.date, source.text};
}

}  // namespace stowage
