// SPDX-License-Identifier: MIT
#include <ostream>

#include "commands.hpp"
#include "plan_source.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/text/estimate_text.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

/// {"errors": [...]}: why the text is no plan, for an editor or a pipeline.
void print_errors_json(const Errors& errors, std::ostream& out) {
    Node document = Node::map();
    document.add("errors", errors_node(errors));
    out << write_json(document);
}

/// {"findings": [...]} of all environments.
void print_findings_json(const Plan& plan, const Estimate& estimate, std::ostream& out) {
    Node findings = Node::sequence();
    Node estimated = estimate_node(plan, estimate, shipped_catalogue());
    for (Node& environment : estimated.find("environments")->items) {
        for (Node& finding : environment.find("findings")->items)
            findings.items.push_back(std::move(finding));
    }
    Node document = Node::map();
    document.add("findings", std::move(findings));
    out << write_json(document);
}

void print_findings(const Estimate& estimate, bool colour, std::ostream& out) {
    Table table("lll");
    for (const EnvironmentEstimate& environment : estimate.environments) {
        for (const Finding& finding : environment.findings) {
            table.row({{std::string(name_of(finding.severity)), tone_of(finding.severity)},
                       {std::string(name_of(finding.code))},
                       {finding.where + ": " + finding.message}});
        }
    }
    table.print(out, colour);
}

/// "3 errors, 8 warnings".
std::string counts_of(const Estimate& estimate) {
    std::string text;
    std::size_t counted = 0;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        const std::size_t count = count_findings(estimate, severity) - counted;
        counted += count;
        if (count == 0) continue;
        if (!text.empty()) text += ", ";
        text += std::to_string(count) + " " + std::string(name_of(severity)) + (count == 1 ? "" : "s");
    }
    return text;
}

void print_summary(const Estimate& estimate, std::ostream& err) {
    const std::string counts = counts_of(estimate);
    err << (counts.empty() ? "no findings" : counts + "; `stowage explain CODE` tells the rule behind each")
        << '\n';
}

}  // namespace

int check(const CheckOptions& options, const Streams& streams) {
    const auto plan = load_plan(options, streams.in);
    if (!plan) {
        if (options.json && !plan.error().errors.empty()) print_errors_json(plan.error().errors, streams.out);
        return refuse(plan.error(), streams);
    }
    const Estimate figures = estimate(*plan, shipped_catalogue());
    if (options.json) {
        print_findings_json(*plan, figures, streams.out);
    } else {
        print_findings(figures, wants_colour(options.colour, streams), streams.out);
        print_summary(figures, streams.err);
    }
    const Severity limit = options.fail_on == "warning" ? Severity::warning : Severity::error;
    return count_findings(figures, limit) > 0 ? kFindings : kFine;
}

}  // namespace stowage::cli
