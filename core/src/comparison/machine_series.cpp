// SPDX-License-Identifier: MIT
#include "machine_series.hpp"

#include <algorithm>
#include <string_view>

#include "stowage/ascii.hpp"

namespace stowage {
namespace {

constexpr std::size_t kMostDigits = 4;

/// Letters, a number, and what follows it.
struct Name {
    std::string_view letters;
    std::int64_t number = 0;
    std::string_view rest;
};

std::optional<Name> split_at_number(std::string_view family) {
    const auto first = std::find_if(family.begin(), family.end(), is_digit);
    const auto last = std::find_if_not(first, family.end(), is_digit);
    if (first == family.begin() || first == last || last - first > std::ptrdiff_t{kMostDigits})
        return std::nullopt;
    Name name;
    name.letters = family.substr(0, static_cast<std::size_t>(first - family.begin()));
    for (auto digit = first; digit != last; ++digit) name.number = name.number * 10 + (*digit - '0');
    name.rest = family.substr(static_cast<std::size_t>(last - family.begin()));
    return name;
}

std::optional<MachineSeries> series_of_aws(std::string_view family) {
    const auto name = split_at_number(family);
    if (!name) return std::nullopt;
    const bool tells_processor =
        !name->rest.empty() && std::string_view("agi").find(name->rest.front()) != std::string_view::npos;
    return MachineSeries{
        std::string(name->letters) + "." + (tells_processor ? "" : "i") + std::string(name->rest),
        name->number};
}

std::optional<MachineSeries> series_of_gcp(std::string_view family) {
    const auto name = split_at_number(family);
    if (!name) return std::nullopt;
    return MachineSeries{std::string(name->letters) + "." + std::string(name->rest), name->number};
}

MachineSeries series_of_azure(std::string_view family) {
    const std::size_t v = family.rfind('v');
    if (v == std::string_view::npos || v == 0) return {std::string(family), 1};
    const auto version = split_at_number(family.substr(v));
    if (!version || version->letters != "v" || !version->rest.empty()) return {std::string(family), 1};
    return {std::string(family.substr(0, v)), version->number};
}

}  // namespace

std::optional<MachineSeries> series_of(const InstanceType& type) {
    if (type.provider == "aws") return series_of_aws(type.family);
    if (type.provider == "gcp") return series_of_gcp(type.family);
    if (type.provider == "azure") return series_of_azure(type.family);
    return std::nullopt;
}

LatestGenerations::LatestGenerations(std::span<const Price> prices, const Catalogue& catalogue) {
    for (const Price& price : prices) {
        const InstanceType& type = catalogue.types()[price.type];
        if (type.offering != Offering::compute) continue;
        const auto series = series_of(type);
        if (!series) continue;
        std::int64_t& generation = newest_[series->name];
        generation = std::max(generation, series->generation);
    }
}

bool LatestGenerations::has(const InstanceType& type) const {
    const auto series = series_of(type);
    const auto newest = series ? newest_.find(series->name) : newest_.end();
    return newest == newest_.end() || newest->second == series->generation;
}

}  // namespace stowage
