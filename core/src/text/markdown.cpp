// SPDX-License-Identifier: MIT
#include "markdown.hpp"

#include <algorithm>

namespace stowage {

std::string escaped(std::string_view text) {
    constexpr std::string_view kActing = "|\\`*_<>[#~&";
    std::string result;
    for (const char c : text) {
        if (kActing.find(c) != std::string_view::npos) result += '\\';
        result +=
            static_cast<unsigned char>(c) < 0x20 ? ' ' : c;  // line breaks, and what would steer a terminal
    }
    return result;
}

std::string escaped_paragraph(std::string_view text) {
    std::string result = escaped(text);
    result.erase(0, result.find_first_not_of(' '));
    const std::size_t digits = std::min(result.find_first_not_of("0123456789"), result.size());
    const std::string_view acting = digits == 0 ? "-+=" : ".)";
    if (digits < result.size() && acting.find(result[digits]) != std::string_view::npos)
        result.insert(digits, 1, '\\');
    return result;
}

}  // namespace stowage
