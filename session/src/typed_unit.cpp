// SPDX-License-Identifier: MIT
#include "stowage/session/typed_unit.hpp"

#include <algorithm>
#include <array>

#include "stowage/ascii.hpp"
#include "stowage/json_pointer.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage {
namespace {

/// Settings of words, which may look like a quantity and are none.
constexpr std::array<std::string_view, 4> kWords{"note", "title", "name", "zone"};

constexpr std::string_view kDigitLetters = "0123456789";
constexpr std::string_view kNumber = "0123456789.";

bool is_bare_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of(kNumber) == std::string_view::npos &&
           text.find_first_of(kDigitLetters) != std::string_view::npos;
}

/// What follows the number of a quantity, of the upper one in a range; empty where the text is no quantity.
std::string_view unit_of(std::string_view quantity) {
    constexpr std::string_view kDots = "..";
    if (const auto dots = quantity.find(kDots); dots != std::string_view::npos)
        quantity = trimmed(quantity.substr(dots + kDots.size()));
    const auto end = quantity.find_first_not_of(kNumber);
    if (end == 0 || end == std::string_view::npos) return {};
    const std::string_view unit = quantity.substr(end);
    return unit.find_first_of(kDigitLetters) == std::string_view::npos ? unit : std::string_view{};
}

}  // namespace

std::string with_standing_unit(const Plan& plan, std::string_view pointer, std::string_view typed) {
    const std::string_view number = trimmed(typed);
    const auto tokens = pointer_tokens(pointer);
    const bool words =
        tokens.empty() || std::find(kWords.begin(), kWords.end(), tokens.back()) != kWords.end();
    if (words || !is_bare_number(number)) return std::string(typed);
    const std::string standing = field_text(plan, pointer);
    const std::string_view unit = unit_of(standing);
    return unit.empty() ? std::string(typed) : std::string(number).append(unit);
}

}  // namespace stowage
