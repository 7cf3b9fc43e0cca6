// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "fixtures.hpp"
#include "small_catalogue.hpp"

namespace stowage::test {

/// findings_text() of an environment `e` of provider "cloud" in "east" with these settings, priced by the
/// small catalogue.
inline std::string findings_with(const std::string& settings, const std::string& prices = {}) {
    const Plan plan = plan_of("stowage: 0\n" + prices + "environments: {e: {provider: cloud, region: east, " +
                              settings + "}}");
    const Estimate figures = estimate(plan, small_catalogue());
    return figures.environments.empty() ? "no environment" : findings_text(figures.environments.front());
}

/// Those of one code: "SEVERITY: MESSAGE", one a line.
inline std::string findings_with(const std::string& settings, FindingCode code) {
    const Plan plan =
        plan_of("stowage: 0\nenvironments: {e: {provider: cloud, region: east, " + settings + "}}");
    return findings_text(estimate(plan, small_catalogue()).environments.front(), code);
}

/// The pointers of the findings with that name, one a line.
inline std::string places_of(const std::string& settings, std::string_view name) {
    const Plan plan =
        plan_of("stowage: 0\nenvironments: {e: {provider: cloud, region: east, " + settings + "}}");
    std::string text;
    for (const EnvironmentEstimate& environment : estimate(plan, small_catalogue()).environments) {
        for (const Finding& finding : environment.findings) {
            if (name_of(finding.code) == name) text += finding.where + "\n";
        }
    }
    return text;
}

}  // namespace stowage::test
