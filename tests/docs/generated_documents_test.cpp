// SPDX-License-Identifier: MIT
//
// The documents that the code writes: STOWAGE_RENEW_GOLDEN=1 in the environment writes them anew.
#include "stowage/finding.hpp"
#include "stowage/text/estimate_text.hpp"
#include "stowage/text/plan_text.hpp"
#include "test_files.hpp"

using namespace stowage;
using namespace stowage::test;

TEST_SUITE("generated documents") {
    TEST_CASE("docs/findings.md is what `stowage explain --all` prints") {
        check_golden("docs/findings.md", findings_document());
    }

    TEST_CASE("docs/findings.md has every finding, so that a link to its heading works") {
        const std::string document = read_file("docs/findings.md");
        for (const FindingRule& rule : finding_rules()) {
            CHECK_MESSAGE(document.find("\n## " + std::string(rule.name) + "\n") != std::string::npos,
                          rule.name);
        }
    }

    TEST_CASE("docs/plan.schema.json is what `stowage schema` prints") {
        check_golden("docs/plan.schema.json", plan_schema());
    }
}
