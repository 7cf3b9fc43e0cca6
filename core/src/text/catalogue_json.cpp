// SPDX-License-Identifier: MIT
#include "stowage/text/catalogue_json.hpp"

#include <algorithm>
#include <tuple>

#include "stowage/plan.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

Node price_node(const Catalogue& catalogue, const Price& price) {
    const InstanceType& type = catalogue.types()[price.type];
    const PriceSource& source = catalogue.sources()[price.source];
    Node node = Node::map();
    node.add("provider", Node::text(type.provider));
    node.add("region", Node::text(catalogue.regions()[price.region]));
    node.add("offering", Node::text(std::string(name_of(type.offering))));
    node.add("sku", Node::text(type.sku));
    if (type.cpu) node.add("cpu_millis", Node::number(type.cpu->to_millis()));
    if (type.memory) node.add("memory_bytes", Node::number(type.memory->to_bytes()));
    if (type.cpu && type.baseline)
        node.add("sustained_cpu_millis", Node::number(type.sustained_cpu()->to_millis()));
    node.add("cpu_class", Node::text(std::string(name_of(type.cpu_class))));
    node.add("architecture", Node::text(std::string(name_of(type.architecture))));
    node.add("hourly_price", Node::text(format_hourly_price(price.hourly)));
    node.add("monthly_price", Node::text(show_money(cost_of(price.hourly, kBillingMonth, 1))));
    node.add("price_date", Node::text(source.date));
    node.add("source", Node::text(source.text));
    return node;
}

}  // namespace

bool is_selected(const Catalogue& catalogue, const Price& price, const PriceFilter& filter) {
    const InstanceType& type = catalogue.types()[price.type];
    return (filter.provider.empty() || type.provider == filter.provider) &&
           (filter.region.empty() || catalogue.regions()[price.region] == filter.region) &&
           is_named(type, filter.sku_part);
}

std::vector<const Price*> selected_prices(const Catalogue& catalogue, const PriceFilter& filter) {
    std::vector<const Price*> prices;
    for (const Price& price : catalogue.prices()) {
        if (is_selected(catalogue, price, filter)) prices.push_back(&price);
    }
    const auto key = [&catalogue](const Price* price) {
        const InstanceType& type = catalogue.types()[price->type];
        return std::tuple<std::string_view, std::string_view, Offering, HourlyPrice, std::string_view>(
            type.provider, catalogue.regions()[price->region], type.offering, price->hourly, type.sku);
    };
    std::sort(prices.begin(), prices.end(),
              [&key](const Price* a, const Price* b) { return key(a) < key(b); });
    return prices;
}

Node prices_node(const Catalogue& catalogue, const PriceFilter& filter) {
    Node prices = Node::sequence();
    for (const Price* price : selected_prices(catalogue, filter))
        prices.items.push_back(price_node(catalogue, *price));
    Node node = Node::map();
    node.add("snapshot", Node::text(catalogue.snapshot()));
    node.add("prices", std::move(prices));
    return node;
}

}  // namespace stowage
