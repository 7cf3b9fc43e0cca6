// SPDX-License-Identifier: MIT
#include "suggestion.hpp"

#include <algorithm>

#include "stowage/edit_distance.hpp"

namespace stowage::cli {

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
        const std::size_t slips = edit_distance(word, candidate);
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
