// SPDX-License-Identifier: MIT
#include "stowage/text/plan_text.hpp"

#include "codec/plan_fields.hpp"
#include "stowage/references.hpp"

namespace stowage {
namespace {

constexpr std::string_view kFormatKey = "stowage";

/// Checks and removes the format number, which is no setting of the plan.
std::optional<Error> take_format(Node& root) {
    const std::string accepted = "stowage: " + std::to_string(kPlanFormat);
    const std::string pointer = child_pointer("", kFormatKey);
    if (!root.is_map()) {
        return Error{ErrorCode::type,    "this is no plan: expected a map of settings",
                     accepted,           {},
                     root.position.line, root.position.column};
    }
    const Node* format = root.find(kFormatKey);
    if (format == nullptr) {
        return Error{
            ErrorCode::missing, "this is no plan: the format number is missing", accepted, pointer, 1, 1};
    }
    const TextPosition at = format->position;
    const auto number = parse_decimal(format->scalar);
    if (!number || number->scale != 0 || number->digits < 0) {
        return Error{ErrorCode::type, "the format number must be a whole number", accepted, pointer, at.line,
                     at.column};
    }
    if (number->digits > kPlanFormat) {
        return Error{ErrorCode::version,
                     "written in format " + std::to_string(number->digits) +
                         " by a newer Stowage; this one reads " + std::to_string(kPlanFormat),
                     accepted,
                     pointer,
                     at.line,
                     at.column};
    }
    root.remove(kFormatKey);
    return std::nullopt;
}

/// Where the value at `pointer`, or the nearest thing around it, stands in the text.
TextPosition position_at(const Node& root, std::string_view pointer) {
    const Node* node = &root;
    for (const std::string& token : pointer_tokens(pointer)) {
        const Node* child = node->find(token);
        if (child == nullptr) break;
        node = child;
    }
    return node->position;
}

Errors placed(Errors errors, const Node& root) {
    for (Error& error : errors) {
        const TextPosition at = position_at(root, error.where);
        error.line = at.line;
        error.column = at.column;
    }
    return errors;
}

/// What stands under /prices/own, as the part of a plan that it would be.
Node plan_around(Node list) {
    const TextPosition start = list.position;
    Node prices = Node::map();
    prices.position = start;
    prices.add("own", std::move(list));
    Node root = Node::map();
    root.position = start;
    root.add("prices", std::move(prices));
    return root;
}

void put_own_price(Plan& plan, const OwnPrice& row) {
    if (OwnPrice* known = find_named(plan.prices.own, row.name)) {
        *known = row;
    } else {
        plan.prices.own.push_back(row);
    }
}

}  // namespace

Result<Plan, Errors> read_plan(std::string_view text) {
    auto document = read_document(text);
    if (!document) return Errors{document.error()};
    Node root = *std::move(document);
    if (auto error = take_format(root)) return Errors{*std::move(error)};
    Plan plan;
    Decoding decoding;
    if (!read_object(root, plan, decoding)) return decoding.take_errors();
    Errors errors = check_references(plan);
    if (errors.empty()) return plan;
    return placed(std::move(errors), root);
}

Result<Plan, Errors> with_price_list(Plan plan, std::string_view list) {
    auto document = read_document(list);
    if (!document) return Errors{document.error()};
    const Node root = plan_around(*std::move(document));
    Plan priced;
    Decoding decoding;
    if (!read_object(root, priced, decoding)) return decoding.take_errors();
    Errors errors = check_references(priced);
    if (!errors.empty()) return placed(std::move(errors), root);
    for (const OwnPrice& row : priced.prices.own) put_own_price(plan, row);
    if (static_cast<std::int64_t>(plan.prices.own.size()) <= limits::kOwnPrices) return plan;
    return Errors{{ErrorCode::out_of_range,
                   "with the plan's own there are " + std::to_string(plan.prices.own.size()) + " own prices",
                   "at most " + std::to_string(limits::kOwnPrices), "/prices/own", root.position.line,
                   root.position.column}};
}

Node plan_node(const Plan& plan) {
    Node root = Node::map();
    root.add(std::string(kFormatKey), Node::number(kPlanFormat));
    Node settings = write_object(plan);
    for (Member& member : settings.members) root.members.push_back(std::move(member));
    return root;
}

std::string write_plan_yaml(const Plan& plan) { return write_yaml(plan_node(plan)); }
std::string write_plan_json(const Plan& plan) { return write_json(plan_node(plan)); }
std::string write_plan_compact_json(const Plan& plan) { return write_compact_json(plan_node(plan)); }

std::string plan_schema() {
    Node schema = Node::map();
    schema.add("$schema", Node::text("https://json-schema.org/draft/2020-12/schema"));
    schema.add("title", Node::text("Stowage plan, format " + std::to_string(kPlanFormat)));
    Node body = schema_of_object<Plan>();
    Node format = Node::map();
    format.add("const", Node::number(kPlanFormat));
    format.add("description", Node::text("The format of this file."));
    Node& properties = *body.find("properties");
    properties.members.insert(properties.members.begin(),
                              Member{std::string(kFormatKey), std::move(format), {}});
    Node required = Node::sequence();
    required.items.push_back(Node::text(std::string(kFormatKey)));
    schema.add("required", std::move(required));
    for (Member& member : body.members) schema.members.push_back(std::move(member));
    return write_json(schema);
}

}  // namespace stowage
