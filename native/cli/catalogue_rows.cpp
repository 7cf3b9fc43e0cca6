// SPDX-License-Identifier: MIT
#include "catalogue_rows.hpp"

#include <algorithm>

#include "stowage/plan.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage::cli {
namespace {

std::string monthly(const Price& price) { return show_money(cost_of(price.hourly, kBillingMonth, 1)); }

}  // namespace

Table price_table() {
    Table table("llllrlrrrrl");
    table.row({{"provider"},
               {"region"},
               {"offering"},
               {"type"},
               {"vCPU"},
               {"class"},
               {"sustained"},
               {"memory"},
               {"USD/hour"},
               {"USD/730 h"},
               {"dated"}});
    return table;
}

std::vector<Cell> price_cells(const Catalogue& catalogue, const Price& price) {
    const InstanceType& type = catalogue.types()[price.type];
    return {{type.provider},
            {catalogue.regions()[price.region]},
            {std::string(name_of(type.offering))},
            {type.sku},
            {type.cpu ? format_cpu(*type.cpu) : "?"},
            {std::string(name_of(type.cpu_class))},
            {type.cpu && type.baseline ? format_cpu(*type.sustained_cpu()) : ""},
            {type.memory ? show_bytes(*type.memory) : "?"},
            {format_hourly_price(price.hourly)},
            {monthly(price)},
            {catalogue.sources()[price.source].date}};
}

std::vector<RegionSummary> summaries_of(const Catalogue& catalogue, const PriceFilter& filter) {
    std::vector<RegionSummary> summaries;
    for (const Price& price : catalogue.prices()) {  // ordered by provider and region
        if (!is_selected(catalogue, price, filter)) continue;
        const InstanceType& type = catalogue.types()[price.type];
        const std::string& region = catalogue.regions()[price.region];
        const std::string& date = catalogue.sources()[price.source].date;
        if (summaries.empty() || summaries.back().provider != type.provider ||
            summaries.back().region != region) {
            summaries.push_back({type.provider, region, {}, date, date});
        }
        RegionSummary& summary = summaries.back();
        const auto at = std::find(kOfferings.begin(), kOfferings.end(), type.offering);
        ++summary.prices[static_cast<std::size_t>(at - kOfferings.begin())];
        summary.oldest = std::min(summary.oldest, date);
        summary.newest = std::max(summary.newest, date);
    }
    return summaries;
}

Table summary_table() {
    Table table("llrrrl");
    std::vector<Cell> headings{{"provider"}, {"region"}};
    for (const Offering offering : kOfferings) headings.push_back({std::string(name_of(offering))});
    headings.push_back({"dated"});
    table.row(std::move(headings));
    return table;
}

std::vector<Cell> summary_cells(const RegionSummary& summary) {
    std::vector<Cell> cells{{summary.provider}, {summary.region}};
    for (const std::size_t count : summary.prices)
        cells.push_back({count == 0 ? "-" : std::to_string(count)});
    const bool one_day = summary.oldest == summary.newest;
    cells.push_back({one_day ? summary.oldest : summary.oldest + " to " + summary.newest});
    return cells;
}

Node summary_node(const RegionSummary& summary) {
    Node node = Node::map();
    node.add("provider", Node::text(summary.provider));
    node.add("region", Node::text(summary.region));
    for (std::size_t i = 0; i < kOfferings.size(); ++i) {
        node.add(std::string(name_of(kOfferings[i])),
                 Node::number(static_cast<std::int64_t>(summary.prices[i])));
    }
    node.add("oldest", Node::text(summary.oldest));
    node.add("newest", Node::text(summary.newest));
    return node;
}

}  // namespace stowage::cli
