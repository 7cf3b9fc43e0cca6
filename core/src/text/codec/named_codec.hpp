// SPDX-License-Identifier: MIT
//
// Objects by name: {app: {...}, db: {...}}. The names are the keys; the order is kept.
#pragma once

#include "field.hpp"

namespace stowage {

/// What stands under a name: an object with its own field table.
template <class Object>
struct NamedObject {
    static bool read(const Node& node, Object& object, Decoding& decoding) {
        return read_object(node, object, decoding);
    }
    static Node write(const Object& object) { return write_object(object); }
    static Node schema() { return schema_of_object<Object>(); }
};

/// What stands under a name: one scalar that goes into a member.
template <auto kMember, class C = Codec<decltype(value_of(kMember))>>
struct NamedScalar {
    template <class Object>
    static bool read(const Node& node, Object& object, Decoding& decoding) {
        return C::read(node, object.*kMember, decoding);
    }
    template <class Object>
    static Node write(const Object& object) {
        return C::write(object.*kMember);
    }
    static Node schema() { return C::schema(); }
};

template <class Element, class Name, class Content, std::int64_t kMost>
struct NamedCodec {
    static bool read(const Node& node, std::vector<Element>& list, Decoding& decoding) {
        if (!node.is_map()) return decoding.fail(node.position, {ErrorCode::type, "expected a map by name"});
        if (static_cast<std::int64_t>(node.members.size()) > kMost) {
            return decoding.fail(node.position,
                                 {ErrorCode::out_of_range, std::to_string(node.members.size()) + " entries",
                                  "at most " + std::to_string(kMost)});
        }
        list.clear();
        list.reserve(node.members.size());
        for (const Member& member : node.members) {
            if (decoding.is_full()) break;
            const Decoding::Scope scope(decoding, member.key);
            Node name = Node::text(member.key);
            name.position = member.position;
            Element element;
            Name::read(name, element.name, decoding);
            Content::read(member.value, element, decoding);
            list.push_back(std::move(element));
        }
        return !decoding.failed();
    }
    static Node write(const std::vector<Element>& list) {
        Node node = Node::map();
        for (const Element& element : list) node.add(element.name, Content::write(element));
        return node;
    }
    static Node schema() {
        Node schema = Node::map();
        schema.add("type", Node::text("object"));
        schema.add("maxProperties", Node::number(kMost));
        Node names = Name::schema();
        names.remove("type");  // a key is always a text
        schema.add("propertyNames", std::move(names));
        schema.add("additionalProperties", Content::schema());
        return schema;
    }
};

template <class Object, std::int64_t kMost>
using NamedObjects = NamedCodec<Object, NameCodec, NamedObject<Object>, kMost>;

}  // namespace stowage
