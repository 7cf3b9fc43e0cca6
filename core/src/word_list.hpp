// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace stowage {

/// "a", "a and b", "a, b and c".
[[nodiscard]] inline std::string list_of(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

}  // namespace stowage
