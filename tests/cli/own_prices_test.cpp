// SPDX-License-Identifier: MIT
//
// --prices FILE: an own price list, which becomes part of the plan.
#include "cli.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr const char* kPlan =
    "stowage: 0\nenvironments: {e: {provider: attic, region: cellar, servers: {app: {instance: old.pc}}}}\n";
constexpr const char* kPrices =
    "# what is in the cellar\n"
    "attic/cellar/old.pc: {cpu: 2, memory: 4GiB, price: 0.01, date: 2026-11-01, source: our own}\n";

}  // namespace

TEST_SUITE("own price list") {
    TEST_CASE("its rows become the plan's own, so that they travel in the link") {
        const TemporaryFile prices("prices.yaml", kPrices);
        const std::string converted = run({"convert", "--prices", prices.path(), "-"}, {kPlan}).out;
        CHECK(contains(converted, "attic/cellar/old.pc"));
        CHECK(contains(converted, "price: 0.01"));
        const std::string link =
            lines_of(run({"share", "--prices", prices.path(), "-"}, {kPlan}).out).front();
        CHECK(contains(run({"open", link}).out, "attic/cellar/old.pc"));
    }

    TEST_CASE("a row replaces the plan's own of the same name, the others stay") {
        const TemporaryFile prices("prices.json", "{\"a/b/c\": {\"price\": \"0.5\"}}");
        const std::string plan =
            "stowage: 0\nprices: {own: {a/b/c: {price: 0.1}, a/b/d: {price: 0.2}}}\nenvironments: {e: }\n";
        const Json own = json_of(run({"convert", "--json", "--prices", prices.path(), "-"}, {plan}))
                             .at("prices")
                             .at("own");
        CHECK(own.size() == 2);
        CHECK(own.at("a/b/c").at("price") == 0.5);
        CHECK(own.at("a/b/d").at("price") == 0.2);
    }

    TEST_CASE("what is wrong with it names its file, line and column") {
        const TemporaryFile prices("bad.yaml", "a/b/c: {price: 0.1}\na/b/d: {price: cheap}\n");
        const Outcome outcome = run({"estimate", "--prices", prices.path(), "-"}, {kPlan});
        CHECK(outcome.code == 2);
        CHECK(outcome.out.empty());
        CHECK(outcome.err.starts_with(prices.path() + ":2:16: /prices/own/a~1b~1d/price: "));
    }

    TEST_CASE("a list is a map of rows") {
        const TemporaryFile prices("list.yaml", "- a/b/c\n");
        CHECK(run({"estimate", "--prices", prices.path(), "-"}, {kPlan}).code == 2);
        const TemporaryFile unknown("unknown.yaml", "a/b/c: {prize: 0.1}\n");
        CHECK(contains(run({"estimate", "--prices", unknown.path(), "-"}, {kPlan}).err, "price"));
        CHECK(contains(run({"estimate", "--prices", "no/such.yaml", "-"}, {kPlan}).err,
                       "no/such.yaml: cannot be read"));
    }
}
