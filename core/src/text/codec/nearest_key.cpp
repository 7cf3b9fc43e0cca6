// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include "field.hpp"
#include "stowage/edit_distance.hpp"

namespace stowage {

std::string_view nearest(std::string_view key, const std::vector<std::string_view>& known) {
    constexpr std::size_t kLongestKey = 64;  // no key is near to a longer one
    if (key.size() > kLongestKey) return {};
    std::string_view best;
    // Two slips, but never more than half of the word: "cup" is cpu, "a" is nothing.
    std::size_t best_distance = std::min<std::size_t>(2, key.size() / 2) + 1;
    for (const std::string_view candidate : known) {
        const std::size_t distance = edit_distance(key, candidate);
        if (distance >= best_distance) continue;
        best = candidate;
        best_distance = distance;
    }
    return best;
}

Error not_one_of(const std::vector<std::string_view>& known, std::string_view word, ErrorCode code,
                 std::string message) {
    const std::string_view near = nearest(word, known);
    if (!near.empty()) message += "; did you mean " + std::string(near) + "?";
    std::string list;
    for (const std::string_view name : known) list += (list.empty() ? "" : ", ") + std::string(name);
    return {code, std::move(message), std::move(list)};
}

}  // namespace stowage
