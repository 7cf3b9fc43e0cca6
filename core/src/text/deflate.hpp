// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stowage {

/// Raw deflate (RFC 1951) at the best level, primed with `dictionary`.
[[nodiscard]] std::string deflate_raw(std::string_view bytes, std::string_view dictionary);

/// None when the data is not complete raw deflate, has a tail, or inflates to more than `most` bytes.
[[nodiscard]] std::optional<std::string> inflate_raw(std::string_view data, std::string_view dictionary,
                                                     std::size_t most);

[[nodiscard]] std::uint32_t crc32_of(std::string_view bytes);

}  // namespace stowage
