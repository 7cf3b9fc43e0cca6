// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "stowage/text/node.hpp"

namespace stowage {

/// The offset of the first byte that is part of no UTF-8 character; none when the text is UTF-8.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// The line of a byte, and its column in characters.
[[nodiscard]] TextPosition position_of_byte(std::string_view text, std::size_t offset);

}  // namespace stowage
