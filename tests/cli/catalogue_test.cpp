// SPDX-License-Identifier: MIT
//
// The prices are those of the seed document's machines: assets/catalogue names their sources.
#include <algorithm>

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
        CHECK(contains(outcome.out, "\naws           us-east-1 "));
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
        const auto lines = lines_of(run({"catalogue", "--all"}).out);
        const auto end = std::find(lines.begin(), lines.end(), "");
        CHECK(static_cast<std::size_t>(end - lines.begin()) == prices_of({"--all"}).size() + 1);  // heading
    }

    TEST_CASE("figures narrow: vCPUs, memory, architecture, class and what is sold") {
        const Json large = prices_of({"--region", "us-east-1", "--min-cpu", "8", "--min-memory", "32GiB"});
        CHECK(large.size() > 10);
        for (const Json& price : large) {
            CHECK(price.at("cpu_millis") >= 8'000);
            CHECK(price.at("memory_bytes") >= 34'359'738'368);
        }
        for (const Json& price : prices_of({"--region", "us-east-1", "--arch", "arm64"}))
            CHECK(price.at("architecture") == "arm64");
        for (const Json& price : prices_of({"--region", "us-east-1", "--class", "burstable"}))
            CHECK(price.at("cpu_class") == "burstable");
        const Json databases = prices_of({"--region", "us-east-1", "--item", "postgres"});
        CHECK(databases.size() > 10);
        for (const Json& price : databases) CHECK(price.at("offering") == "postgres");
        CHECK(prices_of({"--item", "egress"}).empty());  // no machine
    }

    TEST_CASE("sorted by a figure the least comes first, over all regions, and a limit ends the list") {
        const auto sorted_by = [](const std::string& what, const char* key) {
            const Json prices = prices_of({"--item", "compute", "--sort", what, "--limit", "50"});
            CHECK(prices.size() == 50);
            for (std::size_t i = 1; i < prices.size(); ++i) CHECK(prices[i].at(key) >= prices[i - 1].at(key));
        };
        sorted_by("cpu", "cpu_millis");
        sorted_by("memory", "memory_bytes");
        double last = 0;
        for (const Json& price : prices_of({"--sort", "price", "--limit", "50"})) {
            const double month = std::stod(price.at("monthly_price").get<std::string>());
            CHECK(month >= last);
            CHECK(price.at("cpu_class") != "shared");
            last = month;
        }
        const Outcome table = run({"catalogue", "--region", "us-east-1", "--limit", "2"});
        CHECK(contains(table.out, "\nand "));
        CHECK(contains(table.out, " more\n"));
    }

    TEST_CASE("each price has the number of its source, which stands below") {
        const Outcome outcome = run({"catalogue", "--region", "us-east-1", "--filter", "t3.large"});
        CHECK(contains(outcome.out, "  2026-07-20 [1]\n"));
        CHECK(contains(outcome.out, "\n[1]  2026-07-20  aws/karpenter-provider-aws"));
    }

    TEST_CASE("what is no figure is refused with what would be accepted") {
        CHECK(contains(run({"catalogue", "--min-memory", "8"}).err, "stowage catalogue: --min-memory: "));
        CHECK(contains(run({"catalogue", "--min-cpu", "many"}).err, "stowage catalogue: --min-cpu: "));
        for (const char* limit : {"0", "-1", "1.5", "all", "1000001"}) {
            const Outcome outcome = run({"catalogue", "--limit", limit});
            CHECK(outcome.code == 2);
            CHECK(contains(outcome.err, "accepted: a whole number from 1 to 1000000"));
        }
        CHECK(run({"catalogue", "--item", "egres"}).code == 2);
        CHECK(run({"catalogue", "--sort", "size"}).code == 2);
    }

    TEST_CASE("a filter that nothing passes says so and is no error") {
        const Outcome outcome = run({"catalogue", "--filter", "zzz"});
        CHECK(outcome.code == 0);
        CHECK(outcome.out.empty());
        CHECK(contains(outcome.err, "is like that"));
    }

    TEST_CASE("an unknown provider or region is told with those that there are") {
        const Outcome provider = run({"catalogue", "--provider", "amazon"});
        CHECK(provider.code == 2);
        CHECK(provider.err ==
              "stowage catalogue: no provider is called amazon\nIt has aws, azure, digitalocean, gcp, "
              "hetzner, linode, ovh\n");
        const Outcome region = run({"catalogue", "--provider", "aws", "--region", "us-est-1"});
        CHECK(region.code == 2);
        CHECK(contains(region.err, "no region of aws is called us-est-1; did you mean us-east-1?\n"));
    }
}
