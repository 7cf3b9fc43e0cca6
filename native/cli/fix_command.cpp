// SPDX-License-Identifier: MIT
#include <ostream>
#include <utility>

#include "commands.hpp"
#include "finding_code.hpp"
#include "plan_source.hpp"
#include "shipped_catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/text/fix_cost.hpp"
#include "stowage/text/plan_text.hpp"
#include "terminal_text.hpp"

namespace stowage::cli {
namespace {

/// The fix that a person would be offered first, of each finding with that code.
std::vector<const Fix*> fixes_of(const Estimate& estimate, std::string_view code) {
    std::vector<const Fix*> fixes;
    for (const EnvironmentEstimate& environment : estimate.environments) {
        for (const Finding& finding : environment.findings) {
            if (name_of(finding.code) == code && !finding.fixes.empty())
                fixes.push_back(&finding.fixes.front());
        }
    }
    return fixes;
}

}  // namespace

int fix(const FixOptions& options, const Streams& streams) {
    if (find_rule(options.code) == nullptr) return refuse_code("fix", options.code, streams);
    const auto plan = load_plan(options, streams.in);
    if (!plan) return refuse(plan.error(), streams);
    const Estimate figures = estimate(*plan, shipped_catalogue());
    Plan mended = *plan;
    for (const Fix* fix : fixes_of(figures, options.code)) {
        const std::string told = FixCosts(mended, shipped_catalogue()).label_of(*fix);
        auto changed = with_fields(mended, fix->edits);
        if (!changed) return refuse({fix->label, {}, changed.error()}, streams);
        mended = *std::move(changed);
        streams.err << printable(told) << '\n';
    }
    if (mended == *plan) streams.err << "no finding with the code " << options.code << " has a fix\n";
    streams.out << write_plan_yaml(mended);
    return kFine;
}

}  // namespace stowage::cli
