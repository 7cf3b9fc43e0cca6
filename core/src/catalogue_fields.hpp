// SPDX-License-Identifier: MIT
//
// The fields of one record of a packed catalogue.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "stowage/decimal.hpp"
#include "stowage/limits.hpp"

namespace stowage::detail {

inline constexpr std::size_t kMostFields = 8;
inline constexpr std::string_view kAbsent = "-";

struct Fields {
    std::array<std::string_view, kMostFields> at{};
    std::size_t count = 0;
};

/// False when there are more than kMostFields.
[[nodiscard]] inline bool split(std::string_view line, Fields& fields) {
    fields.count = 0;
    for (;;) {
        if (fields.count == kMostFields) return false;
        const auto tab = line.find('\t');
        fields.at[fields.count++] = line.substr(0, tab);
        if (tab == std::string_view::npos) return true;
        line.remove_prefix(tab + 1);
    }
}

[[nodiscard]] inline std::optional<std::uint32_t> parse_index(std::string_view text, std::size_t size) {
    const auto number = parse_decimal(text);
    if (!number || number->scale != 0 || number->digits < 0) return std::nullopt;
    if (static_cast<std::uint64_t>(number->digits) >= size) return std::nullopt;
    return static_cast<std::uint32_t>(number->digits);
}

/// What a plan can name: the ids of a catalogue end up in plans.
[[nodiscard]] inline bool is_id(std::string_view text) {
    const auto is_printable = [](char c) { return c > ' ' && c <= '~'; };
    return !text.empty() && text.size() <= limits::kIdBytes &&
           std::all_of(text.begin(), text.end(), is_printable);
}

/// Whether a plan can name the price of it.
[[nodiscard]] inline bool is_price_name(std::string_view provider, std::string_view region,
                                        std::string_view sku) {
    constexpr std::size_t kSlashes = 2;  // of provider/region/sku
    return provider.size() + region.size() + sku.size() + kSlashes <= limits::kIdBytes;
}

}  // namespace stowage::detail
