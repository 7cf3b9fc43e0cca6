// SPDX-License-Identifier: MIT
#include "decoder_properties.hpp"

#include <algorithm>
#include <vector>

#include "link_around.hpp"
#include "stowage/builtin_catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/machine_offers.hpp"
#include "stowage/session/service_rows.hpp"
#include "stowage/text/estimate_text.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::test {
namespace {

const Catalogue& shipped_catalogue() {
    static const Catalogue kCatalogue = *Catalogue::read(assets::catalogue());
    return kCatalogue;
}

std::string broken_by_error(const Error& error) {
    if (error.message.empty()) return "an error has no message";
    if (name_of(error.code).empty()) return "the code of an error has no name: " + error.message;
    if (!error.where.empty() && error.where.front() != '/') return "no JSON pointer: " + error.where;
    if (error.line < 0 || error.column < 0) return "a place before the text: " + to_text(error);
    constexpr std::size_t kReadable = 10'000;  // bytes; a message is for people
    if (to_text(error).size() > kReadable)
        return "a message of " + std::to_string(to_text(error).size()) + " bytes";
    return {};
}

std::string broken_by_errors(const Errors& errors) {
    if (errors.empty()) return "refused without an error";
    constexpr std::size_t kMost = 200;  // a report of everything in a large text is no report
    if (errors.size() > kMost) return std::to_string(errors.size()) + " errors";
    for (const Error& error : errors) {
        if (std::string broken = broken_by_error(error); !broken.empty()) return broken;
    }
    return {};
}

/// Equal but for position and style, which depend on the syntax.
bool same_tree(const Node& a, const Node& b) {
    const auto same_member = [](const Member& left, const Member& right) {
        return left.key == right.key && same_tree(left.value, right.value);
    };
    return a.kind == b.kind && a.scalar == b.scalar &&
           std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same_tree) &&
           std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(), same_member);
}

std::string broken_by_document(std::string_view input) {
    const auto document = read_document(input);
    if (!document) return broken_by_error(document.error());
    std::vector<std::string> texts = {write_yaml(*document)};
    if (document->is_map()) {  // read_document() takes JSON for JSON by its first brace
        texts.push_back(write_json(*document));
        texts.push_back(write_compact_json(*document));
    }
    for (const std::string& text : texts) {
        const auto again = read_document(text);
        if (!again) return "a written document is refused: " + to_text(again.error()) + "\n" + text;
        if (!same_tree(*document, *again)) return "a written document reads as another one:\n" + text;
    }
    return {};
}

std::string broken_by_texts_of(const Plan& plan) {
    const std::string yaml = write_plan_yaml(plan);
    for (const std::string& text : {yaml, write_plan_json(plan), write_plan_compact_json(plan)}) {
        const auto again = read_plan(text);
        if (!again) return "a written plan is refused: " + to_text(again.error().front()) + "\n" + text;
        if (!(*again == plan)) return "a written plan reads as another one:\n" + text;
        if (write_plan_yaml(*again) != yaml) return "the canonical text is not canonical:\n" + text;
    }
    if (has_comments(yaml)) return "a written plan is said to have comments:\n" + yaml;
    const std::string link = encode_link(plan);
    const auto linked = decode_link(link);
    if (!linked) return "the link of a plan is refused: " + to_text(linked.error().front());
    return *linked == plan ? std::string{} : "the link of a plan leads to another one: " + link;
}

std::string broken_by_figures_of(const Environment& environment, const EnvironmentEstimate& figures) {
    Resources rest;
    for (const ServerEstimate& server : figures.servers) {
        for (const Resource resource : kResources) {
            const Resources rest_of_server = server.capacity - server.reserved - server.used;
            // Of a resource that the server does not limit nothing is free and nothing lacks.
            const std::int64_t left =
                server.machine.limits(resource) ? amount_of(rest_of_server, resource) : 0;
            if (amount_of(server.free, resource) != left) return "free is not what is left";
        }
        rest += server.free;
    }
    if (!(rest == figures.free)) return "the free amounts of the servers do not add up";
    std::vector<std::int64_t> replicas(environment.services.size());
    for (const Placed& placed : figures.placement.placed) ++replicas[placed.service];
    for (const Unplaced& unplaced : figures.placement.unplaced)
        replicas[unplaced.service] += unplaced.replicas;
    for (std::size_t i = 0; i < replicas.size(); ++i) {
        if (replicas[i] != environment.services[i].replicas)
            return "a replica is neither placed nor unplaced";
    }
    if (figures.cost.low > figures.cost.high) return "the low cost is above the high one";
    for (const Finding& finding : figures.findings) {
        if (finding.message.empty() || finding.where.empty()) return "a finding without message or place";
    }
    return {};
}

