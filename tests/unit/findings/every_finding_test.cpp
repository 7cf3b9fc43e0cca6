// SPDX-License-Identifier: MIT
//
// That no rule is dead: every code of the enumeration comes out of some plan.
#include <set>

#include "findings_of_plan.hpp"
#include "plan_generator.hpp"

using namespace stowage;
using namespace stowage::test;

TEST_SUITE("every finding") {
    TEST_CASE("plans made at random show every finding, each with a place that exists") {
        std::set<FindingCode> seen;
        for (std::uint64_t seed = 0; seed < 400; ++seed) {
            const Plan plan = random_plan(seed);
            for (const EnvironmentEstimate& environment : estimate(plan, catalogue()).environments) {
                Severity before = Severity::error;
                for (const Finding& finding : environment.findings) {
                    seen.insert(finding.code);
                    const FindingRule& rule = rule_of(finding.code);
                    const bool raised = !rule.demanded_by.empty() && finding.severity == Severity::error;
                    CHECK((raised || finding.severity == rule.severity));
                    CHECK(finding.severity <= before);
                    before = finding.severity;
                    CHECK_FALSE(finding.message.empty());
                    CHECK(finding.message.back() != '.');
                    CHECK(finding.where.starts_with('/'));
                }
            }
        }
        for (const FindingRule& rule : finding_rules())
            CHECK_MESSAGE(seen.contains(rule.code), std::string(rule.name));
    }
}
