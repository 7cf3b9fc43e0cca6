// SPDX-License-Identifier: MIT
#include <algorithm>

#include "named_codec.hpp"
#include "plan_fields.hpp"

namespace stowage {
namespace {

bool read_condition(const Node& node, std::size_t number, std::vector<Condition>& conditions,
                    Decoding& decoding) {
    const Decoding::Scope scope(decoding, std::to_string(number));
    return Codec<Condition>::read(node, conditions.emplace_back(), decoding);
}

/// A list of conditions, or one text with commas between them.
bool read_conditions(const Node& node, std::vector<Condition>& conditions, Decoding& decoding) {
    conditions.clear();
    if (node.is_sequence()) {
        for (std::size_t i = 0; i < node.items.size() && !decoding.is_full(); ++i)
            read_condition(node.items[i], i, conditions, decoding);
        return !decoding.failed();
    }
    if (!node.is_scalar())
        return decoding.fail(node.position, {ErrorCode::type, "expected a list of conditions"});
    for (std::string_view rest = node.scalar; !rest.empty() && !decoding.is_full();) {
        const auto comma = std::min(rest.find(','), rest.size());
        Node one = Node::text(std::string(rest.substr(0, comma)));
        one.position = node.position;
        if (!Codec<Condition>::read(one, conditions.emplace_back(), decoding)) return false;
        rest.remove_prefix(std::min(comma + 1, rest.size()));
        rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    }
    return !decoding.failed();
}

/// "any" and "all" share a member: the key says how the conditions are joined.
template <class Rule, Join kJoin>
constexpr Field<Rule> conditions_field(std::string_view key, std::string_view help) {
    return {
        key,
        help,
        false,
        [](const Node& node, Rule& rule, Decoding& decoding) {
            rule.join = kJoin;
            return read_conditions(node, rule.conditions, decoding);
        },
        [](const Rule& rule) -> std::optional<Node> {
            if (rule.join != kJoin) return std::nullopt;
            Node list = Node::sequence();
            for (const Condition& condition : rule.conditions) {
                list.items.push_back(Codec<Condition>::write(condition));
            }
            return list;
        },
        [] {
            Node list = Node::map();
            list.add("type", Node::text("array"));
            list.add("items", Codec<Condition>::schema());
            Node text = Node::map();
            text.add("type", Node::text("string"));
            Node schemas = Node::sequence();
            schemas.items = {std::move(list), std::move(text)};
            Node schema = Node::map();
            schema.add("anyOf", std::move(schemas));
            return schema;
        },
    };
}

using ReplicaCount = CountCodec<1, limits::kReplicas>;

constexpr Field<ScaleOut> kScaleOutFields[] = {
    field<&ScaleOut::note, NoteCodec>("note", kKeptNoteHelp),
    conditions_field<ScaleOut, Join::any>("any", "Add when one of these conditions holds."),
    conditions_field<ScaleOut, Join::all>("all", "Add when all of these conditions hold."),
    field<&ScaleOut::add, ReplicaCount>("add", "How many replicas to add; 1 when absent."),
    field<&ScaleOut::max, OptionalCodec<ReplicaCount>>("max", "The most replicas."),
    field<&ScaleOut::cooldown>("cooldown", "How long to wait after an action, such as 5m."),
    field<&ScaleOut::start_up>("start_up", "How long a new replica takes until it serves, such as 30s."),
};

constexpr Field<ScaleIn> kScaleInFields[] = {
    field<&ScaleIn::note, NoteCodec>("note", kKeptNoteHelp),
    conditions_field<ScaleIn, Join::any>("any", "Remove when one of these conditions holds."),
    conditions_field<ScaleIn, Join::all>("all", "Remove when all of these conditions hold."),
    field<&ScaleIn::remove, ReplicaCount>("remove", "How many replicas to remove; 1 when absent."),
    field<&ScaleIn::min, ReplicaCount>("min", "The fewest replicas; 1 when absent."),
    field<&ScaleIn::cooldown>("cooldown", "How long to wait after an action, such as 5m."),
};

bool joins_once(const Node& node, Decoding& decoding) {
    if (!node.is_map() || (node.find("any") != nullptr) != (node.find("all") != nullptr)) return true;
    return decoding.fail(node.position, {ErrorCode::missing, "a rule joins its conditions by any or by all",
                                         "one of the keys any and all, with a list of conditions"});
}

Node with_one_join(Node schema) {
    Node joins = Node::sequence();
    for (const std::string_view join : {"any", "all"}) {
        Node keys = Node::sequence();
        keys.items.push_back(Node::text(std::string(join)));
        joins.items.push_back(Node::map());
        joins.items.back().add("required", std::move(keys));
    }
    schema.add("oneOf", std::move(joins));
    return schema;
}

}  // namespace

template <>
std::span<const Field<ScaleOut>> fields_of() {
    return kScaleOutFields;
}
template <>
std::span<const Field<ScaleIn>> fields_of() {
    return kScaleInFields;
}

bool Codec<ScaleOut>::read(const Node& node, ScaleOut& value, Decoding& decoding) {
    return joins_once(node, decoding) && read_object(node, value, decoding);
}
Node Codec<ScaleOut>::write(const ScaleOut& value) { return write_object(value); }
Node Codec<ScaleOut>::schema() { return with_one_join(schema_of_object<ScaleOut>()); }

bool Codec<ScaleIn>::read(const Node& node, ScaleIn& value, Decoding& decoding) {
    return joins_once(node, decoding) && read_object(node, value, decoding);
}
Node Codec<ScaleIn>::write(const ScaleIn& value) { return write_object(value); }
Node Codec<ScaleIn>::schema() { return with_one_join(schema_of_object<ScaleIn>()); }

}  // namespace stowage
