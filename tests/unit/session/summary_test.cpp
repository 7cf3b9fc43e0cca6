// SPDX-License-Identifier: MIT
//
// The figures are those of the document behind the template; see seed_plan_test.cpp.
#include "stowage/session/summary.hpp"

#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

std::string summary(const Plan& plan, std::size_t index) {
    return summary_text(plan.environments[index], estimate(plan, catalogue()).environments[index]);
}

std::string tightest(std::string_view text) {
    const Plan plan = plan_of(text);
    return tightest_text(plan.environments.front(), estimate(plan, catalogue()).environments.front());
}

}  // namespace

TEST_SUITE("summary") {
    TEST_CASE("the document's environments in a sentence each") {
        const Plan plan = seed_plan();
        // 2846 of 4096 MiB are free, all CPU is: memory runs out first.
        CHECK(summary(plan, 0) ==
              "Development: 30.37 USD a month; 1 note; tightest: dev memory, 2846 MiB free.");
        CHECK(
            summary(plan, 1) ==
            "Staging: 60.74 USD a month; 1 error, 2 warnings, 3 notes; tightest: staging CPU, 0 cores free.");
        CHECK(
            summary(plan, 2) ==
            "Production, single server: 223.67..421.47 USD a month; 1 error, 4 warnings, 4 notes; tightest: "
            "production CPU, 0 cores free.");
    }

    TEST_CASE("over-commitment is a negative amount") {
        const Plan plan = seed_plan();
        CHECK(tightest_text(plan.environments[3], estimate(plan, catalogue()).environments[3]) ==
              "App server CPU, over by 1 core");
    }

    TEST_CASE("one machine of a pool is named by its number") {
        CHECK(tightest("stowage: 0\n"
                       "environments:\n"
                       "  a:\n"
                       "    servers: {app: {cpu: 2, memory: 4GiB, count: 2}}\n"
                       "    services: {web: {server: app, cpu: 1.5, memory: 1GiB}}\n") ==
              "app machine 1 CPU, 0.5 cores free");
    }

    TEST_CASE("without a machine nothing runs out first") {
        CHECK(tightest("stowage: 0\nenvironments: {a: {}}").empty());
        CHECK(summary(plan_of("stowage: 0\nenvironments: {a: {}}"), 0) ==
              "a: 0.00 USD a month; no findings.");
    }

    TEST_CASE("a total with an unpriced item is a lower bound") {
        const Plan plan = plan_of(
            "stowage: 0\n"
            "environments:\n"
            "  a:\n"
            "    provider: aws\n"
            "    region: us-east-1\n"
            "    servers: {app: {instance: t3.medium}, own: {cpu: 2, memory: 4GiB}}\n");
        CHECK(summary(plan, 0).starts_with("a: at least 30.37 USD a month;"));
    }

    TEST_CASE("findings are counted by severity, the worst first") {
        EnvironmentEstimate figures;
        CHECK(findings_count_text(figures) == "no findings");
        figures.findings.resize(4);
        figures.findings[0].severity = Severity::info;
        figures.findings[1].severity = Severity::warning;
        figures.findings[2].severity = Severity::info;
        figures.findings[3].severity = Severity::error;
        CHECK(findings_count_text(figures) == "1 error, 1 warning, 2 notes");
    }
}
