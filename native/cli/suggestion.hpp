// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stowage::cli {

/// The known word that begins with `word`, or else differs least from it; empty when none is near enough to
/// be a slip of the hand.
[[nodiscard]] std::string nearest_word(std::string_view word, const std::vector<std::string>& known);

/// "; did you mean X?", or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view word, const std::vector<std::string>& known);

/// "a, b, c".
[[nodiscard]] std::string listed(const std::vector<std::string>& words);

}  // namespace stowage::cli
