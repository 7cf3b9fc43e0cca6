// SPDX-License-Identifier: MIT
#include "stowage/limits.hpp"
#include "syntax_readers.hpp"
#include "utf8.hpp"

namespace stowage {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view without_mark(std::string_view text) {
    if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
    return text;
}

bool is_json(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{';
}

}  // namespace

bool has_comments(std::string_view text) {
    text = without_mark(text);
    return text.size() <= limits::kTextBytes && !is_json(text) && yaml_has_comments(text);
}

Result<Node> read_document(std::string_view text) {
    if (text.size() > limits::kTextBytes) {
        return Error{ErrorCode::out_of_range, "the text has " + std::to_string(text.size()) + " bytes",
                     "at most " + std::to_string(limits::kTextBytes) + " bytes"};
    }
    text = without_mark(text);
    if (const auto invalid = find_invalid_utf8(text)) {
        const TextPosition at = position_of_byte(text, *invalid);
        return Error{ErrorCode::syntax, "a byte that is not UTF-8", "text in UTF-8", {}, at.line, at.column};
    }
    return is_json(text) ? read_json(text) : read_yaml(text);
}

}  // namespace stowage
