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

    TEST_CASE("the catalogue lists its rows among the others, and instead of those of the same name") {
        const TemporaryFile prices("prices.yaml",
                                   std::string(kPrices) +
                                       "aws/us-east-1/t3.large: {price: 0.05, source: our contract}\n"
                                       "shelf/cellar/big: {for: disk, price: 0.02/GiB-month}\n");
        const auto listed = [&prices](std::vector<std::string> options) {
            options.insert(options.begin(), {"catalogue", "--prices", prices.path()});
            return run(options);
        };
        const Json row = json_of(listed({"--provider", "attic", "--region", "cellar", "--json"}));
        REQUIRE(row.at("prices").size() == 1);
        CHECK(row.at("prices")[0].at("sku") == "old.pc");
        CHECK(row.at("prices")[0].at("cpu_millis") == 2'000);
        CHECK(row.at("prices")[0].at("monthly_price") == "7.30");  // 0.01 x 730
        const Json machines =
            json_of(listed({"--region", "us-east-1", "--filter", "t3.large", "--item", "compute", "--json"}))
                .at("prices");
        REQUIRE(machines.size() == 1);
        CHECK(machines[0].at("hourly_price") == "0.05");
        CHECK(machines[0].at("source") == "our contract");
        CHECK(contains(listed({"--provider", "shelf", "--region", "cellar"}).out, "0.02/GiB-month"));
        CHECK(contains(listed({}).out, "\nattic         cellar "));
        CHECK(run({"catalogue", "--provider", "attic"}).code == 2);
    }

    TEST_CASE("a price without a day is listed without one") {
        const TemporaryFile prices("undated.yaml", "a/b/c: {price: 0.1}\n");
        const Outcome rows = run({"catalogue", "--prices", prices.path(), "--provider", "a", "--all"});
        CHECK(contains(rows.out, "  - [1]\n"));
        CHECK(run({"catalogue", "--prices", "-", "--provider", "a"}, {"a/b/c: {price: cheap}"}).code == 2);
        CHECK(contains(run({"catalogue", "--prices", "-"}, {"a/b/c: {price: 0.1}"}).out, "\na "));
    }

    TEST_CASE("a report names the source of each own price, of an own cost it needs none") {
        const TemporaryFile prices("prices.yaml",
                                   std::string(kPrices) +
                                       "attic/cellar/shelf: {for: disk, price: 0.02/GiB-month, "
                                       "source: the shelf}\n");
        const std::string plan =
            "stowage: 0\nenvironments: {e: {provider: attic, region: cellar, servers: {app: {instance: "
            "old.pc, "
            "disk: 10GiB}, mine: {cpu: 1, memory: 1GiB, cost: 5/month}}}}\n";
        const std::string report = run({"report", "--prices", prices.path(), "-"}, {plan}).out;
        CHECK(contains(report, "| e | app | server | old.pc | 1 | 0.01/h [1] | 730 | 7.30 |"));
        CHECK(contains(report, "| 10 GiB x 0.02/GiB-month [2] | - | 0.20 |"));
        CHECK(contains(report, "| e | mine | server | - | 1 | - | - | 5.00 |"));
        CHECK(contains(report, "\n1. prices of 2026-11-01: our own\n2. the shelf\n"));
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
