// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Error;
}  // namespace CLI

namespace stowage::cli {

/// What to tell somebody whose command line was not understood, and what was probably meant. `error` is the
/// parser's objection; null when words were left over that it had no use for.
[[nodiscard]] std::string usage_error(const CLI::App& app, const CLI::Error* error);

[[nodiscard]] std::string unknown_command(const CLI::App& app, const std::string& name);
/// Null when there is none of that name.
[[nodiscard]] const CLI::App* find_command(const CLI::App& app, std::string_view name);

/// Why `word` is none of `words`; empty when it is one.
[[nodiscard]] std::string refusal_of_word(const std::string& word, const std::vector<std::string>& words);

}  // namespace stowage::cli
