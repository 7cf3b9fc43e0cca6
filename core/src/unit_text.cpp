// SPDX-License-Identifier: MIT
#include "unit_text.hpp"

namespace stowage {
namespace {

constexpr int kDecimals = 3;

bool is_number_character(char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-'; }

/// None when the value is not a whole number of thousandths of the unit after rounding.
std::optional<std::string> written_in(std::int64_t value, const Unit& unit) {
    constexpr std::int64_t kParts = 1'000;
    const auto thousandths = divide_rounded(detail::Int128{value} * kParts, detail::Int128{unit.size});
    if (scaled({thousandths, kDecimals}, unit.size) != value) return std::nullopt;
    return format_shortest(thousandths, kDecimals) + std::string(unit.text);
}

}  // namespace

std::optional<NumberWithUnit> split_unit(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && is_number_character(text[end])) ++end;
    const auto number = parse_decimal(text.substr(0, end));
    if (!number) return std::nullopt;
    std::string_view unit = text.substr(end);
    if (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
    return NumberWithUnit{*number, unit};
}

std::optional<std::int64_t> size_of(std::string_view unit, std::span<const Unit> units) {
    for (const Unit& known : units) {
        if (known.text == unit) return known.size;
    }
    return std::nullopt;
}

std::string shortest_with_unit(std::int64_t value, std::span<const Unit> units) {
    std::string best = std::to_string(value) + std::string(units.back().text);
    for (const Unit& unit : units) {
        if (value < unit.size) continue;
        const auto text = written_in(value, unit);
        if (text && text->size() < best.size()) best = *text;
    }
    return best;
}

std::optional<std::string_view> without_suffix(std::string_view text, std::string_view suffix) {
    if (!text.ends_with(suffix)) return std::nullopt;
    return text.substr(0, text.size() - suffix.size());
}

}  // namespace stowage
