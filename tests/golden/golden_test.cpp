// SPDX-License-Identifier: MIT
//
// Everything that the program writes about a plan, compared byte for byte with tests/golden/data. g++, clang
// and wasm run this against the same files, so what is counted is the same everywhere.
// STOWAGE_RENEW_GOLDEN=1 writes the files anew; read the difference before you commit it.
#include <doctest/doctest.h>

#include "fixtures.hpp"
#include "stowage/text/estimate_text.hpp"
#include "stowage/text/link.hpp"
#include "test_files.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

void check_documents_of(const Plan& plan, const std::string& name) {
    const Estimate figures = estimate(plan, catalogue());
    const std::string stem = "tests/golden/data/" + name;
    check_golden(stem + ".plan.yaml", write_plan_yaml(plan));
    check_golden(stem + ".estimate.json", estimate_json(plan, figures, catalogue()));
    check_golden(stem + ".report.md", report(plan, figures, catalogue(), ReportFormat::markdown));
    check_golden(stem + ".report.csv", report(plan, figures, catalogue(), ReportFormat::csv));
    check_golden(stem + ".link.txt", encode_link(with_prices_used(plan, catalogue())) + "\n");
}

}  // namespace

TEST_SUITE("golden") {
    TEST_CASE("the template") { check_documents_of(seed_plan(), "hybrid-django"); }

    TEST_CASE("nearly every setting of the format once") {
        check_documents_of(plan_of(read_file("tests/data/plans/design-sample.yaml")), "design-sample");
    }
}
