// SPDX-License-Identifier: MIT
#include "stowage/refusal.hpp"

#include <utility>

namespace stowage {

std::string in_quotes(std::string_view text) {
    constexpr std::size_t kShown = 60;  // a value that is longer tells nothing more in a message
    if (text.size() <= kShown) return '"' + std::string(text) + '"';
    std::size_t cut = kShown;
    while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80)
        --cut;  // not inside a character
    return '"' + std::string(text.substr(0, cut)) + "...\"";
}

Error refused(ErrorCode code, std::string message, std::string_view accepted) {
    return Error{code, std::move(message), std::string(accepted)};
}

Error not_a(std::string_view what, std::string_view text, std::string_view accepted) {
    return refused(ErrorCode::type, in_quotes(text) + " is not " + std::string(what), accepted);
}

Error out_of_range(std::string_view text, std::string_view accepted) {
    return refused(ErrorCode::out_of_range, in_quotes(text) + " is out of range", accepted);
}

}  // namespace stowage
