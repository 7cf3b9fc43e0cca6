// SPDX-License-Identifier: MIT
//
// `stowage catalogue`: a table of regions as long as nobody says which prices are wanted, else the prices,
// cheapest first.
#include <algorithm>
#include <iterator>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "catalogue_rows.hpp"
#include "commands.hpp"
#include "plan_source.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/decimal.hpp"
#include "stowage/limits.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/refusal.hpp"
#include "stowage/text/catalogue_json.hpp"
#include "stowage/text/node.hpp"
#include "suggestion.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

/// How many rows at most.
Result<std::int64_t> parse_limit(std::string_view text) {
    constexpr std::string_view kAccepted = "a whole number from 1 to 1000000";
    constexpr std::int64_t kMost = 1'000'000;
    const auto number = parse_decimal(text);
    if (!number || number->scale != 0) return not_a("a number of rows", text, kAccepted);
    if (number->digits < 1 || number->digits > kMost) return out_of_range(text, kAccepted);
    return number->digits;
}

/// What the options ask for.
struct Question {
    PriceFilter filter;
    PriceOrder order = PriceOrder::listed;
    std::size_t limit = 0;  ///< 0: all
};

std::optional<CatalogueItem> item_named(std::string_view word) {
    if (const auto offering = offering_named(word)) return *offering;
    if (const auto item = rate_item_named(word)) return *item;
    return std::nullopt;
}

PriceOrder order_named(std::string_view word) {
    if (word == "price") return PriceOrder::price;
    if (word == "cpu") return PriceOrder::cpu;
    return word == "memory" ? PriceOrder::memory : PriceOrder::listed;
}

/// None, with a message, when an option is no figure.
std::optional<Question> question_of(const CatalogueOptions& options, std::ostream& err) {
    Question question;
    question.filter.provider = options.provider;
    question.filter.region = options.region;
    question.filter.sku_part = options.filter;
    question.filter.item = item_named(options.item);
    question.filter.architecture = architecture_named(options.architecture);
    question.filter.cpu_class = cpu_class_named(options.cpu_class);
    question.order = order_named(options.sort);
    const auto take = [&err](const char* option, const std::string& text, auto parsed, auto& figure) {
        if (text.empty()) return true;
        if (parsed) {
            figure = *parsed;
            return true;
        }
        err << printable(std::string("stowage catalogue: ") + option + ": " + to_text(parsed.error()))
            << '\n';
        return false;
    };
    Result<std::int64_t> limit = parse_limit(options.limit);
    std::int64_t most = 0;
    if (!take("--min-cpu", options.min_cpu, parse_cpu(options.min_cpu), question.filter.min_cpu) ||
        !take("--min-memory", options.min_memory, parse_bytes(options.min_memory, limits::kMemory),
              question.filter.min_memory) ||
        !take("--limit", options.limit, limit, most))
        return std::nullopt;
    question.limit = static_cast<std::size_t>(most);
    return question;
}

/// One table of what is selected; nothing where nothing is.
template <class Row, class Cells>
void print_table(Table table, const std::vector<const Row*>& rows, std::size_t limit, Cells cells,
                 std::ostream& out) {
    if (rows.empty()) return;
    const std::size_t count = limit == 0 ? rows.size() : std::min(limit, rows.size());
    for (std::size_t i = 0; i < count; ++i) table.row(cells(*rows[i]));
    table.print(out, false);
    if (count < rows.size()) out << "and " << rows.size() - count << " more\n";
    out << '\n';
}

int print_prices(const Catalogue& catalogue, const Question& question, const CatalogueOptions& options,
                 const Streams& streams) {
    if (options.json) {
        streams.out << write_json(prices_node(catalogue, question.filter, question.order, question.limit));
        return kFine;
    }
    const auto prices = selected_prices(catalogue, question.filter, question.order);
    const auto rates = selected_rates(catalogue, question.filter);
    if (prices.empty() && rates.empty()) {
        streams.err << printable("stowage catalogue: nothing in snapshot " + catalogue.snapshot() +
                                 " is like that")
                    << '\n';
        return kFine;
    }
    SourceNumbers sources(catalogue);
    print_table(
        price_table(), prices, question.limit,
        [&](const Price& price) { return price_cells(catalogue, price, sources); }, streams.out);
    print_table(
        rate_table(), rates, question.limit,
        [&](const ListedRate& rate) { return rate_cells(catalogue, rate, sources); }, streams.out);
    sources.print(streams.out);
    return kFine;
}

int print_regions(const Catalogue& catalogue, const CatalogueOptions& options, const Streams& streams) {
    PriceFilter filter;
    filter.provider = options.provider;
    const auto summaries = summaries_of(catalogue, filter);
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
    streams.out << "\nThe prices themselves: --region NAME, --item WORD, --filter TEXT or --all\n";
    return kFine;
}

std::vector<std::string> each_once(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

/// Of machines and of rates: an own list may have either alone.
std::vector<std::string> known_providers(const Catalogue& catalogue) {
    const auto of_types = catalogue.providers();
    std::vector<std::string> names(of_types.begin(), of_types.end());
    for (const ListedRate& rate : catalogue.rates()) names.push_back(rate.provider);
    return each_once(std::move(names));
}

std::vector<std::string> known_regions(const Catalogue& catalogue, const std::string& provider) {
    if (provider.empty()) return {catalogue.regions().begin(), catalogue.regions().end()};
    const auto of_prices = catalogue.regions_of(provider);
    std::vector<std::string> names(of_prices.begin(), of_prices.end());
    for (const ListedRate& rate : catalogue.rates()) {
        if (rate.provider == provider) names.push_back(catalogue.regions()[rate.region]);
    }
    return each_once(std::move(names));
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
    return known("provider", options.provider, known_providers(catalogue)) &&
           known(options.provider.empty() ? "region" : "region of " + options.provider, options.region,
                 known_regions(catalogue, options.provider));
}

int list(const Catalogue& catalogue, const CatalogueOptions& options, const Streams& streams) {
    if (!are_known(catalogue, options, streams.err)) return kUsage;
    const auto question = question_of(options, streams.err);
    if (!question) return kUsage;
    const std::string* narrowing[] = {&options.region,    &options.filter,     &options.item,
                                      &options.min_cpu,   &options.min_memory, &options.architecture,
                                      &options.cpu_class, &options.sort,       &options.limit};
    const bool wants_prices =
        options.all || std::any_of(std::begin(narrowing), std::end(narrowing),
                                   [](const std::string* option) { return !option->empty(); });
    return wants_prices ? print_prices(catalogue, *question, options, streams)
                        : print_regions(catalogue, options, streams);
}

}  // namespace

int show_catalogue(const CatalogueOptions& options, const Streams& streams) {
    if (options.prices.empty()) return list(shipped_catalogue(), options, streams);
    const auto priced = with_prices_of(Plan{}, options.prices, streams.in);
    if (!priced) return refuse(priced.error(), streams);
    return list(with_own_prices(shipped_catalogue(), priced->prices.own), options, streams);
}

}  // namespace stowage::cli
