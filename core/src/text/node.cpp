// SPDX-License-Identifier: MIT
#include "stowage/text/node.hpp"

#include <algorithm>

namespace stowage {
namespace {

Node scalar(std::string value, Node::Style style) {
    Node node;
    node.kind = Node::Kind::scalar;
    node.style = style;
    node.scalar = std::move(value);
    return node;
}

Node empty(Node::Kind kind) {
    Node node;
    node.kind = kind;
    return node;
}

}  // namespace

Node Node::text(std::string value) { return stowage::scalar(std::move(value), Style::text); }
Node Node::number(std::string value) { return stowage::scalar(std::move(value), Style::number); }
Node Node::number(std::int64_t value) { return number(std::to_string(value)); }
Node Node::boolean(bool value) { return stowage::scalar(value ? "true" : "false", Style::boolean); }
Node Node::map() { return empty(Kind::map); }
Node Node::sequence() { return empty(Kind::sequence); }

const Node* Node::find(std::string_view key) const {
    for (const Member& member : members) {
        if (member.key == key) return &member.value;
    }
    return nullptr;
}

Node* Node::find(std::string_view key) { return const_cast<Node*>(std::as_const(*this).find(key)); }

Node& Node::add(std::string key, Node value) {
    members.push_back({std::move(key), std::move(value), {}});
    return members.back().value;
}

void Node::remove(std::string_view key) {
    std::erase_if(members, [key](const Member& member) { return member.key == key; });
}

Node errors_node(const Errors& errors) {
    Node list = Node::sequence();
    for (const Error& error : errors) {
        Node& node = list.items.emplace_back(Node::map());
        node.add("code", Node::text(std::string(name_of(error.code))));
        node.add("message", Node::text(error.message));
        node.add("accepted", Node::text(error.accepted));
        node.add("where", Node::text(error.where));
        node.add("line", Node::number(error.line));
        node.add("column", Node::number(error.column));
    }
    return list;
}

}  // namespace stowage
