// SPDX-License-Identifier: MIT
#include "codec.hpp"

#include <array>

#include "plan_fields.hpp"
#include "stowage/refusal.hpp"

namespace stowage {
namespace {

constexpr std::string_view kNamePattern = "^[A-Za-z0-9][A-Za-z0-9._-]*$";
constexpr std::string_view kShared = "shared";

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::vector<std::string_view> kind_words() {
    std::vector<std::string_view> words;
    for (const ServiceKind kind : kServiceKinds) words.push_back(name_of(kind));
    return words;
}

std::vector<std::string_view> reserve_words() {
    std::vector<std::string_view> words;
    for (const ReserveRule rule : kNamedReserveRules) words.push_back(name_of(rule));
    return words;
}

Error unknown_word(std::string_view what, std::string_view word, const std::vector<std::string_view>& known) {
    return not_one_of(known, word, ErrorCode::unknown_value,
                      in_quotes(word) + " is no known " + std::string(what));
}

Node any_of(std::vector<Node> schemas) {
    Node list = Node::sequence();
    list.items = std::move(schemas);
    Node any = Node::map();
    any.add("anyOf", std::move(list));
    return any;
}

/// The number that so many digits of a text make.
int figure_in(std::string_view text, std::size_t from, std::size_t digits) {
    int value = 0;
    for (const char digit : text.substr(from, digits)) value = value * 10 + (digit - '0');
    return value;
}

/// By the Gregorian calendar, as ISO 8601 takes it. Core may not ask <chrono>, which has a clock.
bool is_in_calendar(int year, int month, int day) {
    constexpr std::array<int, 12> kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return false;
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int days = kDays[static_cast<std::size_t>(month - 1)] + (leap && month == 2 ? 1 : 0);
    return day >= 1 && day <= days;
}

}  // namespace

const std::string* scalar_text(const Node& node, Decoding& decoding) {
    if (node.is_scalar()) return &node.scalar;
    const char* found = node.is_map() ? "a map" : node.is_sequence() ? "a list" : "none";
    decoding.fail(node.position, {ErrorCode::type, std::string("expected one value, found ") + found});
    return nullptr;
}

Node scalar_schema(std::string_view pattern, bool number_too) {
    Node schema = Node::map();
    if (number_too) {
        Node types = Node::sequence();
        types.items = {Node::text("string"), Node::text("number")};
        schema.add("type", std::move(types));
    } else {
        schema.add("type", Node::text("string"));
    }
    if (!pattern.empty()) schema.add("pattern", Node::text(std::string(pattern)));
    return schema;
}

Node text_schema(std::size_t most_bytes) {
    Node schema = scalar_schema("", true);
    schema.add("maxLength", Node::number(std::to_string(most_bytes)));
    return schema;
}

Node integer_schema(std::int64_t least, std::int64_t most) {
    Node schema = Node::map();
    schema.add("type", Node::text("integer"));
    schema.add("minimum", Node::number(least));
    schema.add("maximum", Node::number(most));
    return schema;
}

Node words_schema(const std::vector<std::string_view>& words) {
    Node values = Node::sequence();
    for (const std::string_view word : words) values.items.push_back(Node::text(std::string(word)));
    Node schema = Node::map();
    schema.add("enum", std::move(values));
    return schema;
}

Result<Decimal> parse_number(std::string_view text) {
    constexpr std::int64_t kMost = 1'000'000;
    const auto number = parse_decimal(text);
    if (!number) return not_a("a number", text, "a number such as 6 or 0.5");
    if (number->digits < 0 || !is_at_most(*number, kMost)) return out_of_range(text, "from 0 to 1000000");
    return *number;
}

std::string format_number(const Decimal& number) { return format_shortest(number.digits, number.scale); }

Result<std::string> parse_date(std::string_view text) {
    constexpr std::string_view kShape = "0000-00-00";
    const auto fits = [](char c, char shape) { return shape == '-' ? c == '-' : c >= '0' && c <= '9'; };
    if (text.size() != kShape.size() || !std::equal(text.begin(), text.end(), kShape.begin(), fits)) {
        return not_a("a day", text, "year, month and day: 2026-11-01");
    }
    if (!is_in_calendar(figure_in(text, 0, 4), figure_in(text, 5, 2), figure_in(text, 8, 2)))
        return not_a("a day", text, "a day that the calendar has, such as 2026-11-01");
    return std::string(text);
}

bool NameCodec::read(const Node& node, std::string& value, Decoding& decoding) {
    const std::string* text = scalar_text(node, decoding);
    if (text == nullptr) return false;
    const bool characters = std::all_of(text->begin(), text->end(), [](char c) {
        return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-';
    });
    if (text->empty() || !characters || !is_letter_or_digit(text->front()) ||
        text->size() > limits::kNameBytes) {
        return decoding.fail(node.position,
                             {ErrorCode::type, in_quotes(*text) + " cannot be a name",
                              "1 to 63 letters, digits, dots, hyphens and underscores, beginning "
                              "with a letter or digit; a title may be any text"});
    }
    value = *text;
    return true;
}

Node NameCodec::schema() {
    Node schema = scalar_schema(kNamePattern, true);
    schema.add("maxLength", Node::number(std::to_string(limits::kNameBytes)));
    return schema;
}

bool CatalogueIdCodec::read(const Node& node, std::string& value, Decoding& decoding) {
    const std::string* text = scalar_text(node, decoding);
    if (text == nullptr) return false;
    const bool printable =
        std::all_of(text->begin(), text->end(), [](char c) { return c > ' ' && c <= '~'; });
    if (!printable || text->size() > limits::kIdBytes) {
        return decoding.fail(node.position,
                             {ErrorCode::type, in_quotes(*text) + " cannot be an id of the catalogue",
                              "at most 100 letters, digits and signs without spaces"});
    }
    value = *text;
    return true;
}

Node CatalogueIdCodec::schema() {
    Node schema = scalar_schema("^[!-~]*$", false);
    schema.add("maxLength", Node::number(std::to_string(limits::kIdBytes)));
    return schema;
}

bool Codec<bool>::read(const Node& node, bool& value, Decoding& decoding) {
    const std::string* text = scalar_text(node, decoding);
    if (text == nullptr) return false;
    if (*text != "true" && *text != "false") {
        return decoding.fail(node.position, {ErrorCode::type, in_quotes(*text) + " is neither true nor false",
                                             "true or false"});
    }
    value = *text == "true";
    return true;
}

Node Codec<bool>::schema() {
    Node schema = Node::map();
    schema.add("type", Node::text("boolean"));
    return schema;
}

bool read_integer(const Node& node, std::int64_t& value, std::int64_t least, std::int64_t most,
                  Decoding& decoding) {
    const std::string* text = scalar_text(node, decoding);
    if (text == nullptr) return false;
    const std::string range = "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
    const auto number = parse_decimal(*text);
    if (!number || number->scale != 0)
        return decoding.fail(node.position, not_a("a whole number", *text, range));
    if (number->digits < least || number->digits > most) {
        return decoding.fail(node.position, out_of_range(*text, range));
    }
    value = number->digits;
    return true;
}

bool Codec<ServiceKind>::read(const Node& node, ServiceKind& value, Decoding& decoding) {
    const std::string* text = scalar_text(node, decoding);
    if (text == nullptr) return false;
    for (const ServiceKind kind : kServiceKinds) {
        if (name_of(kind) != *text) continue;
        value = kind;
        return true;
    }
    return decoding.fail(node.position, unknown_word("kind of service", *text, kind_words()));
}

Node Codec<ServiceKind>::write(ServiceKind value) { return Node::text(std::string(name_of(value))); }

Node Codec<ServiceKind>::schema() { return words_schema(kind_words()); }

bool Codec<CpuRequest>::read(const Node& node, CpuRequest& value, Decoding& decoding) {
    if (node.is_scalar() && node.scalar == kShared) {
        value = CpuRequest{true, MilliCpu{}};
        return true;
    }
    CpuRequest request;
    if (!Codec<Range<MilliCpu>>::read(node, request.amount, decoding)) return false;
    value = request;
    return true;
}

Node Codec<CpuRequest>::write(const CpuRequest& value) {
    return value.shared ? Node::text(std::string(kShared)) : Codec<Range<MilliCpu>>::write(value.amount);
}

Node Codec<CpuRequest>::schema() {
    return any_of({words_schema({kShared}), Codec<Range<MilliCpu>>::schema()});
}

Error not_a_word(const std::string& text, const std::vector<std::string_view>& words) {
    return not_one_of(words, text, ErrorCode::unknown_value, in_quotes(text) + " is not known here");
}

std::optional<CatalogueItem> catalogue_item_named(std::string_view text) {
    if (const auto offering = offering_named(text)) return *offering;
    if (const auto item = rate_item_named(text)) return *item;
    return std::nullopt;
}

std::vector<std::string_view> catalogue_item_words() {
    std::vector<std::string_view> words{name_of(Offering::compute), name_of(Offering::postgres),
                                        name_of(Offering::redis)};
    for (const RateItem item : kRateItems) words.push_back(name_of(item));
    return words;
}

std::vector<std::string_view> architecture_words() {
    return {name_of(Architecture::x86_64), name_of(Architecture::arm64)};
}

std::vector<std::string_view> cpu_class_words() {
    return {name_of(CpuClass::dedicated), name_of(CpuClass::burstable), name_of(CpuClass::shared)};
}

bool Codec<ListPrice>::read(const Node& node, ListPrice& value, Decoding& decoding) {
    const std::string* text = scalar_text(node, decoding);
    if (text == nullptr) return false;
    auto price = parse_list_price(*text);
    if (!price) return decoding.fail(node.position, price.error());
    value = *std::move(price);
    return true;
}

Node Codec<ListPrice>::write(const ListPrice& value) {
    const bool is_number = value.unit == PriceUnit::hour && !value.month_cap;
    return is_number ? Node::number(format_list_price(value)) : Node::text(format_list_price(value));
}

Node Codec<ListPrice>::schema() {
    return any_of(
        {Codec<HourlyPrice>::schema(),
         scalar_schema(R"(^\d+(\.\d+)?(/[A-Za-z]+(-[a-z]+)?)?( up to \d+)?(, [^,]+)*( at most [^ ]+)?$)",
                       false)});
}

bool Codec<OwnCost>::read(const Node& node, OwnCost& value, Decoding& decoding) {
    if (!node.is_map()) return OwnCostTextCodec::read(node, value, decoding);
    OwnedCost owned;
    if (!read_object(node, owned, decoding)) return false;
    value = std::move(owned);
    return true;
}

Node Codec<OwnCost>::write(const OwnCost& value) {
    if (const auto* owned = std::get_if<OwnedCost>(&value)) return write_object(*owned);
    return OwnCostTextCodec::write(value);
}

Node Codec<OwnCost>::schema() {
    Node dependent = Node::map();
    for (const auto& [key, needed] : {std::pair{"purchase", "lifetime"}, std::pair{"power", "electricity"}}) {
        Node keys = Node::sequence();
        keys.items.push_back(Node::text(needed));
        dependent.add(key, std::move(keys));
    }
    Node owned = schema_of_object<OwnedCost>();
    owned.add("dependentRequired", std::move(dependent));
    return any_of({OwnCostTextCodec::schema(), std::move(owned)});
}

bool Codec<Reserve>::read(const Node& node, Reserve& value, Decoding& decoding) {
    if (node.is_map()) {
        Resources own;
        if (!read_object(node, own, decoding)) return false;
        value = Reserve{ReserveRule::own, own};
        return true;
    }
    const std::string* text = scalar_text(node, decoding);
    if (text == nullptr) return false;
    for (const ReserveRule rule : kNamedReserveRules) {
        if (name_of(rule) != *text) continue;
        value = Reserve{rule, {}};
        return true;
    }
    Error error = unknown_word("reserve", *text, reserve_words());
    error.accepted += ", or figures such as {cpu: 250m, memory: 512MiB}";
    return decoding.fail(node.position, std::move(error));
}

Node Codec<Reserve>::write(const Reserve& value) {
    if (value.rule == ReserveRule::own) return write_object(value.own);
    return Node::text(std::string(name_of(value.rule)));
}

Node Codec<Reserve>::schema() {
    return any_of({words_schema(reserve_words()), schema_of_object<Resources>()});
}

bool Codec<FitMemory>::read(const Node& node, FitMemory& value, Decoding& decoding) {
    const std::string* text = scalar_text(node, decoding);
    if (text == nullptr) return false;
    if (*text != "request" && *text != "limit") {
        return decoding.fail(node.position, unknown_word("memory to fit", *text, {"request", "limit"}));
    }
    value = *text == "limit" ? FitMemory::limit : FitMemory::request;
    return true;
}

Node Codec<FitMemory>::write(FitMemory value) {
    return Node::text(value == FitMemory::limit ? "limit" : "request");
}

Node Codec<FitMemory>::schema() { return words_schema({"request", "limit"}); }

}  // namespace stowage
