// SPDX-License-Identifier: MIT
//
// Reading and changing one setting of a plan by its JSON pointer: only the object that holds it is written
// out, changed and decoded again, through the same table as a file.
#include <algorithm>

#include "codec/plan_fields.hpp"
#include "field_edits.hpp"
#include "stowage/references.hpp"
#include "stowage/text/plan_text.hpp"
#include "utf8.hpp"

namespace stowage {
namespace {

using Tokens = std::span<const std::string>;

/// Calls visit(object, object's pointer, tokens below it) for the object of the plan that holds the setting.
/// False when the pointer leads to none.
template <class PlanRef, class Visit>
bool visit_holder(PlanRef& plan, Tokens tokens, const Visit& visit) {
    if (tokens.empty()) return false;
    if (tokens[0] != "environments") {
        visit(plan, std::string(), tokens);
        return true;
    }
    if (tokens.size() < 3) return false;
    auto* environment = find_named(plan.environments, tokens[1]);
    if (environment == nullptr) return false;
    const std::string at = child_pointer("/environments", tokens[1]);
    const auto in_list = [&](auto& list) {
        if (tokens.size() < 5) return false;
        auto* element = find_named(list, tokens[3]);
        if (element == nullptr) return false;
        visit(*element, child_pointer(child_pointer(at, tokens[2]), tokens[3]), tokens.subspan(4));
        return true;
    };
    if (tokens[2] == "servers") return in_list(environment->servers);
    if (tokens[2] == "services") return in_list(environment->services);
    if (tokens[2] == "managed") return in_list(environment->managed);
    visit(*environment, at, tokens.subspan(2));
    return true;
}

/// Puts the scalar under the keys, making maps on the way; empty text removes it, and maps that become empty.
void put(Node& node, Tokens keys, std::string_view text) {
    if (!node.is_map()) {
        if (text.empty()) return;  // nothing of what a word or a number stands for can be taken away
        node = Node::map();
    }
    const std::string& key = keys.front();
    Node* child = node.find(key);
    if (keys.size() == 1) {
        if (text.empty()) {
            node.remove(key);
        } else if (child != nullptr) {
            *child = Node::text(std::string(text));  // in its place: the order of calls is the user's
        } else {
            node.add(key, Node::text(std::string(text)));
        }
        return;
    }
    if (child == nullptr) child = &node.add(key, Node::map());
    put(*child, keys.subspan(1), text);
    if (child->is_map() && child->members.empty()) node.remove(key);
}

std::optional<Error> unreadable(std::string_view pointer, std::string_view text) {
    if (text.size() > limits::kTextBytes || find_invalid_utf8(text)) {
        return Error{ErrorCode::syntax, "the text is too long or not UTF-8", {}, std::string(pointer)};
    }
    return std::nullopt;
}

/// The object without its lists of named objects, which a setting of its own does not touch.
struct Lists {
    std::vector<Server> servers;
    std::vector<Service> services;
    std::vector<Managed> managed;
    std::vector<Environment> environments;
};

template <class Object>
Lists take_lists(Object& object) {
    Lists lists;
    if constexpr (std::is_same_v<Object, Environment>) {
        std::swap(lists.servers, object.servers);
        std::swap(lists.services, object.services);
        std::swap(lists.managed, object.managed);
    }
    if constexpr (std::is_same_v<Object, Plan>) std::swap(lists.environments, object.environments);
    return lists;
}

template <class Object>
void give_lists_back(Object& object, Lists lists) {
    if constexpr (std::is_same_v<Object, Environment>) {
        object.servers = std::move(lists.servers);
        object.services = std::move(lists.services);
        object.managed = std::move(lists.managed);
    }
    if constexpr (std::is_same_v<Object, Plan>) object.environments = std::move(lists.environments);
}

template <class Object>
constexpr bool kIsNamed = requires(Object object) {
    object.name;
}
&&!std::is_same_v<Object, Plan>;

template <class Object>
void add_helps(std::vector<SettingHelp>& helps, std::string_view of) {
    for (const Field<Object>& field : fields_of<Object>()) helps.push_back({of, field.key, field.help});
}

/// Puts the text into the plan. What refers to other objects is not checked yet.
Errors set_field(Plan& plan, std::string_view pointer, std::string_view text) {
    if (auto error = unreadable(pointer, text)) return {*std::move(error)};
    Errors errors;
    const auto tokens = pointer_tokens(pointer);
    const bool found = visit_holder(plan, tokens, [&](auto& object, const std::string& at, Tokens keys) {
        using Object = std::remove_cvref_t<decltype(object)>;
        Lists lists = take_lists(object);
        Node node = write_object(object);
        put(node, keys, text);
        Object decoded;
        if constexpr (kIsNamed<Object>) decoded.name = object.name;
        Decoding decoding(at);
        if (!read_object(node, decoded, decoding)) errors = decoding.take_errors();
        object = std::move(decoded);
        give_lists_back(object, std::move(lists));
    });
    if (!found) return {{ErrorCode::unknown_key, "the plan has no such place", {}, std::string(pointer)}};
    return errors;
}

}  // namespace

std::vector<SettingHelp> setting_helps() {
    std::vector<SettingHelp> helps;
    add_helps<Plan>(helps, "plan");
    add_helps<Environment>(helps, "environment");
    add_helps<Server>(helps, "server");
    add_helps<OwnedCost>(helps, "own machine");
    add_helps<Service>(helps, "service");
    add_helps<Load>(helps, "load");
    add_helps<ScaleOut>(helps, "scale_out");
    add_helps<ScaleIn>(helps, "scale_in");
    add_helps<Managed>(helps, "managed service");
    add_helps<Network>(helps, "network");
    add_helps<OwnPrice>(helps, "own price");
    return helps;
}

Result<Plan, Errors> with_field(const Plan& plan, std::string_view pointer, std::string_view text) {
    return with_fields(plan, {{std::string(pointer), std::string(text)}});
}

Result<Plan, Errors> with_fields(const Plan& plan, const std::vector<FieldEdit>& edits) {
    Plan changed = plan;
    Errors errors = set_fields(changed, edits);
    if (errors.empty()) errors = check_references(changed);
    if (!errors.empty()) return errors;
    return changed;
}

Errors set_fields(Plan& plan, const std::vector<FieldEdit>& edits) {
    for (const FieldEdit& edit : edits) {
        Errors errors = set_field(plan, edit.pointer, edit.text);
        if (!errors.empty()) return errors;
    }
    return {};
}

std::string field_text(const Plan& plan, std::string_view pointer) {
    std::string text;
    const auto tokens = pointer_tokens(pointer);
    visit_holder(plan, tokens, [&](const auto& object, const std::string&, Tokens keys) {
        using Object = std::remove_cvref_t<decltype(object)>;
        const auto* field = find_field<Object>(keys.front());
        if (field == nullptr) return;
        const auto value = field->write(object);
        const Node* node = value ? &*value : nullptr;
        for (const std::string& key : keys.subspan(1)) {
            if (node != nullptr) node = node->find(key);
        }
        if (node != nullptr && node->is_scalar()) text = node->scalar;
    });
    return text;
}

std::string field_text(const Load& load, std::string_view key) {
    const auto* field = find_field<Load>(key);
    const auto value = field == nullptr ? std::nullopt : field->write(load);
    return value && value->is_scalar() ? value->scalar : std::string();
}

std::string_view field_help(std::string_view pointer) {
    const auto tokens = pointer_tokens(pointer);
    const auto help_of = [](const auto* field) {
        return field == nullptr ? std::string_view{} : field->help;
    };
    if (tokens.empty()) return {};
    if (tokens.size() == 4 && tokens[1] == "own") return help_of(find_field<OwnPrice>(tokens[3]));
    if (tokens[0] != "environments") return help_of(find_field<Plan>(tokens[0]));
    if (tokens.size() == 4 && tokens[2] == "network") return help_of(find_field<Network>(tokens[3]));
    if (tokens.size() == 6 && tokens[4] == "cost") return help_of(find_field<OwnedCost>(tokens[5]));
    if (tokens.size() >= 5 && tokens[2] == "servers") return help_of(find_field<Server>(tokens[4]));
    if (tokens.size() == 6 && tokens[4] == "load") return help_of(find_field<Load>(tokens[5]));
    if (tokens.size() == 6 && tokens[4] == "scale_out") return help_of(find_field<ScaleOut>(tokens[5]));
    if (tokens.size() == 6 && tokens[4] == "scale_in") return help_of(find_field<ScaleIn>(tokens[5]));
    if (tokens.size() >= 5 && tokens[2] == "services") return help_of(find_field<Service>(tokens[4]));
    if (tokens.size() >= 5 && tokens[2] == "managed") return help_of(find_field<Managed>(tokens[4]));
    return tokens.size() >= 3 ? help_of(find_field<Environment>(tokens[2])) : std::string_view{};
}

}  // namespace stowage
