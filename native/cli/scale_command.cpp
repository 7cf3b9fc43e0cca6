// SPDX-License-Identifier: MIT
#include <ostream>
#include <string>

#include "commands.hpp"
#include "plan_heading.hpp"
#include "plan_source.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/scaling_text.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

const char* words_of(std::optional<bool> holds) {
    if (!holds) return "unknown";
    return *holds ? "holds" : "does not hold";
}

void print_conditions(const RuleVerdict& verdict, std::ostream& out) {
    Table table("lll");
    for (const ConditionVerdict& one : verdict.conditions) {
        table.row({{format_condition(one.condition)}, {words_of(one.holds())}, {show_figure(one)}});
    }
    table.print(out, false, kIndent);
}

void print_answer(const Environment& environment, const ScalingAnswer& answer, std::ostream& out) {
    const Service& service = environment.services[answer.service];
    out << printable(heading_of(environment) + ": the rule of " + label_of(service)) << ' '
        << words_of(answer.verdict.firing) << (answer.predicted ? " at the load of the plan" : "") << "\n\n";
    print_conditions(answer.verdict, out);
    if (!answer.action) return;
    out << '\n';
    for (const std::string& line : action_sentences(environment, answer.service, *answer.action))
        out << std::string(kIndent, ' ') << printable(line) << '\n';
}

}  // namespace

int show_scaling(const ScaleOptions& options, const Streams& streams) {
    ScalingQuestion question{std::nullopt, options.service, options.environment};
    if (!options.metrics.empty()) {
        const auto metrics = parse_metrics(options.metrics);
        if (!metrics) return refuse_question("scale", metrics.error(), streams);
        question.metrics = *metrics;
    }
    const auto plan = load_plan(options, streams.in);
    if (!plan) return refuse(plan.error(), streams);
    const Estimate figures = estimate(*plan, shipped_catalogue());
    const auto answers = answer(question, *plan, figures, shipped_catalogue());
    if (!answers) return refuse_question("scale", answers.error(), streams);
    if (options.json) {
        streams.out << write_json(scaling_node(*plan, *answers));
        return kFine;
    }
    if (answers->empty()) streams.out << "No service of the plan has a scaling rule (scale_out).\n";
    bool first = true;
    for (const ScalingAnswer& one : *answers) {
        if (!first) streams.out << '\n';
        print_answer(plan->environments[one.environment], one, streams.out);
        first = false;
    }
    return kFine;
}

}  // namespace stowage::cli
