// SPDX-License-Identifier: MIT
//
// `stowage catalogue`: a table of regions as long as nobody says which prices are wanted, else the prices,
// cheapest first.
#include <algorithm>
#include <ostream>
#include <string>

#include "catalogue_rows.hpp"
#include "commands.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/text/catalogue_json.hpp"
#include "stowage/text/node.hpp"
#include "suggestion.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

PriceFilter filter_of(const CatalogueOptions& options) {
    return {options.provider, options.region, options.filter};
}

int print_prices(const Catalogue& catalogue, const CatalogueOptions& options, const Streams& streams) {
    const PriceFilter filter = filter_of(options);
    if (options.json) {
        streams.out << write_json(prices_node(catalogue, filter));
        return kFine;
    }
    const auto prices = selected_prices(catalogue, filter);
    if (prices.empty()) {
        streams.err << printable("stowage catalogue: nothing in snapshot " + catalogue.snapshot() +
                                 " has \"" + options.filter + "\" in its name")
                    << '\n';
    } else {
        Table table = price_table();
        for (const Price* price : prices) table.row(price_cells(catalogue, *price));
        table.print(streams.out, false);
    }
    return kFine;
}

int print_regions(const Catalogue& catalogue, const CatalogueOptions& options, const Streams& streams) {
    const auto summaries = summaries_of(catalogue, filter_of(options));
    if (options.json) {
        Node rows = Node::sequence();
        for (const RegionSummary& summary : summaries) rows.items.push_back(summary_node(summary));
        Node document = Node::map();
        document.add("snapshot", Node::text(catalogue.snapshot()));
        document.add("regions", std::move(rows));
        streams.out << write_json(document);
        return kFine;
    }
    streams.out << "Snapshot " << catalogue.snapshot() << ": " << catalogue.prices().size()
                << " hourly prices of " << catalogue.types().size() << " types, on demand, before tax\n\n";
    Table table = summary_table();
    for (const RegionSummary& summary : summaries) table.row(summary_cells(summary));
    table.print(streams.out, false);
    streams.out << "\nThe prices themselves: --region NAME, --filter TEXT or --all\n";
    return kFine;
}

std::vector<std::string> strings_of(const std::vector<std::string_view>& views) {
    return {views.begin(), views.end()};
}

std::vector<std::string> known_regions(const Catalogue& catalogue, const std::string& provider) {
    if (!provider.empty()) return strings_of(catalogue.regions_of(provider));
    return {catalogue.regions().begin(), catalogue.regions().end()};
}

/// False, with a message, when the catalogue has no such provider or region.
bool are_known(const Catalogue& catalogue, const CatalogueOptions& options, std::ostream& err) {
    const auto known = [&err](const std::string& what, const std::string& name,
                              const std::vector<std::string>& names) {
        if (name.empty() || std::find(names.begin(), names.end(), name) != names.end()) return true;
        err << printable("stowage catalogue: no " + what + " is called " + name + did_you_mean(name, names))
            << '\n'
            << "It has " << listed(names) << '\n';
        return false;
    };
    return known("provider", options.provider, strings_of(catalogue.providers())) &&
           known(options.provider.empty() ? "region" : "region of " + options.provider, options.region,
                 known_regions(catalogue, options.provider));
}

}  // namespace

int show_catalogue(const CatalogueOptions& options, const Streams& streams) {
    const Catalogue& catalogue = shipped_catalogue();
    if (!are_known(catalogue, options, streams.err)) return kUsage;
    const bool wants_prices = options.all || !options.region.empty() || !options.filter.empty();
    return wants_prices ? print_prices(catalogue, options, streams)
                        : print_regions(catalogue, options, streams);
}

}  // namespace stowage::cli
