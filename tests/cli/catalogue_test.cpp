// SPDX-License-Identifier: MIT
//
// The prices are those of the seed document's machines: assets/catalogue names their sources.
#include "cli.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

Json prices_of(std::vector<std::string> options) {
    options.insert(options.begin(), {"catalogue", "--json"});
    return json_of(run(options)).at("prices");
}

}  // namespace

TEST_SUITE("catalogue") {
    TEST_CASE("without options counts the prices of each region") {
        const Outcome outcome = run({"catalogue"});
        CHECK(outcome.code == 0);
        CHECK(outcome.out.starts_with("Snapshot 2026-11-23: "));
        CHECK(contains(outcome.out, "\naws       us-east-1 "));
        const Json regions = json_of(run({"catalogue", "--json", "--provider", "aws"})).at("regions");
        for (const Json& region : regions) CHECK(region.at("provider") == "aws");
        CHECK(regions.size() ==
              lines_of(run({"catalogue", "--provider", "aws"}).out).size() - 5);  // headings
    }

    TEST_CASE("a filter is a part of the type's name, in any case") {
        const Json prices = prices_of({"--provider", "aws", "--region", "us-east-1", "--filter", "T3.LARGE"});
        REQUIRE(prices.size() == 3);  // the machine, the database, and the database in two zones
        const Json& machine = prices[0];
        CHECK(machine.at("sku") == "t3.large");
        CHECK(machine.at("offering") == "compute");
        CHECK(machine.at("cpu_millis") == 2'000);
        CHECK(machine.at("sustained_cpu_millis") == 600);
        CHECK(machine.at("cpu_class") == "burstable");
        CHECK(machine.at("memory_bytes") == 8'589'934'592);
        CHECK(machine.at("hourly_price") == "0.0832");
        CHECK(machine.at("monthly_price") == "60.74");
        CHECK(machine.at("price_date").get<std::string>().size() == 10);
        CHECK_FALSE(machine.at("source").empty());
    }

    TEST_CASE("provider and region narrow, and prices rise within an offering") {
        const Json prices = prices_of({"--region", "us-east-1"});
        CHECK(prices.size() > 100);
        std::string offering;
        double last = 0;
        for (const Json& price : prices) {
            CHECK(price.at("region") == "us-east-1");
            const double hourly = std::stod(price.at("hourly_price").get<std::string>());
            if (price.at("offering") == offering) CHECK(hourly >= last);
            offering = price.at("offering");
            last = hourly;
        }
    }

    TEST_CASE("the table has the same figures") {
        const Outcome outcome = run({"catalogue", "--region", "us-east-1", "--filter", "t3.xlarge"});
        CHECK(contains(outcome.out, "aws       us-east-1  compute   t3.xlarge "));
        CHECK(contains(outcome.out, "  0.1664     121.47  "));
        CHECK(contains(outcome.out, "burstable"));
        CHECK(contains(run({"catalogue", "--provider", "ovh", "--filter", "d2-"}).out, "shared"));
    }

    TEST_CASE("all of it is every price of the snapshot") {
        CHECK(lines_of(run({"catalogue", "--all"}).out).size() ==
              prices_of({"--all"}).size() + 1);  // heading
    }

    TEST_CASE("a filter that nothing passes says so and is no error") {
        const Outcome outcome = run({"catalogue", "--filter", "zzz"});
        CHECK(outcome.code == 0);
        CHECK(outcome.out.empty());
        CHECK(contains(outcome.err, "has \"zzz\" in its name"));
    }

    TEST_CASE("an unknown provider or region is told with those that there are") {
        const Outcome provider = run({"catalogue", "--provider", "amazon"});
        CHECK(provider.code == 2);
        CHECK(provider.err ==
              "stowage catalogue: no provider is called amazon\nIt has aws, azure, gcp, ovh\n");
        const Outcome region = run({"catalogue", "--provider", "aws", "--region", "us-est-1"});
        CHECK(region.code == 2);
        CHECK(contains(region.err, "no region of aws is called us-est-1; did you mean us-east-1?\n"));
    }
}
