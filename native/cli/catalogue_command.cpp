// SPDX-License-Identifier: MIT
#include <iomanip>
#include <ostream>

#include "commands.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/plan.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/node.hpp"

namespace stowage::cli {
namespace {

bool matches(const Catalogue& catalogue, const Price& price, const CatalogueOptions& options) {
    const InstanceType& type = catalogue.types()[price.type];
    return (options.provider.empty() || type.provider == options.provider) &&
           (options.region.empty() || catalogue.regions()[price.region] == options.region) &&
           (options.filter.empty() || type.sku.find(options.filter) != std::string::npos);
}

Node price_node(const Catalogue& catalogue, const Price& price) {
    const InstanceType& type = catalogue.types()[price.type];
    const PriceSource& source = catalogue.sources()[price.source];
    Node node = Node::map();
    node.add("provider", Node::text(type.provider));
    node.add("region", Node::text(catalogue.regions()[price.region]));
    node.add("offering", Node::text(std::string(name_of(type.offering))));
    node.add("sku", Node::text(type.sku));
    if (type.cpu) node.add("cpu_millis", Node::number(std::to_string(type.cpu->to_millis())));
    if (type.memory) node.add("memory_bytes", Node::number(std::to_string(type.memory->to_bytes())));
    if (type.baseline) {
        node.add("sustained_cpu_millis", Node::number(std::to_string(type.sustained_cpu()->to_millis())));
    }
    node.add("architecture", Node::text(std::string(name_of(type.architecture))));
    node.add("hourly_price", Node::text(format_hourly_price(price.hourly)));
    node.add("monthly_price", Node::text(show_money(cost_of(price.hourly, kBillingMonth, 1))));
    node.add("price_date", Node::text(source.date));
    node.add("source", Node::text(source.text));
    return node;
}

void print_row(const Catalogue& catalogue, const Price& price, std::ostream& out) {
    const InstanceType& type = catalogue.types()[price.type];
    const std::string sustained = type.baseline ? format_cpu(*type.sustained_cpu()) : "";
    out << std::left << std::setw(6) << type.provider << ' ' << std::setw(15)
        << catalogue.regions()[price.region] << ' ' << std::setw(9) << name_of(type.offering) << ' '
        << std::setw(34) << type.sku << std::right << std::setw(5) << (type.cpu ? format_cpu(*type.cpu) : "-")
        << std::setw(10) << sustained << std::setw(12) << (type.memory ? show_bytes(*type.memory) : "-")
        << std::setw(12) << format_hourly_price(price.hourly) << std::setw(11)
        << show_money(cost_of(price.hourly, kBillingMonth, 1)) << "  "
        << catalogue.sources()[price.source].date << '\n';
}

void print_header(std::ostream& out) {
    out << std::left << std::setw(6) << "" << ' ' << std::setw(15) << "region" << ' ' << std::setw(9)
        << "offering" << ' ' << std::setw(34) << "type" << std::right << std::setw(5) << "vCPU"
        << std::setw(10) << "sustained" << std::setw(12) << "memory" << std::setw(12) << "USD/hour"
        << std::setw(11) << "USD/730h"
        << "  date\n";
}

}  // namespace

int list_catalogue(const CatalogueOptions& options, const Streams& streams) {
    const Catalogue& catalogue = shipped_catalogue();
    Node rows = Node::sequence();
    std::size_t found = 0;
    for (const Price& price : catalogue.prices()) {
        if (!matches(catalogue, price, options)) continue;
        ++found;
        if (options.json) {
            rows.items.push_back(price_node(catalogue, price));
        } else {
            if (found == 1) print_header(streams.out);
            print_row(catalogue, price, streams.out);
        }
    }
    if (options.json) {
        Node document = Node::map();
        document.add("snapshot", Node::text(catalogue.snapshot()));
        document.add("prices", std::move(rows));
        streams.out << write_json(document);
    } else if (found == 0) {
        streams.err << "nothing in snapshot " << catalogue.snapshot()
                    << " matches; the providers are aws, azure and gcp\n";
    }
    return kFine;
}

}  // namespace stowage::cli
