// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stowage/result.hpp"

namespace stowage {

/// Where something stands in a text; 1-based, 0 when it stands in none.
struct TextPosition {
    int line = 0;
    int column = 0;
};

struct Member;

/// One value of a document, whichever syntax it was written in. Scalars keep their text, so that numbers stay
/// exact; their meaning is decided by the key that they stand under.
struct Node {
    enum class Kind { null, scalar, sequence, map };
    /// How a scalar is written in JSON. A reader sets it from the syntax, a writer from the field's type.
    enum class Style { text, number, boolean };

    Kind kind = Kind::null;
    Style style = Style::text;
    std::string scalar;
    std::vector<Node> items;
    std::vector<Member> members;  ///< in the order of the text; keys are unique
    TextPosition position;

    /// Scalars of that style, and an empty map or sequence.
    [[nodiscard]] static Node text(std::string value);
    [[nodiscard]] static Node number(std::string value);
    [[nodiscard]] static Node number(std::int64_t value);
    [[nodiscard]] static Node boolean(bool value);
    [[nodiscard]] static Node map();
    [[nodiscard]] static Node sequence();

    [[nodiscard]] bool is_null() const { return kind == Kind::null; }
    [[nodiscard]] bool is_scalar() const { return kind == Kind::scalar; }
    [[nodiscard]] bool is_map() const { return kind == Kind::map; }
    [[nodiscard]] bool is_sequence() const { return kind == Kind::sequence; }

    /// The value of a key of this map, or null.
    [[nodiscard]] const Node* find(std::string_view key) const;
    [[nodiscard]] Node* find(std::string_view key);
    /// Appends to this map; the caller knows that the key is new.
    Node& add(std::string key, Node value);
    /// Nothing happens when this map has no such key.
    void remove(std::string_view key);
};

/// A key of a map with its value.
struct Member {
    std::string key;
    Node value;
    TextPosition position;  ///< of the key
};

/// Reads a document: JSON when its first character is `{`, else YAML. Both refuse text over
/// limits::kTextBytes, nesting over limits::kDepth, a key that stands twice in one map, and invalid UTF-8;
/// YAML also anchors, aliases, tags and a second document, which have no meaning in a plan.
[[nodiscard]] Result<Node> read_document(std::string_view text);

/// True when a document has comments, which a Node does not keep; false for JSON and for what cannot be read.
[[nodiscard]] bool has_comments(std::string_view text);

/// The list in which programs get errors: code, message, accepted, where, line and column of each.
[[nodiscard]] Node errors_node(const Errors& errors);

/// Block style, with maps of scalars in one line where they are short; ends in a newline.
[[nodiscard]] std::string write_yaml(const Node& node);
/// Without spaces or newlines.
[[nodiscard]] std::string write_compact_json(const Node& node);
/// Indented by two spaces; ends in a newline.
[[nodiscard]] std::string write_json(const Node& node);

}  // namespace stowage
