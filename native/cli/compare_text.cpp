// SPDX-License-Identifier: MIT
#include "compare_text.hpp"

#include <ostream>
#include <string>
#include <utility>

#include "plan_heading.hpp"
#include "stowage/json_pointer.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

/// "app: 2 x c7g.2xlarge (arm64)": what software is built for matters where it is not the usual one.
std::string rented_text(const CostLine& line, const ProviderOffer& offer, const Catalogue& catalogue) {
    std::string text = shortened(line.item, kLabelWidth) + ": ";
    if (line.quantity > 1) text += std::to_string(line.quantity) + " x ";
    text += line.sku;
    const InstanceType* type = catalogue.find_type(offer.provider, line.sku);
    const bool is_machine = type != nullptr && type->offering == Offering::compute;
    if (is_machine && type->architecture == Architecture::arm64) text += " (arm64)";
    return text;
}

std::string all_rented(const ProviderOffer& offer, const Catalogue& catalogue) {
    std::string text;
    for (const CostLine& line : offer.lines) {
        const bool is_rented =
            line.category == CostCategory::server || line.category == CostCategory::managed;
        if (!is_rented || line.sku.empty()) continue;
        text += (text.empty() ? "" : ", ") + rented_text(line, offer, catalogue);
    }
    return text;
}

/// "servers/app: no machine carries 8 cores and 16 GiB".
std::string missing_text(const MissingItem& item) {
    std::string where;
    const auto tokens = pointer_tokens(item.where);
    for (std::size_t i = 2; i < tokens.size(); ++i) where += (where.empty() ? "" : "/") + tokens[i];
    return where + ": " + item.what;
}

std::string provider_text(const ProviderOffer& offer) {
    return offer.provider.empty() ? "own machines" : offer.provider;
}

void print_costs(const std::vector<ProviderOffer>& offers, const Streams& streams, bool colour) {
    Table table("llrr");
    table.row({{"provider"}, {"region"}, {"a month"}, {"difference"}});
    for (const std::uint32_t i : cheapest_first(offers)) {
        const ProviderOffer& offer = offers[i];
        std::string difference = offer.difference ? show_difference(*offer.difference) : std::string{};
        if (offer.current) difference = "the plan";
        table.row({{provider_text(offer)},
                   {offer.region, Tone::quiet},
                   {is_unpriced(offer) ? "no price" : show_cost(offer.cost)},
                   {std::move(difference)}});
    }
    table.print(streams.out, colour, kIndent);
}

void print_rented(const std::vector<ProviderOffer>& offers, const Catalogue& catalogue,
                  const Streams& streams, bool colour) {
    Table table("ll");
    table.wrap_last_column(kTextWidth - kIndent);
    for (const std::uint32_t i : cheapest_first(offers)) {
        const ProviderOffer& offer = offers[i];
        std::string provider = provider_text(offer);
        std::string rented = all_rented(offer, catalogue);
        const bool has_row = !rented.empty() || offer.missing.empty();
        if (has_row) table.row({{std::exchange(provider, {})}, {std::move(rented)}});
        for (const MissingItem& item : offer.missing)
            table.row({{std::exchange(provider, {})}, {"no price for " + missing_text(item), Tone::warning}});
    }
    table.print(streams.out, colour, kIndent);
}

}  // namespace

void print_comparisons(const Plan& plan, const std::vector<Comparison>& comparisons,
                       const Catalogue& catalogue, const Streams& streams, bool colour) {
    for (const Comparison& comparison : comparisons) {
        streams.out << printable(heading_of(plan.environments[comparison.environment])) << "\n\n";
        print_costs(comparison.offers, streams, colour);
        streams.out << '\n';
        print_rented(comparison.offers, catalogue, streams, colour);
        streams.out << "\n\n";
    }
}

}  // namespace stowage::cli
