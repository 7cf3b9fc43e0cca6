// SPDX-License-Identifier: MIT
//
// The prices are those of the seed document's machines, 730 h in us-east-1.
#include "cli.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr const char* kTemplate = "template:hybrid-django";

std::string cost_of(std::vector<std::string> options, const std::string& input = kSmallPlan) {
    options.insert(options.begin(), {"cost", "-"});
    const Outcome outcome = run(options, {input});
    CHECK(outcome.code == 0);
    CHECK(outcome.err.empty());
    return outcome.out;
}

}  // namespace

TEST_SUITE("cost") {
    TEST_CASE("each position of the bill has its formula, the date and the source of its price") {
        const std::string bill = run({"cost", kTemplate, "--environment", "staging"}).out;
        CHECK(contains(bill,
                       "Staging (staging)\n\n  60.74  server  staging, t3.large\n"
                       "                 1 x 0.0832 USD/h x 730 h = 60.74 USD\n"
                       "                 list price of 2026-"));
        CHECK(contains(bill, "\n  60.74  total a month\n"));
        // 60.736 for 4 vCPU and 8 GiB: 15.184 and 7.592
        CHECK(contains(bill, "\n  15.18  a month for each vCPU\n"));
        CHECK(contains(bill, "\n   7.59  a month for each GiB of memory\n"));
        CHECK_FALSE(contains(bill, "Development"));
        CHECK_FALSE(contains(bill, "year"));
    }

    TEST_CASE("without an environment named it is all of them, and their sum") {
        const std::string bill = run({"cost", kTemplate}).out;
        CHECK(contains(bill, "Production, single server (production-single)\n"));
        CHECK(contains(bill, "223.67..421.47  total a month\n"));
        CHECK(contains(bill, "\nAll environments: 705.69..903.49 USD a month\n"));
    }

    TEST_CASE("by service it is the larger of CPU and memory, and what is unused") {
        // web: 1 of 4 cores and 2 of 8 GiB, a quarter of 40
        const std::string shares = cost_of({"--by", "service"});
        CHECK(contains(shares,
                       "  10.00  web              25% of app (CPU 1 core of 4 cores)\n"
                       "  30.00  unused headroom  75% of app\n"));
        CHECK(contains(shares, "  30.00  a month for unused headroom\n"));
        CHECK(contains(shares, "larger of its CPU and its memory fraction"));
    }

    TEST_CASE("by server and by category") {
        CHECK(contains(cost_of({"--by", "server"}), "  40.00  app  1 machine\n"));
        CHECK(contains(cost_of({"--by", "category"}), "  40.00  server  1 position\n"));
    }

    TEST_CASE("a year is twelve months") {
        CHECK(contains(cost_of({"--year"}), "\n  480.00  total a year\n"));
        const std::string shares = cost_of({"--year", "--by", "service"});
        CHECK(contains(shares, "  120.00  web "));
        CHECK(contains(shares, "Amounts of the items are those of a year.\n"));
    }

    TEST_CASE("a price that the plan keeps is marked") {
        std::string plan =
            "stowage: 0\nprices: {snapshot: old, used: {aws/us-east-1/t3.large: 0.05}}\nenvironments: {e: "
            "{provider: aws, region: us-east-1, servers: {app: {instance: t3.large}}}}";
        // 0.05 x 730 = 36.50
        CHECK(contains(cost_of({}, plan), "  36.50  server  app, t3.large [kept price]\n"));
    }

    TEST_CASE("as JSON it has the bills with all their views") {
        const Json document = json_of(run({"cost", "-", "--json"}, {kSmallPlan}));
        CHECK(document.at("cost").at("low") == "40.00");
        const Json& cost = document.at("environments")[0].at("cost");
        CHECK(cost.at("lines").size() == 1);
        CHECK(cost.at("year").at("low") == "480.00");
        CHECK(cost.at("unused_headroom").at("low") == "30.00");
        CHECK(cost.at("per_vcpu").at("low") == "10.00");
        CHECK(cost.at("per_gib").at("low") == "5.00");
        CHECK_FALSE(cost.contains("per_million_requests"));
        const Json& service = cost.at("views").at("service");
        REQUIRE(service.size() == 2);
        CHECK(service[0].at("item") == "web");
        CHECK(service[0].at("where") == "/environments/live/services/web");
        CHECK(service[0].at("low") == "10.00");
        CHECK_FALSE(service[1].contains("where"));
    }

    TEST_CASE("an unknown environment is told with those that there are") {
        const Outcome outcome = run({"cost", kTemplate, "--environment", "stagin"});
        CHECK(outcome.code == 2);
        CHECK(outcome.out.empty());
        CHECK(contains(outcome.err, "no environment is named stagin; did you mean staging?\nThe plan has "));
    }

    TEST_CASE("--compare buys each environment from every provider, and the plan as it is comes first") {
        const std::string table = run({"cost", kTemplate, "--compare", "--arch", "x86_64"}).out;
        CHECK(table.starts_with("Development (development)\n\n  provider "));
        CHECK(contains(table, "\n  aws "));
        CHECK(contains(table, " the plan\n"));
        // Azure, eastus: Standard_F4s_v2 with 4 vCPU and 8 GiB at 0.169 x 730; 123.37 / 60.736 = 2.03125
        CHECK(contains(table, "staging: Standard_F4s_v2\n"));
        CHECK(contains(table, "  123.37    +103.13%\n"));
        CHECK(contains(table, "no price for managed/elasticache: no managed Redis "));
        CHECK(contains(table, "For each server the cheapest machine that carries it"));
        CHECK_FALSE(contains(table, "(arm64)"));
        CHECK(contains(run({"cost", kTemplate, "--compare"}).out, " (arm64)"));
    }

    TEST_CASE("--compare of one environment, as JSON too") {
        const std::string table =
            run({"cost", kTemplate, "--compare", "--environment", "staging", "--latest-generation"}).out;
        CHECK(table.starts_with("Staging (staging)\n"));
        CHECK_FALSE(contains(table, "Development"));
        const std::string json = run({"cost", kTemplate, "--compare", "--json"}).out;
        CHECK(json.starts_with("{\n  \"environments\": [\n"));
        CHECK(contains(json, "\"current\": true"));
        CHECK(contains(json, "\"missing\": ["));
    }

    TEST_CASE("own machines have the cheapest of each provider beside them") {
        const std::string table =
            run({"cost", "-", "--compare", "--shared-cpu", "--stale"}, {kSmallPlan}).out;
        CHECK(contains(table, "own machines"));
        CHECK(contains(table, "  40.00"));
    }

    TEST_CASE("what chooses machines is refused without --compare, and views with it") {
        CHECK(run({"cost", kTemplate, "--stale"}).code == 2);
        CHECK(contains(run({"cost", kTemplate, "--stale"}).err, "--stale requires --compare"));
        CHECK(contains(run({"cost", kTemplate, "--arch", "arm64"}).err, "--arch requires --compare"));
        CHECK(contains(run({"cost", kTemplate, "--compare", "--by", "server"}).err, "--by"));
        CHECK(contains(run({"cost", kTemplate, "--compare", "--arch", "mips"}).err, "mips"));
    }
}
