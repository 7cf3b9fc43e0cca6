// SPDX-License-Identifier: MIT
#include "report_formats.hpp"

#include <algorithm>
#include <functional>

#include "stowage/sort_by.hpp"
#include "stowage/text/estimate_text.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage {
namespace {

std::string json_report(const Plan& plan, const Estimate& estimate, const Catalogue& catalogue) {
    Node snapshot = Node::map();
    snapshot.add("snapshot", Node::text(catalogue.snapshot()));
    Node node = Node::map();
    node.add("catalogue", std::move(snapshot));
    node.add("plan", plan_node(plan));
    node.add("estimate", estimate_node(plan, estimate, catalogue));
    return write_json(node);
}

}  // namespace

std::string report(const Plan& plan, const Estimate& estimate, const Catalogue& catalogue,
                   ReportFormat format) {
    switch (format) {
        case ReportFormat::markdown: return markdown_report(plan, estimate, catalogue);
        case ReportFormat::csv: return csv_report(plan, estimate);
        case ReportFormat::json: return json_report(plan, estimate, catalogue);
    }
    return {};
}

std::vector<std::uint32_t> servers_running(const EnvironmentEstimate& estimate, std::uint32_t service) {
    std::vector<std::uint32_t> servers;
    for (const Placed& placed : replicas_of(estimate.placement, service)) servers.push_back(placed.server);
    sort_by(servers, std::less<>{});
    servers.erase(std::unique(servers.begin(), servers.end()), servers.end());
    return servers;
}

std::string findings_document() {
    std::string text =
        "# Findings\n\n"
        "Written by `stowage explain --all`; a test compares. Severities: an error means that the plan "
        "cannot work as "
        "stated, a warning that it may hurt, an info that something is good to know.\n";
    for (const FindingRule& rule : finding_rules()) {
        text += "\n## " + std::string(rule.name) + "\n\n";
        text += "**" + std::string(rule.title) + "** (" + severity_text(rule) + ")\n\n";
        text += std::string(rule.meaning) + "\n\n";
        text += "What to do: " + std::string(rule.remedy) + "\n\n";
        text += "Source: " + std::string(rule.source) + ".\n";
    }
    return text;
}

}  // namespace stowage
