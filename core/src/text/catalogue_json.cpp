// SPDX-License-Identifier: MIT
#include "stowage/text/catalogue_json.hpp"

#include <algorithm>

#include "estimate_nodes.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

void add_source(Node& node, const PriceSource& source) {
    node.add("price_date", Node::text(source.date));
    node.add("source", Node::text(source.text));
    if (source.stale) node.add("stale", Node::boolean(true));
}

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
    node.add("monthly_price", Node::text(format_cents(billing_month_of(price))));
    if (price.month_cap) node.add("month_cap", Node::text(format_money(*price.month_cap)));
    if (type.baseline_inferred) node.add("baseline_inferred", Node::boolean(true));
    add_source(node, source);
    return node;
}

Node tier_node(const PriceTier& tier) {
    Node node = Node::map();
    if (tier.up_to > 0) node.add("up_to", Node::number(tier.up_to));
    node.add("price", Node::text(format_hourly_price(HourlyPrice::nanos(tier.price.to_nanos()))));
    return node;
}

Node rate_node(const Catalogue& catalogue, const ListedRate& rate) {
    Node node = Node::map();
    node.add("provider", Node::text(rate.provider));
    node.add("region", Node::text(catalogue.regions()[rate.region]));
    node.add("item", name_node(name_of(rate.item)));
    node.add("sku", Node::text(rate.sku));
    node.add("unit", name_node(name_of(rate.price.unit)));
    node.add("tiers", list_of(rate.price.tiers, tier_node));
    if (rate.price.month_cap) node.add("month_cap", Node::text(format_money(*rate.price.month_cap)));
    add_source(node, catalogue.sources()[rate.source]);
    return node;
}

template <class List, class Convert>
Node list_up_to(std::size_t limit, const List& list, Convert convert) {
    const std::size_t count = limit == 0 ? list.size() : std::min(limit, list.size());
    Node node = Node::sequence();
    for (std::size_t i = 0; i < count; ++i) node.items.push_back(convert(list[i]));
    return node;
}

}  // namespace

Node prices_node(const Catalogue& catalogue, const PriceFilter& filter, PriceOrder order, std::size_t limit) {
    Node node = Node::map();
    node.add("snapshot", Node::text(catalogue.snapshot()));
    node.add("prices", list_up_to(limit, selected_prices(catalogue, filter, order),
                                  [&](const Price* price) { return price_node(catalogue, *price); }));
    node.add("rates", list_up_to(limit, selected_rates(catalogue, filter),
                                 [&](const ListedRate* rate) { return rate_node(catalogue, *rate); }));
    return node;
}

}  // namespace stowage
