// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stowage::ui {

/// What is searched for: the words of a query, in any order and any case.
class SearchWords {
  public:
    explicit SearchWords(std::string_view query);
    /// True for a text that has every word; the text is in lower case.
    [[nodiscard]] bool all_in(std::string_view text) const;
    /// True for a text that begins with the first word; never without words.
    [[nodiscard]] bool begin(std::string_view text) const;

  private:
    std::vector<std::string> words_;
};

}  // namespace stowage::ui
