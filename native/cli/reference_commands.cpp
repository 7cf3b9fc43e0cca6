// SPDX-License-Identifier: MIT
//
// Commands that need no plan: template, explain, schema.
#include <ostream>

#include "commands.hpp"
#include "stowage/finding.hpp"
#include "stowage/text/estimate_text.hpp"
#include "stowage/text/node.hpp"
#include "stowage/text/plan_template.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::cli {
namespace {

void print_rule(const FindingRule& rule, std::ostream& out) {
    out << rule.name << " (" << name_of(rule.severity) << "): " << rule.title << "\n\n"
        << rule.meaning << "\n\nWhat to do: " << rule.remedy << "\nSource: " << rule.source << ".\n";
}

Node rule_node(const FindingRule& rule) {
    Node node = Node::map();
    node.add("code", Node::text(std::string(rule.name)));
    node.add("severity", Node::text(std::string(name_of(rule.severity))));
    node.add("title", Node::text(std::string(rule.title)));
    node.add("meaning", Node::text(std::string(rule.meaning)));
    node.add("remedy", Node::text(std::string(rule.remedy)));
    node.add("source", Node::text(std::string(rule.source)));
    return node;
}

}  // namespace

int show_template(const TemplateOptions& options, const Streams& streams) {
    if (options.name.empty()) {
        for (const PlanTemplate& known : plan_templates())
            streams.out << known.name << "  " << known.title << '\n';
        return kFine;
    }
    const PlanTemplate* known = find_template(options.name);
    if (known == nullptr) {
        streams.err << options.name << ": no such template; `stowage template` lists them\n";
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
    if (options.all) {
        streams.out << findings_document();
        return kFine;
    }
    const FindingRule* rule = find_rule(options.code);
    if (rule == nullptr) {
        if (!options.code.empty()) streams.err << options.code << ": no such finding code. ";
        streams.err << "The codes are:\n";
        for (const FindingRule& known : finding_rules()) streams.err << "  " << known.name << '\n';
        return kUsage;
    }
    if (options.json) {
        streams.out << write_json(rule_node(*rule));
    } else {
        print_rule(*rule, streams.out);
    }
    return kFine;
}

int show_schema(const Streams& streams) {
    streams.out << plan_schema();
    return kFine;
}

}  // namespace stowage::cli
