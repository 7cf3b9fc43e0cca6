// SPDX-License-Identifier: MIT
//
// Commands that turn a plan into another document: report, convert, share, open.
#include <ostream>

#include "commands.hpp"
#include "plan_source.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/text/estimate_text.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::cli {
namespace {

int print_plan(const Result<Plan, Unreadable>& plan, bool json, const Streams& streams) {
    if (!plan) return refuse(plan.error(), streams);
    streams.out << (json ? write_plan_json(*plan) : write_plan_yaml(*plan));
    return kFine;
}

}  // namespace

int write_report(const ReportOptions& options, const Streams& streams) {
    const auto plan = load_plan(options, streams.in);
    if (!plan) return refuse(plan.error(), streams);
    const ReportFormat format = options.format == "csv"    ? ReportFormat::csv
                                : options.format == "json" ? ReportFormat::json
                                                           : ReportFormat::markdown;
    const Catalogue& catalogue = shipped_catalogue();
    streams.out << report(*plan, estimate(*plan, catalogue), catalogue, format);
    return kFine;
}

int convert(const ConvertOptions& options, const Streams& streams) {
    return print_plan(load_plan(options, streams.in), options.json, streams);
}

int open_link(const OpenOptions& options, const Streams& streams) {
    return print_plan(load_link(options.link, streams.in), options.json, streams);
}

int share(const ShareOptions& options, const Streams& streams) {
    if (options.base.find_first_of("# \t\r\n") != std::string::npos) {
        streams.err << "stowage share: --base takes the address of the page without # and without spaces\n";
        return kUsage;
    }
    const auto plan = load_plan(options, streams.in);
    if (!plan) return refuse(plan.error(), streams);
    const std::string link = options.base + encode_link(with_prices_used(*plan, shipped_catalogue()));
    streams.out << link << '\n';
    if (link.size() > kLongestLinkLength) {
        streams.err << "the link has " << link.size() << " characters; chat programs cut links above "
                    << kLongestLinkLength << ", so send the plan as a file\n";
    }
    return kFine;
}

}  // namespace stowage::cli
