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

constexpr std::size_t kIndent = 2;

const char* words_of(Firing firing) {
    switch (firing) {
        case Firing::fires: return "fires";
        case Firing::rests: return "does not fire";
        case Firing::undecided: return "depends on what is not known";
    }
    return "";
}

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

std::string counted(std::int64_t count, const std::string& one) {
    return std::to_string(count) + " " + one + (count == 1 ? "" : "s");
}

/// What the action would do, a sentence a line.
std::vector<std::string> sentences_of(const Environment& environment, const ScalingAction& action,
                                      std::int64_t replicas) {
    if (action.added == 0) return {"No replica is added: it has the most that the rule allows."};
    std::vector<std::string> lines{"Adds " + counted(action.added, "replica") + ": " +
                                   std::to_string(replicas) + " to " +
                                   std::to_string(replicas + action.added) + "."};
    const auto label = [&](std::uint32_t server) { return label_of(environment.servers[server]); };
    for (const PoolRoom& pool : action.pools)
        lines.push_back(label(pool.server) + " takes " + std::to_string(pool.replicas) + ".");
    for (const PoolShortage& shortage : action.shortages)
        lines.push_back(label(shortage.server) + ": " + show_move_room(shortage.room) + ".");
    if (action.shortages.empty()) {
        lines.push_back("The cost stays " + show_cost(action.cost) + " a month.");
    } else if (action.machines) {
        lines.push_back("With " + counted(action.machines->count, "more machine") + " in " +
                        label(action.machines->server) + " it fits: " + show_cost(action.machines->cost) +
                        " a month instead of " + show_cost(action.cost) + ".");
    } else {
        lines.emplace_back("No number of machines of these sizes makes room.");
    }
    return lines;
}

void print_answer(const Environment& environment, const ScalingAnswer& answer, std::ostream& out) {
    const Service& service = environment.services[answer.service];
    out << printable(heading_of(environment) + ": the rule of " + label_of(service)) << ' '
        << words_of(answer.verdict.firing) << (answer.predicted ? " at the load of the plan" : "") << "\n\n";
    print_conditions(answer.verdict, out);
    if (!answer.action) return;
    out << '\n';
    for (const std::string& line : sentences_of(environment, *answer.action, service.replicas))
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
