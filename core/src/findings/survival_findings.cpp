// SPDX-License-Identifier: MIT
#include "capacity_fixes.hpp"
#include "stowage/survival_text.hpp"

namespace stowage {
namespace {

/// A finding that the plan may demand to be an error.
Finding outlook(const Examined& examined, FindingCode code, bool demanded, std::string_view setting,
                std::string message, std::optional<Fix> fix) {
    Finding result = finding(code, child_pointer(child_pointer(examined.pointer(), "survive"), setting),
                             std::move(message));
    if (demanded) result.severity = Severity::error;
    if (fix) result.fixes.push_back(*std::move(fix));
    return result;
}

}  // namespace

void find_survival_problems(const Examined& examined, Findings& findings) {
    const EnvironmentEstimate& estimate = examined.estimate;
    const Survive& demanded = examined.environment.survive;
    if (estimate.server_loss.survived < estimate.server_loss.cases) {
        findings.push_back(outlook(
            examined, FindingCode::server_loss_not_survived, demanded.server_loss, "server_loss",
            loss_sentence(examined.environment, estimate.server_loss, "server"), fix_server_loss(examined)));
    }
    if (estimate.zone_loss.survived < estimate.zone_loss.cases) {
        findings.push_back(outlook(
            examined, FindingCode::zone_loss_not_survived, demanded.zone_loss, "zone_loss",
            loss_sentence(examined.environment, estimate.zone_loss, "zone"), fix_zone_loss(examined)));
    }
    if (!estimate.surges.empty()) {
        findings.push_back(outlook(examined, FindingCode::surge_without_room, demanded.rolling_update,
                                   "rolling_update", surge_sentence(examined.environment, estimate.surges),
                                   fix_surges(examined)));
    }
}

}  // namespace stowage
