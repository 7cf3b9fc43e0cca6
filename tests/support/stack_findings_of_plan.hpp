// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "fixtures.hpp"

namespace stowage::test {

/// Findings about the settings of a kind, of an environment with these settings on the shipped catalogue:
/// "SEVERITY CODE at PLACE: MESSAGE" one a line, and below each its fixes as "  LABEL: PLACE = TEXT", places
/// without the environment's.
inline std::string stack_findings_with(const std::string& settings) {
    const Plan plan = plan_of("stowage: 0\nenvironments: {e: {" + settings + "}}");
    const Estimate figures = estimate(plan, catalogue());
    const auto place = [](const std::string& pointer) {
        return pointer.substr(std::string("/environments/e/").size());
    };
    std::string text;
    for (const Finding& finding : figures.environments.front().findings) {
        if (finding.code < FindingCode::too_many_workers ||
            finding.code > FindingCode::setting_without_effect)
            continue;
        text += std::string(name_of(finding.severity)) + " " + std::string(name_of(finding.code)) + " at " +
                place(finding.where) + ": " + finding.message + "\n";
        for (const Fix& fix : finding.fixes) {
            text += "  " + fix.label + ":";
            for (const FieldEdit& edit : fix.edits) text += " " + place(edit.pointer) + " = " + edit.text;
            text += "\n";
        }
    }
    return text;
}

}  // namespace stowage::test
