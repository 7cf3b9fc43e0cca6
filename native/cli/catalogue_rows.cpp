// SPDX-License-Identifier: MIT
#include "catalogue_rows.hpp"

#include <algorithm>

#include "stowage/quantity_text.hpp"
#include "suggestion.hpp"

namespace stowage::cli {
namespace {

/// The day of an own price that states none.
constexpr const char* kUndated = "-";

/// What is to be known about a figure: it is shown, but not to be relied on like the others.
std::string marks_of(const PriceSource& source, bool baseline_inferred, const std::optional<Money>& cap) {
    std::vector<std::string> marks;
    if (source.stale) marks.emplace_back("stale price");
    if (baseline_inferred) marks.emplace_back("inferred baseline");
    if (cap) marks.push_back("at most " + format_money(*cap) + " a month");
    return listed(marks);
}

}  // namespace

std::string SourceNumbers::dated(std::uint32_t source) {
    auto at = std::find(used_.begin(), used_.end(), source);
    if (at == used_.end()) at = used_.insert(used_.end(), source);
    const std::string& date = catalogue_.sources()[source].date;
    return (date.empty() ? std::string(kUndated) : date) + " [" + std::to_string(at - used_.begin() + 1) +
           "]";
}

void SourceNumbers::print(std::ostream& out) const {
    Table table("lll");
    for (std::size_t i = 0; i < used_.size(); ++i) {
        const PriceSource& source = catalogue_.sources()[used_[i]];
        table.row({{"[" + std::to_string(i + 1) + "]"},
                   {source.date},
                   {source.text + (source.stale ? " (the provider has changed its prices since)" : "")}});
    }
    table.print(out, false);
}

Table price_table() {
    Table table("llllrllrrrrll");
    table.row({{"provider"},
               {"region"},
               {"offering"},
               {"type"},
               {"vCPU"},
               {"arch"},
               {"class"},
               {"sustained"},
               {"memory"},
               {"USD/hour"},
               {"USD/730 h"},
               {"dated"},
               {}});
    return table;
}

std::vector<Cell> price_cells(const Catalogue& catalogue, const Price& price, SourceNumbers& sources) {
    const InstanceType& type = catalogue.types()[price.type];
    const bool known = type.architecture != Architecture::unknown;
    return {{type.provider},
            {catalogue.regions()[price.region]},
            {std::string(name_of(type.offering))},
            {type.sku},
            {type.cpu ? format_cpu(*type.cpu) : "?"},
            {known ? std::string(name_of(type.architecture)) : ""},
            {std::string(name_of(type.cpu_class))},
            {type.cpu && type.baseline ? format_cpu(*type.sustained_cpu()) : ""},
            {type.memory ? show_bytes(*type.memory) : "?"},
            {format_hourly_price(price.hourly)},
            {show_money(billing_month_of(price))},
            {sources.dated(price.source)},
            {marks_of(catalogue.sources()[price.source], type.baseline_inferred, price.month_cap)}};
}

Table rate_table() {
    Table table("llllll");
    table.row({{"provider"}, {"region"}, {"item"}, {"rate"}, {"dated"}, {"USD"}});
    return table;
}

std::vector<Cell> rate_cells(const Catalogue& catalogue, const ListedRate& rate, SourceNumbers& sources) {
    const PriceSource& source = catalogue.sources()[rate.source];
    return {{rate.provider},
            {catalogue.regions()[rate.region]},
            {std::string(name_of(rate.item))},
            {rate.sku},
            {sources.dated(rate.source)},
            {format_list_price(rate.price) + (source.stale ? ", stale price" : "")}};
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
            summaries.push_back({type.provider, region, {}, {}, {}});
        }
        RegionSummary& summary = summaries.back();
        const auto at = std::find(kOfferings.begin(), kOfferings.end(), type.offering);
        ++summary.prices[static_cast<std::size_t>(at - kOfferings.begin())];
        if (date.empty()) continue;
        summary.oldest = summary.oldest.empty() ? date : std::min(summary.oldest, date);
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
    if (summary.oldest.empty()) {
        cells.push_back({kUndated});
        return cells;
    }
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
