// SPDX-License-Identifier: MIT
//
// Commands that need no plan: template, explain, schema.
#include <ostream>

#include "commands.hpp"
#include "finding_code.hpp"
#include "stowage/finding.hpp"
#include "stowage/text/estimate_text.hpp"
#include "stowage/text/node.hpp"
#include "stowage/text/plan_template.hpp"
#include "stowage/text/plan_text.hpp"
#include "suggestion.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

Node text_node(std::string_view text) { return Node::text(std::string(text)); }

int list_templates(const TemplateOptions& options, const Streams& streams) {
    Table table("ll");
    Node list = Node::sequence();
    for (const PlanTemplate& known : plan_templates()) {
        table.row({{std::string(known.name)}, {std::string(known.title)}});
        Node node = Node::map();
        node.add("name", text_node(known.name));
        node.add("title", text_node(known.title));
        list.items.push_back(std::move(node));
    }
    if (options.json) {
        Node document = Node::map();
        document.add("templates", std::move(list));
        streams.out << write_json(document);
    } else {
        table.print(streams.out, false);
    }
    return kFine;
}

Node rule_node(const FindingRule& rule) {
    Node node = Node::map();
    node.add("code", text_node(rule.name));
    node.add("severity", text_node(name_of(rule.severity)));
    node.add("title", text_node(rule.title));
    node.add("meaning", text_node(rule.meaning));
    node.add("remedy", text_node(rule.remedy));
    node.add("source", text_node(rule.source));
    return node;
}

void print_rule(const FindingRule& rule, std::ostream& out) {
    const auto paragraph = [&out](const std::string& text) { out << wrapped(text, kTextWidth) << '\n'; };
    paragraph(std::string(rule.name) + " (" + severity_text(rule) + "): " + std::string(rule.title));
    out << '\n';
    paragraph(std::string(rule.meaning));
    out << '\n';
    paragraph("What to do: " + std::string(rule.remedy));
    paragraph("Source: " + std::string(rule.source) + ".");
}

void print_rules_json(std::ostream& out) {
    Node list = Node::sequence();
    for (const FindingRule& rule : finding_rules()) list.items.push_back(rule_node(rule));
    Node document = Node::map();
    document.add("findings", std::move(list));
    out << write_json(document);
}

void list_rules(std::ostream& out) {
    Table table("lll");
    for (const FindingRule& rule : finding_rules()) {
        table.row(
            {{std::string(rule.name)}, {std::string(name_of(rule.severity))}, {std::string(rule.title)}});
    }
    table.print(out, false);
}

}  // namespace

int show_template(const TemplateOptions& options, const Streams& streams) {
    if (options.name.empty()) return list_templates(options, streams);
    const PlanTemplate* known = find_template(options.name);
    if (known == nullptr) {
        std::vector<std::string> names;
        for (const PlanTemplate& other : plan_templates()) names.emplace_back(other.name);
        streams.err << printable("stowage template: no template is called " + options.name +
                                 did_you_mean(options.name, names))
                    << "\n`stowage template` lists them\n";
        return kUsage;
    }
    if (!options.json) {
        streams.out << known->text;
        return kFine;
    }
    const auto plan = read_plan(known->text);
    if (!plan) return kInternal;
    streams.out << write_plan_json(*plan);
    return kFine;
}

int explain(const ExplainOptions& options, const Streams& streams) {
    if (!options.code.empty() && !options.all) {
        const FindingRule* rule = find_rule(options.code);
        if (rule == nullptr) return refuse_code("explain", options.code, streams);
        if (options.json) {
            streams.out << write_json(rule_node(*rule));
        } else {
            print_rule(*rule, streams.out);
        }
    } else if (options.json) {
        print_rules_json(streams.out);
    } else if (options.all) {
        streams.out << findings_document();
    } else {
        list_rules(streams.out);
    }
    return kFine;
}

int show_schema(const SchemaOptions&, const Streams& streams) {
    streams.out << plan_schema();
    return kFine;
}

}  // namespace stowage::cli
