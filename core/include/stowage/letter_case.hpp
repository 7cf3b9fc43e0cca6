// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace stowage {

/// Upper case letters of ASCII in lower case, every other byte as it is.
[[nodiscard]] constexpr char lower_case(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
[[nodiscard]] inline std::string lower_case(std::string_view text) {
    std::string result(text);
    for (char& c : result) c = lower_case(c);
    return result;
}

}  // namespace stowage