std::string broken_by_estimate_of(const Plan& plan) {
    const Estimate figures = estimate(plan, shipped_catalogue());
    if (figures.environments.size() != plan.environments.size()) return "an environment has no estimate";
    std::size_t placed = 0;
    for (std::size_t i = 0; i < plan.environments.size(); ++i) {
        std::string broken = broken_by_figures_of(plan.environments[i], figures.environments[i]);
        if (!broken.empty()) return broken;
        placed += figures.environments[i].placement.placed.size();
    }
    const Estimate kept = estimate(with_prices_used(plan, shipped_catalogue()), shipped_catalogue());
    if (kept.cost.low != figures.cost.low || kept.cost.high != figures.cost.high ||
        kept.cost.complete != figures.cost.complete) {
        return "the plan costs something else once it keeps its prices";
    }
    constexpr std::size_t kMostReported = 2'000;  // replicas; the JSON report lists each of them
    if (placed > kMostReported) return {};
    for (const ReportFormat format : {ReportFormat::markdown, ReportFormat::csv, ReportFormat::json}) {
        if (report(plan, figures, shipped_catalogue(), format).empty()) return "an empty report";
    }
    return {};
}

std::string broken_by_plan(const Plan& plan) {
    std::string broken = broken_by_texts_of(plan);
    return broken.empty() ? broken_by_estimate_of(plan) : broken;
}

std::string broken_by_link(std::string_view link) {
    const auto plan = decode_link(link);
    return plan ? broken_by_texts_of(*plan) : broken_by_errors(plan.error());
}

bool same(const InstanceType& a, const InstanceType& b) {
    return a.provider == b.provider && a.sku == b.sku && a.family == b.family && a.offering == b.offering &&
           a.cpu == b.cpu && a.memory == b.memory && a.baseline == b.baseline &&
           a.architecture == b.architecture && a.cpu_class == b.cpu_class &&
           a.baseline_inferred == b.baseline_inferred;
}
bool same(const Price& a, const Price& b) {
    return a.type == b.type && a.region == b.region && a.source == b.source && a.hourly == b.hourly &&
           a.month_cap == b.month_cap;
}
bool same(const ListedRate& a, const ListedRate& b) {
    return a.provider == b.provider && a.region == b.region && a.source == b.source && a.item == b.item &&
           a.sku == b.sku && a.price == b.price;
}
bool same(const Location& a, const Location& b) {
    return a.name == b.name && a.provider == b.provider && a.region == b.region;
}
bool same(const PriceSource& a, const PriceSource& b) {
    return a.date == b.date && a.text == b.text && a.stale == b.stale;
}
bool same(const std::string& a, const std::string& b) { return a == b; }

template <class List>
bool same_list(const List& a, const List& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& left, const auto& right) { return same(left, right); });
}

std::string broken_by_rows_of(const Catalogue& catalogue) {
    for (const InstanceType& type : catalogue.types()) {
        if (catalogue.find_type(type.provider, type.sku) != &type) return "a type is not found: " + type.sku;
    }
    std::size_t listed = 0;
    for (const std::string_view provider : catalogue.providers()) {
        for (const std::string_view region : catalogue.regions_of(provider)) {
            const auto prices = catalogue.prices_in(provider, region);
            listed += prices.size();
            for (const Price& price : prices) {
                const std::string& sku = catalogue.types()[price.type].sku;
                if (catalogue.find_price(provider, region, sku) != &price)
                    return "a price is not found: " + sku;
            }
            for (const Offering offering : {Offering::compute, Offering::postgres, Offering::redis}) {
                const auto offers = machine_offers(catalogue, provider, region, offering, Resources{});
                if (offers.size() > prices.size()) return "more offers than prices";
            }
        }
    }
    return listed == catalogue.prices().size() ? std::string{} : "a price belongs to no provider's region";
}

std::string broken_by_rates_of(const Catalogue& catalogue) {
    for (const ListedRate& rate : catalogue.rates()) {
        const std::string& region = catalogue.regions()[rate.region];
        if (catalogue.find_rate(rate.provider, region, rate.item, rate.sku) != &rate)
            return "a rate is not found: " + rate.sku;
        const auto again = parse_list_price(format_list_price(rate.price));
        if (!again || !(*again == rate.price)) return "a price is not read again: " + rate.sku;
    }
    for (const Location& location : catalogue.locations()) {
        if (catalogue.region_near(location.provider, location.provider, location.region) != location.region)
            return "a region is not near itself";
    }
    return {};
}

