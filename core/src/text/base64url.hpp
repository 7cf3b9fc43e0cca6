// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stowage {

/// RFC 4648 section 5, without padding.
[[nodiscard]] std::string encode_base64url(std::string_view bytes);
/// None for a character outside the alphabet, an impossible length, or bits that an encoder leaves zero.
[[nodiscard]] std::optional<std::string> decode_base64url(std::string_view text);

}  // namespace stowage
