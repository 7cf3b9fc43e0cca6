// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stowage {

/// `parent` extended by one reference token, escaped as RFC 6901 says (~ as ~0, / as ~1).
[[nodiscard]] std::string child_pointer(std::string_view parent, std::string_view key);

/// The unescaped reference tokens: "/a/b~1c" is {"a", "b/c"}. Empty for the whole document.
[[nodiscard]] std::vector<std::string> pointer_tokens(std::string_view pointer);

}  // namespace stowage
