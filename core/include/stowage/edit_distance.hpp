// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace stowage {

/// How many slips of the hand lie between two words: insertions, deletions, substitutions and swaps of
/// neighbours (optimal string alignment), in bytes.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace stowage
