// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "stowage/builtin_catalogue.hpp"
#include "stowage/catalogue.hpp"
#include "stowage/estimate.hpp"
#include "stowage/text/plan_template.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::test {

/// The shipped catalogue.
inline const Catalogue& catalogue() {
    static const Catalogue kCatalogue = [] {
        auto read = Catalogue::read(assets::catalogue());
        REQUIRE_MESSAGE(read.has_value(), (read ? std::string() : to_text(read.error())));
        return *std::move(read);
    }();
    return kCatalogue;
}

/// A plan that a test knows to be good.
inline Plan plan_of(std::string_view text) {
    auto plan = read_plan(text);
    REQUIRE_MESSAGE(plan.has_value(), (plan ? std::string() : to_text(plan.error().front())));
    return *std::move(plan);
}

/// The built-in example: the document that tests/data/seed.md holds.
inline Plan seed_plan() { return plan_of(find_template("hybrid-django")->text); }

/// What a plan could be told about its capacity without being wrong: most small plans of tests have some of
/// it.
inline bool is_outlook(const Finding& finding) {
    return finding.severity == Severity::info && (finding.code == FindingCode::stranded_capacity ||
                                                  finding.code == FindingCode::server_loss_not_survived ||
                                                  finding.code == FindingCode::zone_loss_not_survived ||
                                                  finding.code == FindingCode::surge_without_room);
}

/// "SEVERITY CODE: MESSAGE" of every finding but the outlook, in order, one a line.
inline std::string findings_text(const EnvironmentEstimate& environment) {
    std::string text;
    for (const Finding& finding : environment.findings) {
        if (is_outlook(finding)) continue;
        text += std::string(name_of(finding.severity)) + " " + std::string(name_of(finding.code)) + ": " +
                finding.message + "\n";
    }
    return text;
}

/// The same of one code, whatever its severity.
inline std::string findings_text(const EnvironmentEstimate& environment, FindingCode code) {
    std::string text;
    for (const Finding& finding : environment.findings) {
        if (finding.code != code) continue;
        text += std::string(name_of(finding.severity)) + ": " + finding.message + "\n";
    }
    return text;
}

}  // namespace stowage::test
