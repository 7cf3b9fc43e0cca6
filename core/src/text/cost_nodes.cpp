// SPDX-License-Identifier: MIT
//
// The bill of the estimate as JSON.
#include "estimate_nodes.hpp"
#include "stowage/decimal.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {
namespace {

constexpr int kNanoDecimals = 9;

Node money(Money amount) { return Node::text(format_cents(amount)); }

Node charge_node(const Charge& charge) {
    Node node = Node::map();
    node.add("units", Node::text(format_shortest(charge.units.digits, charge.units.scale)));
    node.add("price", Node::text(format_shortest(charge.price.to_nanos(), kNanoDecimals)));
    return node;
}

}  // namespace

Node cost_node(const Cost& cost) {
    Node node = Node::map();
    node.add("currency", name_node(kCurrency));
    node.add("low", money(cost.low));
    node.add("high", money(cost.high));
    node.add("complete", Node::boolean(cost.complete));
    return node;
}

Node cost_line_node(const CostLine& line) {
    Node node = Node::map();
    node.add("category", name_node(name_of(line.category)));
    node.add("item", Node::text(line.item));
    node.add("where", Node::text(line.where));
    if (!line.sku.empty()) node.add("sku", Node::text(line.sku));
    node.add("priced", Node::boolean(line.priced));
    node.add("quantity", Node::number(line.quantity));
    if (line.unit_price) node.add("hourly_price", Node::text(format_hourly_price(*line.unit_price)));
    if (!line.hours.is_zero()) node.add("hours", Node::text(format_month_hours(line.hours)));
    if (!line.charges.empty()) {
        node.add("unit", name_node(name_of(line.unit)));
        node.add("charges", list_of(line.charges, charge_node));
    }
    if (line.month_cap) node.add("month_cap", money(*line.month_cap));
    if (!line.formula.empty()) node.add("formula", Node::text(line.formula));
    if (!line.discount.is_zero()) node.add("discount", Node::text(format_percent(line.discount)));
    node.add("low", money(line.low));
    node.add("high", money(line.high));
    if (!line.date.empty()) node.add("price_date", Node::text(line.date));
    if (!line.source.empty()) node.add("source", Node::text(line.source));
    if (line.stale) node.add("stale", Node::boolean(true));
    if (line.kept) node.add("kept", Node::boolean(true));
    if (!line.reason.empty()) node.add("reason", Node::text(line.reason));
    return node;
}

}  // namespace stowage
