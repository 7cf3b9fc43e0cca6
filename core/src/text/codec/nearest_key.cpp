// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <utility>

#include "../../unit_text.hpp"
#include "field.hpp"

namespace stowage {
namespace {

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment) from a to b.
std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, substitution});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

}  // namespace

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
