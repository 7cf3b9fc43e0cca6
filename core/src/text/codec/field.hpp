// SPDX-License-Identifier: MIT
//
// A field table says once what an object of the plan file may hold. Reader, writer, schema, the search for
// the nearest key and the editing of one field all work from it.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "codec.hpp"
#include "decoding.hpp"
#include "stowage/refusal.hpp"

namespace stowage {

template <class Object>
struct Field {
    std::string_view key;
    std::string_view help;  ///< one sentence for the schema and the tooltip
    bool required = false;
    bool (*read)(const Node&, Object&, Decoding&) = nullptr;
    /// None when the value is the default, which files and links leave out.
    std::optional<Node> (*write)(const Object&) = nullptr;
    Node (*schema)() = nullptr;
};

/// The table of an object; specialised in plan_fields.cpp.
template <class Object>
std::span<const Field<Object>> fields_of();

/// Whether the object needs this setting in view of its others.
template <class Object>
bool needs_key(const Object& /*object*/, std::string_view /*key*/) {
    return false;
}
/// CPU and memory are derived for the known kinds only.
[[nodiscard]] inline bool needs_key(const Service& service, std::string_view key) {
    return service.kind == ServiceKind::other && (key == "cpu" || key == "memory");
}

[[nodiscard]] inline bool needs_key(const OwnedCost& cost, std::string_view key) {
    return (key == "lifetime" && !cost.purchase.is_zero()) || (key == "electricity" && !cost.power.is_zero());
}

inline constexpr std::string_view kKeptNoteHelp = "A remark; kept, never interpreted.";

enum class Presence { optional, required };

template <class Value, class Object>
Object object_of(Value Object::*);
template <class Value, class Object>
Value value_of(Value Object::*);

/// What a file leaves out. One for all fields of an object: each would construct its own, 60 KB of the page.
template <class Object>
[[gnu::noinline]] const Object& default_of() {
    static const Object kDefault{};
    return kDefault;
}

/// The field of a data member, with the codec of its type unless another is named.
template <auto kMember, class C = Codec<decltype(value_of(kMember))>,
          class Object = decltype(object_of(kMember))>
constexpr Field<Object> field(std::string_view key, std::string_view help,
                              Presence presence = Presence::optional) {
    return {
        key, help, presence == Presence::required,
        [](const Node& node, Object& object, Decoding& decoding) { return C::read(node, object.*kMember, decoding); },
        presence == Presence::required
            ? [](const Object& object) -> std::optional<Node> { return C::write(object.*kMember); }
            : [](const Object& object) -> std::optional<Node> {
                  if (object.*kMember == default_of<Object>().*kMember) return std::nullopt;
                  return C::write(object.*kMember);
              },
        [] { return C::schema(); },
    };
}

/// The known key that differs least from `key`; empty when none is near enough to be a slip of the hand.
[[nodiscard]] std::string_view nearest(std::string_view key, const std::vector<std::string_view>& known);
/// `message`, the nearest of the known words, and all of them as what is accepted.
[[nodiscard]] Error not_one_of(const std::vector<std::string_view>& known, std::string_view word,
                               ErrorCode code, std::string message);

template <class Object>
std::vector<std::string_view> keys_of() {
    std::vector<std::string_view> keys;
    for (const auto& field : fields_of<Object>()) keys.push_back(field.key);
    return keys;
}

template <class Object>
const Field<Object>* find_field(std::string_view key) {
    for (const auto& field : fields_of<Object>()) {
        if (field.key == key) return &field;
    }
    return nullptr;
}

template <class Object>
bool read_object(const Node& node, Object& object, Decoding& decoding) {
    if (!node.is_map() && !node.is_null()) {
        return decoding.fail(node.position, {ErrorCode::type, "expected a map of settings"});
    }
    for (const Member& member : node.members) {
        if (decoding.is_full()) break;
        const Decoding::Scope scope(decoding, member.key);
        const auto* field = find_field<Object>(member.key);
        if (field == nullptr) {
            decoding.fail(member.position, not_one_of(keys_of<Object>(), member.key, ErrorCode::unknown_key,
                                                      "unknown key " + in_quotes(member.key)));
        } else if (!member.value.is_null()) {
            field->read(member.value, object, decoding);
        }
    }
    // What is needed depends on the other settings: it is not asked for where one of them could not be read.
    const bool was_read = !decoding.failed_at_or_below();
    for (const auto& field : fields_of<Object>()) {
        const Node* value = node.find(field.key);
        const bool required = field.required || (was_read && needs_key(object, field.key));
        if (!required || (value != nullptr && !value->is_null())) continue;
        const Decoding::Scope scope(decoding, field.key);
        decoding.fail(node.position,
                      {ErrorCode::missing, std::string(field.key) + " is missing", std::string(field.help)});
    }
    return !decoding.failed();
}

template <class Object>
Node write_object(const Object& object) {
    Node node = Node::map();
    for (const auto& field : fields_of<Object>()) {
        if (auto value = field.write(object)) node.add(std::string(field.key), std::move(*value));
    }
    return node;
}

template <class Object>
Node schema_of_object() {
    Node properties = Node::map();
    Node required = Node::sequence();
    for (const auto& field : fields_of<Object>()) {
        Node schema = field.schema();
        schema.add("description", Node::text(std::string(field.help)));
        properties.add(std::string(field.key), std::move(schema));
        if (field.required) required.items.push_back(Node::text(std::string(field.key)));
    }
    Node schema = Node::map();
    schema.add("type", Node::text("object"));
    schema.add("additionalProperties", Node::boolean(false));
    if (!required.items.empty()) schema.add("required", std::move(required));
    schema.add("properties", std::move(properties));
    return schema;
}

}  // namespace stowage
