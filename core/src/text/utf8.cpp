// SPDX-License-Identifier: MIT
#include "utf8.hpp"

namespace stowage {
namespace {

/// Length of the UTF-8 character at the front; 0 when there is none (RFC 3629, section 4).
std::size_t character_length(std::string_view text) {
    const auto byte = [text](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    const auto follow = [&byte](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i <= last; ++i) {
            if ((byte(i) & 0xC0u) != 0x80u) return false;
        }
        return true;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xDF) return follow(1, 1) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = lead == 0xED && byte(1) >= 0xA0;
        return follow(1, 2) && !overlong && !surrogate ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool overlong = lead == 0xF0 && byte(1) < 0x90;
        const bool beyond_unicode = lead == 0xF4 && byte(1) >= 0x90;
        return follow(1, 3) && !overlong && !beyond_unicode ? 4 : 0;
    }
    return 0;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = character_length(text.substr(at));
        if (length == 0) return at;
        at += length;
    }
    return std::nullopt;
}

TextPosition position_of_byte(std::string_view text, std::size_t offset) {
    TextPosition position{1, 1};
    for (const char byte : text.substr(0, offset)) {
        if (byte == '\n') {
            ++position.line;
            position.column = 1;
        } else if ((static_cast<unsigned char>(byte) & 0xC0u) != 0x80u) {
            ++position.column;
        }
    }
    return position;
}

}  // namespace stowage
