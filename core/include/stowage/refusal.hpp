// SPDX-License-Identifier: MIT
//
// How a value that is refused is worded, alike in quantities, plans and the catalogue.
#pragma once

#include <string>
#include <string_view>

#include "stowage/result.hpp"

namespace stowage {

/// `text` in double quotes, cut to a length that a message can carry.
[[nodiscard]] std::string in_quotes(std::string_view text);

/// An Error without a place.
[[nodiscard]] Error refused(ErrorCode code, std::string message, std::string_view accepted);
/// An Error of type: the quoted text is not what is expected.
[[nodiscard]] Error not_a(std::string_view what, std::string_view text, std::string_view accepted);
/// An Error out_of_range.
[[nodiscard]] Error out_of_range(std::string_view text, std::string_view accepted);

}  // namespace stowage
