// SPDX-License-Identifier: MIT
//
// How each type of the plan stands in a file: Codec<T>::read fills a value from a node or records an error,
// ::write gives the canonical node, ::schema the JSON schema of what is accepted.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "decoding.hpp"
#include "stowage/limits.hpp"
#include "stowage/plan.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage {

template <class T>
struct Codec;

/// A regular expression as a template argument.
template <std::size_t kSize>
struct Pattern {
    char text[kSize]{};
    // NOLINTNEXTLINE(google-explicit-constructor): a literal must convert
    constexpr Pattern(const char (&literal)[kSize]) { std::copy_n(literal, kSize, text); }
};

/// The text of a scalar; else an error that one value was expected, and null.
[[nodiscard]] const std::string* scalar_text(const Node& node, Decoding& decoding);

/// {"type": "string", "pattern": ...}, with "number" beside it where the text may be a number. JSON Schema
/// applies the pattern to strings only.
[[nodiscard]] Node scalar_schema(std::string_view pattern, bool number_too);
/// {"type": "string", "maxLength": ...}: JSON Schema counts characters, which are never more than bytes.
[[nodiscard]] Node text_schema(std::size_t most_bytes);
[[nodiscard]] Node integer_schema(std::int64_t least, std::int64_t most);
[[nodiscard]] Node words_schema(const std::vector<std::string_view>& words);
/// The error of a text that is none of the words, with the nearest of them.
[[nodiscard]] Error not_a_word(const std::string& text, const std::vector<std::string_view>& words);

/// A scalar with parse and format functions of quantity_text.hpp.
template <auto kParse, auto kFormat, Pattern kPattern, Node::Style kStyle = Node::Style::text>
struct ScalarCodec {
    template <class T>
    static bool read(const Node& node, T& value, Decoding& decoding) {
        const std::string* text = scalar_text(node, decoding);
        if (text == nullptr) return false;
        auto parsed = kParse(*text);
        if (!parsed) return decoding.fail(node.position, parsed.error());
        value = *std::move(parsed);
        return true;
    }
    template <class T>
    static Node write(const T& value) {
        return kStyle == Node::Style::number ? Node::number(kFormat(value)) : Node::text(kFormat(value));
    }
    static Node schema() {
        Node schema = scalar_schema(kPattern.text, kStyle == Node::Style::number);
        if (kStyle == Node::Style::number)
            schema.add("minimum", Node::number("0"));  // the pattern has no minus
        return schema;
    }
};

[[nodiscard]] inline Result<Bytes> parse_memory(std::string_view text) {
    return parse_bytes(text, limits::kMemory);
}
[[nodiscard]] inline Result<Bytes> parse_disk(std::string_view text) {
    return parse_bytes(text, limits::kDisk);
}
[[nodiscard]] inline Result<Bytes> parse_replica_disk(std::string_view text) {
    return parse_bytes(text, limits::kReplicaDisk);
}
/// A number from 0 to a million, exact.
[[nodiscard]] Result<Decimal> parse_number(std::string_view text);
[[nodiscard]] std::string format_number(const Decimal& number);

template <>
struct Codec<MilliCpu> : ScalarCodec<parse_cpu, format_cpu, R"(^\d+(\.\d+)?( ?m)?$)", Node::Style::number> {};
template <>
struct Codec<Bytes> : ScalarCodec<parse_memory, format_bytes, R"(^\d+(\.\d+)? ?([KMGT]iB?|[kMGT]?B)$)"> {};
using DiskCodec = ScalarCodec<parse_disk, format_bytes, R"(^\d+(\.\d+)? ?([KMGT]iB?|[kMGT]?B)$)">;
using ReplicaDiskCodec =
    ScalarCodec<parse_replica_disk, format_bytes, R"(^\d+(\.\d+)? ?([KMGT]iB?|[kMGT]?B)$)">;
