// SPDX-License-Identifier: MIT
#include "cli.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// web and cache ask to run together and are pinned to two servers.
constexpr const char* kTornApart =
    "stowage: 0\n"
    "environments:\n"
    "  live:\n"
    "    servers:\n"
    "      app: {cpu: 4, memory: 8GiB, cost: 40/month}\n"
    "      db: {cpu: 4, memory: 8GiB, cost: 40/month}\n"
    "    services:\n"
    "      web: {cpu: 1, memory: 1GiB, server: app, together: pair}\n"
    "      cache: {cpu: 1, memory: 1GiB, server: db, together: pair}\n";

}  // namespace

TEST_SUITE("fix") {
    TEST_CASE("prints the plan without what was found, and says what it did") {
        const Outcome check = run({"check", "-"}, {kTornApart});
        REQUIRE(contains(check.out, "together_impossible"));
        const Outcome outcome = run({"fix", "-", "--code", "together_impossible"}, {kTornApart});
        CHECK(outcome.code == 0);
        CHECK_FALSE(outcome.err.empty());
        CHECK_FALSE(contains(run({"check", "-"}, {outcome.out}).out, "together_impossible"));
        CHECK(contains(outcome.out, "web: {server: app, together: pair, cpu: 1, memory: 1GiB}"));
    }

    TEST_CASE("a plan in which nothing of the kind is found is printed as it is, and that is said") {
        const Outcome outcome = run({"fix", "-", "--code", "together_impossible"}, {kSmallPlan});
        CHECK(outcome.code == 0);
        CHECK(outcome.out == run({"convert", "-"}, {kSmallPlan}).out);
        CHECK(outcome.err == "no finding with the code together_impossible has a fix\n");
    }

    TEST_CASE("an unknown code gets the one that was meant") {
        const Outcome outcome = run({"fix", "-", "--code", "together_imposible"}, {kSmallPlan});
        CHECK(outcome.code == 2);
        CHECK(outcome.out.empty());
        CHECK(outcome.err ==
              "stowage fix: no finding has the code together_imposible; did you mean together_impossible?\n"
              "`stowage explain` lists them\n");
    }

    TEST_CASE("a text that is no plan is refused as everywhere") {
        CHECK(run({"fix", "-", "--code", "unpriced"}, {"stowage: 1\n"}).code == 2);
    }
}
