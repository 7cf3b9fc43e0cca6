// SPDX-License-Identifier: MIT
#include "node_builder.hpp"

#include "stowage/json_pointer.hpp"
#include "stowage/limits.hpp"

namespace stowage {

bool NodeBuilder::expects_key() const {
    return !open_.empty() && open_.back().node.is_map() && !open_.back().pending;
}

bool NodeBuilder::begin(Node::Kind kind, TextPosition position) {
    if (expects_key()) return fail(ErrorCode::syntax, "a key must be text", position);
    if (open_.size() >= static_cast<std::size_t>(limits::kDepth)) {
        return fail(ErrorCode::out_of_range,
                    "nested deeper than " + std::to_string(limits::kDepth) + " levels", position);
    }
    Open open;
    open.node.kind = kind;
    open.node.position = position;
    open_.push_back(std::move(open));
    return true;
}

bool NodeBuilder::end() {
    Node node = std::move(open_.back().node);
    open_.pop_back();
    return attach(std::move(node));
}

bool NodeBuilder::key(std::string name, TextPosition position) {
    Open& open = open_.back();
    if (!open.keys.insert(name).second) {
        return fail(ErrorCode::duplicate, "the key \"" + name + "\" stands here twice", position);
    }
    open.pending = Member{std::move(name), {}, position};
    return true;
}

bool NodeBuilder::value(Node node, TextPosition position) {
    node.position = position;
    return attach(std::move(node));
}

bool NodeBuilder::attach(Node node) {
    if (open_.empty()) {
        root_ = std::move(node);
        return true;
    }
    Open& open = open_.back();
    if (open.node.is_sequence()) {
        open.node.items.push_back(std::move(node));
        return true;
    }
    open.pending->value = std::move(node);
    open.node.members.push_back(std::move(*open.pending));
    open.pending.reset();
    return true;
}

bool NodeBuilder::fail(ErrorCode code, std::string message, TextPosition position) {
    if (!error_) error_ = Error{code, std::move(message), {}, pointer_here(), position.line, position.column};
    return false;
}

std::string NodeBuilder::pointer_here() const {
    std::string pointer;
    for (const Open& open : open_) {
        if (open.pending) pointer = child_pointer(pointer, open.pending->key);
        if (open.node.is_sequence()) pointer = child_pointer(pointer, std::to_string(open.node.items.size()));
    }
    return pointer;
}

}  // namespace stowage