using TrafficCodec =
    ScalarCodec<parse_monthly_bytes, format_monthly_bytes, R"(^\d+(\.\d+)? ?([KMGT]iB?|[kMGT]?B)/month$)">;
template <>
struct Codec<Money> : ScalarCodec<parse_money, format_money, R"(^\d+(\.\d+)?$)", Node::Style::number> {};
template <>
struct Codec<HourlyPrice>
    : ScalarCodec<parse_hourly_price, format_hourly_price, R"(^\d+(\.\d+)?$)", Node::Style::number> {};
/// A number is a price per hour; other units and tiers are texts.
template <>
struct Codec<ListPrice> {
    static bool read(const Node& node, ListPrice& value, Decoding& decoding);
    static Node write(const ListPrice& value);
    static Node schema();
};
/// A word of a list: what its kWordNamed finds, spelled as name_of() does.
template <auto kWordNamed, auto kWords>
struct WordCodec {
    template <class Word>
    static bool read(const Node& node, Word& value, Decoding& decoding) {
        const std::string* text = scalar_text(node, decoding);
        if (text == nullptr) return false;
        const auto word = kWordNamed(*text);
        if (!word) return decoding.fail(node.position, not_a_word(*text, kWords()));
        value = *word;
        return true;
    }
    template <class Word>
    static Node write(const Word& value) {
        return Node::text(std::string(name_of(value)));
    }
    static Node schema() { return words_schema(kWords()); }
};
[[nodiscard]] std::optional<CatalogueItem> catalogue_item_named(std::string_view text);
[[nodiscard]] std::vector<std::string_view> catalogue_item_words();
[[nodiscard]] std::vector<std::string_view> architecture_words();
[[nodiscard]] std::vector<std::string_view> cpu_class_words();
template <>
struct Codec<CatalogueItem> : WordCodec<catalogue_item_named, catalogue_item_words> {};
template <>
struct Codec<Architecture> : WordCodec<architecture_named, architecture_words> {};
template <>
struct Codec<CpuClass> : WordCodec<cpu_class_named, cpu_class_words> {};
using OwnCostTextCodec = ScalarCodec<parse_own_cost, format_own_cost,
                                     R"(^\d+(\.\d+)?(\.\.\d+(\.\d+)?)?( ?[A-Z]{3})?/(month|hour)$)">;
/// A text, or the map of an OwnedCost.
template <>
struct Codec<OwnCost> {
    static bool read(const Node& node, OwnCost& value, Decoding& decoding);
    static Node write(const OwnCost& value);
    static Node schema();
};
template <>
struct Codec<Months> : ScalarCodec<parse_months, format_months, R"(^\d+ ?(months?|years?)$)"> {};
template <>
struct Codec<Power> : ScalarCodec<parse_power, format_power, R"(^\d+(\.\d+)? ?k?W$)"> {};
template <>
struct Codec<EnergyPrice> : ScalarCodec<parse_energy_price, format_energy_price, R"(^\d+(\.\d+)?/kWh$)"> {};
using OwnAmountCodec = ScalarCodec<parse_own_amount, format_money, R"(^\d+(\.\d+)?$)", Node::Style::number>;
using ExchangeRateCodec =
    ScalarCodec<parse_exchange_rate, format_money, R"(^\d+(\.\d+)?$)", Node::Style::number>;
[[nodiscard]] inline std::string format_currency(const std::string& currency) {
    return currency.empty() ? std::string(kCurrency) : currency;
}
using CurrencyCodec = ScalarCodec<parse_currency, format_currency, "^[A-Z]{3}$">;
/// A day, such as 2026-11-01.
[[nodiscard]] Result<std::string> parse_date(std::string_view text);
[[nodiscard]] inline std::string format_date(const std::string& date) { return date; }
using DateCodec = ScalarCodec<parse_date, format_date, R"(^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$)">;
template <>
struct Codec<Percent> : ScalarCodec<parse_percent, format_percent, R"(^\d+(\.\d+)? ?%$)"> {};
using GrowthCodec = ScalarCodec<parse_monthly_growth, format_monthly_growth, R"(^\d+(\.\d+)? ?%/month$)">;
template <>
struct Codec<Duration> : ScalarCodec<parse_duration, format_duration, R"(^\d+(\.\d+)? ?(us|µs|ms|s|m|h)$)"> {
};
using MonthHoursCodec = ScalarCodec<parse_month_hours, format_month_hours, R"(^(\d+(\.\d+)?|always|office)$)",
                                    Node::Style::number>;
