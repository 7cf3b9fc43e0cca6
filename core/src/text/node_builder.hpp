// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "stowage/text/node.hpp"

namespace stowage {

/// Turns the events of a YAML or JSON parser into one Node tree and enforces what both syntaxes share: depth,
/// unique keys, text keys. Every call returns false once an error is set; the parser then stops.
class NodeBuilder {
  public:
    bool begin_map(TextPosition position) { return begin(Node::Kind::map, position); }
    bool begin_sequence(TextPosition position) { return begin(Node::Kind::sequence, position); }
    bool end();
    /// A key of the innermost map; a value follows.
    bool key(std::string name, TextPosition position);
    bool value(Node node, TextPosition position);
    /// True when the innermost open collection is a map that waits for a key.
    [[nodiscard]] bool expects_key() const;

    bool fail(ErrorCode code, std::string message, TextPosition position);
    [[nodiscard]] const std::optional<Error>& error() const { return error_; }
    /// The tree; null for an empty document.
    [[nodiscard]] Node take() { return std::move(root_); }

  private:
    /// An open collection. Its node lives here until it is complete, so growing parents move nothing twice.
    struct Open {
        Node node;
        std::unordered_set<std::string> keys;
        std::optional<Member> pending;
    };

    bool begin(Node::Kind kind, TextPosition position);
    bool attach(Node node);
    [[nodiscard]] std::string pointer_here() const;

    std::vector<Open> open_;
    Node root_;
    std::optional<Error> error_;
};

}  // namespace stowage
