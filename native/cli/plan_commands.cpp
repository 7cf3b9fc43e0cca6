// SPDX-License-Identifier: MIT
//
// Commands that read a plan and write a document: check, report, share, open.
#include <ostream>

#include "colour.hpp"
#include "commands.hpp"
#include "plan_source.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/builtin_catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/text/estimate_text.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::cli {
namespace {

void print_findings_json(const Plan& plan, const Estimate& estimate, std::ostream& out) {
    Node findings = Node::sequence();
    for (Node& environment : estimate_node(plan, estimate).find("environments")->items) {
        for (Node& finding : environment.find("findings")->items)
            findings.items.push_back(std::move(finding));
    }
    Node document = Node::map();
    document.add("findings", std::move(findings));
    out << write_json(document);
}

}  // namespace

int check(const CheckOptions& options, const Streams& streams) {
    const auto plan = load_plan(options.plan, streams);
    if (!plan) return kUsage;
    const Estimate figures = estimate(*plan, shipped_catalogue());
    if (options.json) {
        print_findings_json(*plan, figures, streams.out);
    } else {
        for (const EnvironmentEstimate& environment : figures.environments) {
            for (const Finding& finding : environment.findings) {
                streams.out << coloured(name_of(finding.severity), finding.severity, streams) << ' '
                            << name_of(finding.code) << ' ' << finding.where << ": " << finding.message
                            << '\n';
            }
        }
        if (count_findings(figures, Severity::info) == 0) streams.out << "nothing found\n";
    }
    const Severity limit = options.fail_on == "warning" ? Severity::warning : Severity::error;
    return count_findings(figures, limit) > 0 ? kFindings : kFine;
}

int write_report(const ReportOptions& options, const Streams& streams) {
    const auto plan = load_plan(options.plan, streams);
    if (!plan) return kUsage;
    const ReportFormat format = options.format == "csv"    ? ReportFormat::csv
                                : options.format == "json" ? ReportFormat::json
                                                           : ReportFormat::markdown;
    const Catalogue& catalogue = shipped_catalogue();
    streams.out << report(*plan, estimate(*plan, catalogue), catalogue, format);
    return kFine;
}

int share(const ShareOptions& options, const Streams& streams) {
    const auto plan = load_plan(options.plan, streams);
    if (!plan) return kUsage;
    const std::string link = options.base + encode_link(with_prices_used(*plan, shipped_catalogue()));
    streams.out << link << '\n';
    if (link.size() > kLongestLinkLength) {
        streams.err << "the link has " << link.size() << " characters; chat programs cut links above "
                    << kLongestLinkLength << ", so send the plan as a file\n";
    }
    return kFine;
}

int open_link(const OpenOptions& options, const Streams& streams) {
    const auto plan = decode_link(options.link);
    if (!plan) {
        for (const Error& error : plan.error()) streams.err << "link: " << to_text(error) << '\n';
        return kUsage;
    }
    streams.out << (options.json ? write_plan_json(*plan) : write_plan_yaml(*plan));
    return kFine;
}

}  // namespace stowage::cli