template <>
struct Codec<Rate> : ScalarCodec<parse_rate, format_rate, R"(^\d+(\.\d+)?/(s|min|h|day)$)"> {};
template <>
struct Codec<Decimal> : ScalarCodec<parse_number, format_number, R"(^\d+(\.\d+)?$)", Node::Style::number> {};
template <>
struct Codec<Condition>
    : ScalarCodec<parse_condition, format_condition,
                  R"(^(cpu|memory|utilisation|p95|latency|queue|connections) [<>] [^ ]+( for [^ ]+)?$)"> {};

/// Free text of at most so many bytes.
template <std::size_t kMostBytes>
struct TextCodec {
    static bool read(const Node& node, std::string& value, Decoding& decoding) {
        const std::string* text = scalar_text(node, decoding);
        if (text == nullptr) return false;
        if (text->size() > kMostBytes) {
            return decoding.fail(node.position, {ErrorCode::out_of_range,
                                                 "a text of " + std::to_string(text->size()) + " bytes",
                                                 "at most " + std::to_string(kMostBytes) + " bytes"});
        }
        value = *text;
        return true;
    }
    static Node write(const std::string& value) { return Node::text(value); }
    static Node schema() { return text_schema(kMostBytes); }
};
using TitleCodec = TextCodec<limits::kTitleBytes>;
using NoteCodec = TextCodec<limits::kNoteBytes>;

/// A name: letters, digits, dot, underscore and hyphen, beginning with a letter or digit.
struct NameCodec {
    static bool read(const Node& node, std::string& value, Decoding& decoding);
    static Node write(const std::string& value) { return Node::text(value); }
    static Node schema();
};
/// An id of the catalogue: a provider, a region, a sku.
struct CatalogueIdCodec {
    static bool read(const Node& node, std::string& value, Decoding& decoding);
    static Node write(const std::string& value) { return Node::text(value); }
    static Node schema();
};

template <>
struct Codec<bool> {
    static bool read(const Node& node, bool& value, Decoding& decoding);
    static Node write(bool value) { return Node::boolean(value); }
    static Node schema();
};

[[nodiscard]] bool read_integer(const Node& node, std::int64_t& value, std::int64_t least, std::int64_t most,
                                Decoding& decoding);

/// A whole number from kLeast to kMost.
template <std::int64_t kLeast, std::int64_t kMost>
struct CountCodec {
    static bool read(const Node& node, std::int64_t& value, Decoding& decoding) {
        return read_integer(node, value, kLeast, kMost, decoding);
    }
    static Node write(std::int64_t value) { return Node::number(value); }
    static Node schema() { return integer_schema(kLeast, kMost); }
};

/// A value that may be absent.
template <class C>
struct OptionalCodec {
    template <class T>
    static bool read(const Node& node, std::optional<T>& value, Decoding& decoding) {
        T read_value{};
        if (!C::read(node, read_value, decoding)) return false;
        value = std::move(read_value);
        return true;
    }
    template <class T>
    static Node write(const std::optional<T>& value) {
        return value ? C::write(*value) : Node{};
    }
    static Node schema() { return C::schema(); }
};
template <class T>
struct Codec<std::optional<T>> : OptionalCodec<Codec<T>> {};

