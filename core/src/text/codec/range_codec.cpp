// SPDX-License-Identifier: MIT
#include <algorithm>

#include "codec.hpp"
#include "stowage/refusal.hpp"

namespace stowage {
namespace {

constexpr std::string_view kDots = "..";

/// What follows the number that a text begins with.
std::string_view unit_in(std::string_view text) {
    const auto number = text.find_first_not_of("0123456789.");
    return number == std::string_view::npos ? std::string_view{} : text.substr(number);
}

Node end_of(const Node& node, std::string text) {
    Node end = Node::text(std::move(text));
    end.position = node.position;
    return end;
}

}  // namespace

std::optional<RangeEnds> range_ends(const Node& node) {
    if (!node.is_scalar()) return std::nullopt;
    const auto dots = node.scalar.find(kDots);
    if (dots == std::string::npos) return std::nullopt;
    const auto without_spaces = [](std::string_view text) {
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
        return std::string(text.substr(0, text.find_last_not_of(' ') + 1));
    };
    const std::string_view text = node.scalar;
    std::string low = without_spaces(text.substr(0, dots));
    std::string high = without_spaces(text.substr(dots + kDots.size()));
    if (unit_in(low).empty()) low += unit_in(high);
    return RangeEnds{end_of(node, std::move(low)), end_of(node, std::move(high))};
}

Node range_node(const Node& low, const Node& high) { return Node::text(join_range(low.scalar, high.scalar)); }

Node range_schema(Node figure) {
    Node* pattern = figure.find("pattern");
    if (pattern != nullptr && pattern->scalar.starts_with('^'))
        pattern->scalar.insert(1, R"((\d+(\.\d+)?[^.]*\.\. ?)?)");
    return figure;
}

Error not_a_range(const std::string& text) {
    return {ErrorCode::out_of_range, in_quotes(text) + " ends below where it begins",
            "a figure, or a range low..high of figures in one unit, such as 20..60"};
}

bool is_ordered(const Decimal& low, const Decimal& high) {
    const int scale = std::max(low.scale, high.scale);
    const auto at_scale = [scale](const Decimal& number) {
        detail::Int128 digits = number.digits;
        for (int i = number.scale; i < scale; ++i) digits *= 10;
        return digits;
    };
    return at_scale(low) <= at_scale(high);
}

bool is_ordered(const Rate& low, const Rate& high) {
    return low.per == high.per && is_ordered(low.events, high.events);
}

}  // namespace stowage
