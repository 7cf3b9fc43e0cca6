// SPDX-License-Identifier: MIT
#include "suggestion.hpp"

#include <algorithm>
#include <utility>

namespace stowage::cli {
namespace {

/// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment) from a to b.
std::size_t slips_between(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before_last(b.size() + 1);
    std::vector<std::size_t> last(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, substituted});
            const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
        }
        std::swap(before_last, last);
        std::swap(last, row);
    }
    return last[b.size()];
}

}  // namespace

std::string nearest_word(std::string_view word, const std::vector<std::string>& known) {
    constexpr std::size_t kLongest = 64;  // no command, option or code is near to a longer word
    constexpr std::size_t kShortestBeginning = 2;
    if (word.empty() || word.size() > kLongest) return {};
    // Two slips, in long words one more for every six letters; never more than half of the word.
    const std::size_t most = std::min(std::max<std::size_t>(2, word.size() / 6), word.size() / 2);
    std::string best;
    std::size_t best_slips = most + 1;
    if (word.size() >= kShortestBeginning) {
        for (const std::string& candidate : known) {
            if (candidate.starts_with(word)) return candidate;
        }
    }
    for (const std::string& candidate : known) {
        const std::size_t slips = slips_between(word, candidate);
        if (slips >= best_slips) continue;
        best = candidate;
        best_slips = slips;
    }
    return best;
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
    const std::string near = nearest_word(word, known);
    return near.empty() ? near : "; did you mean " + near + "?";
}

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

}  // namespace stowage::cli