/// The two ends of "a..b", each a text of its own: the low end has the unit of the high one where it names
/// none. None for a text without dots.
struct RangeEnds {
    Node low;
    Node high;
};
[[nodiscard]] std::optional<RangeEnds> range_ends(const Node& node);
/// "a..b", the unit written once where both have the same.
[[nodiscard]] Node range_node(const Node& low, const Node& high);
/// What the figure accepts, and two of it.
[[nodiscard]] Node range_schema(Node figure);
[[nodiscard]] Error not_a_range(const std::string& text);

template <class Amount>
[[nodiscard]] bool is_ordered(const Quantity<Amount>& low, const Quantity<Amount>& high) {
    return low <= high;
}
[[nodiscard]] bool is_ordered(const Decimal& low, const Decimal& high);
/// Two rates are ordered per the same time only.
[[nodiscard]] bool is_ordered(const Rate& low, const Rate& high);

/// A figure, or a range of it.
template <class C>
struct RangeCodec {
    template <class T>
    static bool read(const Node& node, Range<T>& value, Decoding& decoding) {
        const auto ends = range_ends(node);
        Range<T> read_value;
        if (!C::read(ends ? ends->low : node, read_value.low, decoding)) return false;
        read_value.high = read_value.low;
        if (ends && !C::read(ends->high, read_value.high, decoding)) return false;
        if (!is_ordered(read_value.low, read_value.high))
            return decoding.fail(node.position, not_a_range(node.scalar));
        value = read_value;
        return true;
    }
    template <class T>
    static Node write(const Range<T>& value) {
        return value.is_exact() ? C::write(value.low) : range_node(C::write(value.low), C::write(value.high));
    }
    static Node schema() { return range_schema(C::schema()); }
};
template <class T>
struct Codec<Range<T>> : RangeCodec<Codec<T>> {};

template <>
struct Codec<ServiceKind> {
    static bool read(const Node& node, ServiceKind& value, Decoding& decoding);
    static Node write(ServiceKind value);
    static Node schema();
};

template <>
struct Codec<CpuRequest> {
    static bool read(const Node& node, CpuRequest& value, Decoding& decoding);
    static Node write(const CpuRequest& value);
    static Node schema();
};

template <>
struct Codec<Reserve> {
    static bool read(const Node& node, Reserve& value, Decoding& decoding);
    static Node write(const Reserve& value);
    static Node schema();
};

template <>
struct Codec<FitMemory> {
    static bool read(const Node& node, FitMemory& value, Decoding& decoding);
    static Node write(FitMemory value);
    static Node schema();
};

template <>
struct Codec<ScaleOut> {
    static bool read(const Node& node, ScaleOut& value, Decoding& decoding);
    static Node write(const ScaleOut& value);
    static Node schema();
};
template <>
struct Codec<ScaleIn> {
    static bool read(const Node& node, ScaleIn& value, Decoding& decoding);
    static Node write(const ScaleIn& value);
    static Node schema();
};

/// A floor of the headroom policy: a share, or an amount.
template <class Amount>
struct Codec<HeadroomFloor<Amount>> {
    static bool read(const Node& node, HeadroomFloor<Amount>& value, Decoding& decoding) {
        if (node.is_scalar() && node.scalar.ends_with('%')) {
            Percent share;
            if (!Codec<Percent>::read(node, share, decoding)) return false;
            value = share;
            return true;
        }
        Amount amount{};
        if (!Codec<Amount>::read(node, amount, decoding)) return false;
        value = amount;
        return true;
    }
    static Node write(const HeadroomFloor<Amount>& value) {
        if (const auto* share = std::get_if<Percent>(&value)) return Codec<Percent>::write(*share);
        return Codec<Amount>::write(*std::get_if<Amount>(&value));
    }
    static Node schema() {
        Node schemas = Node::sequence();
        schemas.items = {Codec<Percent>::schema(), Codec<Amount>::schema()};
        Node any = Node::map();
        any.add("anyOf", std::move(schemas));
        return any;
    }
};

}  // namespace stowage
