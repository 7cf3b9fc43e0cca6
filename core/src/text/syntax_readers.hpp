// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "stowage/text/node.hpp"

namespace stowage {

/// The two syntaxes behind read_document(). The caller has checked the size.
[[nodiscard]] Result<Node> read_yaml(std::string_view text);
/// has_comments() of a text that is not JSON and has no byte order mark.
[[nodiscard]] bool yaml_has_comments(std::string_view text);
[[nodiscard]] Result<Node> read_json(std::string_view text);

}  // namespace stowage
