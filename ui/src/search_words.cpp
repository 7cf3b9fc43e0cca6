// SPDX-License-Identifier: MIT
#include "search_words.hpp"

#include <algorithm>
#include <utility>

#include "stowage/ascii.hpp"

namespace stowage::ui {

SearchWords::SearchWords(std::string_view query) {
    std::string word;
    for (const char c : lower_case(query) + ' ') {
        if (c != ' ') {
            word += c;
        } else if (!word.empty()) {
            words_.push_back(std::exchange(word, {}));
        }
    }
}

bool SearchWords::all_in(std::string_view text) const {
    return std::all_of(words_.begin(), words_.end(),
                       [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

bool SearchWords::begin(std::string_view text) const {
    return !words_.empty() && text.starts_with(words_.front());
}

}  // namespace stowage::ui