/// A row of each name that the catalogue has, as a plan could state it: none is lost and none comes again.
std::string broken_by_own_rows_in(const Catalogue& catalogue) {
    constexpr std::size_t kMost = 100;  // rows; the rest is more of the same
    std::vector<OwnPrice> own;
    for (const Price& price : catalogue.prices().first(std::min(kMost, catalogue.prices().size()))) {
        const InstanceType& type = catalogue.types()[price.type];
        OwnPrice& row = own.emplace_back();
        row.name = price_name(type.provider, catalogue.regions()[price.region], type.sku);
        row.price = per_hour(price.hourly);
    }
    for (const ListedRate& rate : catalogue.rates().first(std::min(kMost, catalogue.rates().size()))) {
        OwnPrice& row = own.emplace_back();
        row.name = price_name(rate.provider, catalogue.regions()[rate.region], rate.sku);
        row.item = rate.item;
        row.price = rate.price;
    }
    const Catalogue with = with_own_prices(catalogue, own);
    if (with.types().size() < catalogue.types().size() || with.prices().size() < catalogue.prices().size() ||
        with.rates().size() < catalogue.rates().size())
        return "own rows took some away";
    std::string broken = broken_by_rows_of(with);
    return broken.empty() ? broken_by_rates_of(with) : broken;
}

/// Where p/r/m is a machine that is rented, and the rates of p in r are asked for.
const Plan& plan_for_prices() {
    static const Plan kPlan = *read_plan(
        "stowage: 0\n"
        "environments:\n"
        "  e:\n"
        "    {provider: p, region: r, servers: {app: {instance: m, disk: 10GiB, count: 2}},\n"
        "     services: {web: {cpu: 1, memory: 1GiB}}, managed: {cache: {instance: c}},\n"
        "     network: {egress: 200GB/month, load_balancers: 1}}\n");
    return kPlan;
}

std::string broken_by_own_rows_of(const std::vector<OwnPrice>& own) {
    const Catalogue with = with_own_prices(Catalogue{}, own);
    for (const OwnPrice& row : own) {
        const auto name = parts_of_price_name(row.name);
        if (!name) return "an own price has no name: " + row.name;
        if (const auto* item = std::get_if<RateItem>(&row.item)) {
            const ListedRate* rate = with.find_rate(name->provider, name->region, *item, name->sku);
            if (rate == nullptr || !(rate->price == row.price))
                return "an own rate is not found: " + row.name;
        } else {
            const Price* price = with.find_price(name->provider, name->region, name->sku);
            if (price == nullptr || price->hourly != hourly_of(row.price))
                return "an own price is not found: " + row.name;
        }
    }
    std::string broken = broken_by_rows_of(with);
    return broken.empty() ? broken_by_rates_of(with) : broken;
}

}  // namespace

std::string property_broken_by_plan_text(std::string_view input) {
    if (std::string broken = broken_by_document(input); !broken.empty()) return broken;
    const auto plan = read_plan(input);
    if (plan) static_cast<void>(has_comments(input));  // which is asked of a text that is a plan
    return plan ? broken_by_plan(*plan) : broken_by_errors(plan.error());
}

std::string property_broken_by_link(std::string_view input) {
    if (std::string broken = broken_by_link(input); !broken.empty()) return broken;
    return broken_by_link(link_around(input));
}

std::string property_broken_by_catalogue(std::string_view input) {
    const auto catalogue = Catalogue::read(input);
    const auto again = Catalogue::read(input);
    if (catalogue.has_value() != again.has_value()) return "read once and refused once";
    if (!catalogue) {
        if (!(catalogue.error() == again.error())) return "refused for two reasons";
        return broken_by_error(catalogue.error());
    }
    if (catalogue->snapshot() != again->snapshot() || !same_list(catalogue->types(), again->types()) ||
        !same_list(catalogue->regions(), again->regions()) ||
        !same_list(catalogue->sources(), again->sources()) ||
        !same_list(catalogue->prices(), again->prices()) || !same_list(catalogue->rates(), again->rates()) ||
        !same_list(catalogue->locations(), again->locations())) {
        return "read as two catalogues";
    }
    std::string broken = broken_by_rows_of(*catalogue);
    if (broken.empty()) broken = broken_by_rates_of(*catalogue);
    return broken.empty() ? broken_by_own_rows_in(*catalogue) : broken;
}

std::string property_broken_by_price_list(std::string_view input) {
    const auto plan = with_price_list(plan_for_prices(), input);
    if (!plan) return broken_by_errors(plan.error());
    const auto again = with_price_list(*plan, input);
    if (!again || !(*again == *plan)) return "the same list once more gives another plan";
    std::string broken = broken_by_own_rows_of(plan->prices.own);
    return broken.empty() ? broken_by_plan(*plan) : broken;
}

std::string property_broken_by_rows(std::string_view input) {
    const auto pasted = with_service_rows(plan_for_prices(), "e", input);
    if (!pasted) return broken_by_errors(pasted.error());
    const auto again = with_service_rows(pasted->plan, "e", input);
    if (!again) return "the same lines once more are refused";
    if (again->added != 0) return "a service was not found by the name that it was given";
    return broken_by_plan(pasted->plan);
}

}  // namespace stowage::test
