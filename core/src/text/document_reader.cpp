// SPDX-License-Identifier: MIT
#include "stowage/limits.hpp"
#include "syntax_readers.hpp"

namespace stowage {

Result<Node> read_document(std::string_view text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.size() > limits::kTextBytes) {
        return Error{ErrorCode::out_of_range, "the text has " + std::to_string(text.size()) + " bytes",
                     "at most " + std::to_string(limits::kTextBytes) + " bytes"};
    }
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    const auto first = text.find_first_not_of(" \t\r\n");
    const bool json = first != std::string_view::npos && text[first] == '{';
    return json ? read_json(text) : read_yaml(text);
}

}  // namespace stowage
