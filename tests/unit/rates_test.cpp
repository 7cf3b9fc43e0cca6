// SPDX-License-Identifier: MIT
//
// Bills of what is not sold by the machine and hour, added up by hand from round figures: disks, storage,
// caches by their memory, load balancers, NAT gateways, addresses and traffic.
#include <string>

#include "fixtures.hpp"
#include "printers.hpp"
#include "small_catalogue.hpp"
#include "stowage/cost.hpp"
#include "stowage/explanation.hpp"
#include "stowage/limits.hpp"
#include "stowage/quantity_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr std::string_view kRates =
    "rates\tcloud\teast\t0\n"
    "rate\tdisk\tssd\t0.1/GiB-month\n"
    "rate\tdisk\tsized\t5/disk-month up to 32, 9/disk-month up to 64, 17/disk-month up to 128\n"
    "rate\tdatabase_storage\tdb-ssd:single\t0.2/GiB-month\n"
    "rate\tdatabase_storage\tdb-ssd:multi-az\t0.4/GiB-month\n"
    "rate\tcache_memory\tkv:by-memory\t0.05/GiB-hour\n"
    "rate\tegress\tinternet\t0/GB up to 100, 0.09/GB up to 10240, 0.08/GB\n"
    "rate\tcross_zone\tzones\t0.01/GB\n"
    "rate\tload_balancer\talb\t0.02\n"
    "rate\tload_balancer\tnlb\t0.03 at most 12/month\n"
    "rate\tload_balancer_capacity\talb\t0.008\n"
    "rate\tload_balancer_data\talb\t0.005/GB\n"
    "rate\tnat_gateway\tnat\t0.045\n"
    "rate\tnat_data\tnat\t0.045/GB\n"
    "rate\tpublic_address\tipv4\t4/month\n"
    "rates\tcloud\twest\t0\n"
    "rate\tegress\tinternet\t0.12/GiB up to 1024\n"
    "end\t44\n";

const Catalogue& catalogue_with_rates() {
    static const Catalogue kCatalogue = [] {
        std::string text(kSmallCatalogue);
        text.resize(text.rfind("end\t"));
        return catalogue_of(text + std::string(kRates));
    }();
    return kCatalogue;
}

Plan plan_in(const std::string& region, const std::string& settings) {
    return plan_of("stowage: 0\nenvironments: {e: {provider: cloud, region: " + region + ", " + settings +
                   "}}");
}

std::vector<CostLine> lines_of(const Plan& plan) {
    return cost_lines(plan, plan.environments.at(0), catalogue_with_rates());
}

/// The first line of the explanation of each position.
std::string bill(const Plan& plan) {
    std::string text;
    for (const CostLine& line : lines_of(plan)) {
        const std::string why = explain_cost(line);
        text += std::string(title_of(line.category)) + " of " + line.item + ": " +
                why.substr(0, why.find('\n')) + "\n";
    }
    return text;
}

std::string bill(const std::string& settings) { return bill(plan_in("east", settings)); }

}  // namespace

TEST_SUITE("rates") {
    TEST_CASE("disks are billed by the month, also while their machines are off") {
        // 80 GiB x 0.10 x 2 = 16.00 although the machines run 176 h: 0.05 x 176 x 2 = 17.60
        CHECK(bill("hours: office, servers: {app: {instance: std.small, count: 2, disk: 80GiB}}") ==
              "server of app: 2 x 0.05 USD/h x 176 h = 17.60 USD\n"
              "disk of app: 2 x 80 GiB x 0.1/GiB-month = 16.00 USD\n");
    }

    TEST_CASE("disks that are sold by size are the smallest that is large enough") {
        CHECK(bill("servers: {a: {disk: 32GiB, disk_type: sized, cost: 1/month}, b: {disk: 33GiB, "
                   "disk_type: sized, cost: 1/month, count: 2}, c: {disk: 129GiB, disk_type: sized, cost: "
                   "1/month}, d: {disk: 1GiB, disk_type: tape, cost: 1/month}}") ==
              "server of a: 1 x own cost = 1.00 USD\n"
              "server of b: 2 x own cost = 2.00 USD\n"
              "server of c: 1 x own cost = 1.00 USD\n"
              "server of d: 1 x own cost = 1.00 USD\n"
              "disk of a: 1 disk x 5/disk-month = 5.00 USD\n"
              "disk of b: 2 x 1 disk x 9/disk-month = 18.00 USD\n"
              "disk of c: no price: the largest disk listed holds 128 GiB\n"
              "disk of d: no price: tape is not listed in east\n");
    }

    TEST_CASE("a machine that was bought holds its disk") {
        CHECK(bill("servers: {a: {disk: 1TiB, cost: {purchase: 3600, lifetime: 36 months}}}") ==
              "server of a: 1 x (3600 / 36 months) USD = 100.00 USD\n");
        const Plan own =
            plan_of("stowage: 0\nenvironments: {e: {servers: {a: {disk: 1TiB, cost: 9/month}}}}");
        CHECK(bill(own) == "server of a: 1 x own cost = 9.00 USD\n");
    }

    TEST_CASE("egress is billed tier by tier") {
        const auto egress = [](const std::string& traffic) {
            return bill("network: {egress: " + traffic + "/month}");
        };
        CHECK(egress("0GB") == "traffic of egress: 0 GB x 0/GB = 0.00 USD\n");
        CHECK(egress("100GB") == "traffic of egress: 100 GB x 0/GB = 0.00 USD\n");
        CHECK(egress("500GB") == "traffic of egress: 100 GB x 0/GB + 400 GB x 0.09/GB = 36.00 USD\n");
        // 10,140 x 0.09 = 912.60 and 1,760 x 0.08 = 140.80
        CHECK(egress("12TB") ==
              "traffic of egress: 100 GB x 0/GB + 10140 GB x 0.09/GB + 1760 GB x 0.08/GB = 1,053.40 USD\n");
        // 1 TiB = 1,099.511627776 GB; 999.511627776 x 0.09 = 89.95604..
        CHECK(egress("1TiB") == "traffic of egress: 100 GB x 0/GB + 999.512 GB x 0.09/GB = 89.96 USD\n");
    }

    TEST_CASE("a list that ends prices nothing beyond") {
        // 1 TiB x 0.12 = 122.88
        CHECK(bill(plan_in("west", "network: {egress: 1TiB/month}")) ==
              "traffic of egress: 1024 GiB x 0.12/GiB = 122.88 USD\n");
        CHECK(bill(plan_in("west", "network: {egress: 1025GiB/month}")) ==
              "traffic of egress: no price: the list ends at 1024 GiB\n");
    }

    TEST_CASE("traffic between zones is billed at both ends") {
        CHECK(bill("network: {cross_zone: 200GB/month}") ==
              "traffic between zones of cross-zone traffic: 2 x 200 GB x 0.01/GB = 4.00 USD\n");
    }

    TEST_CASE("load balancers run all month: hours, capacity units and traffic") {
        // 2 x 0.02 x 730 = 29.20; 2 x 1.5 x 730 x 0.008 = 17.52; 1,000 x 0.005 = 5.00
        CHECK(bill("hours: office, network: {load_balancers: 2, load_balancer_capacity: 1.5, "
                   "load_balancer_data: 1TB/month}") ==
              "load balancer of load balancers: 2 x 730 h x 0.02/h = 29.20 USD\n"
              "load balancer of load balancer capacity: 2 x 1.5 units x 730 h x 0.008/h = 17.52 USD\n"
              "load balancer of load balancer traffic: 1000 GB x 0.005/GB = 5.00 USD\n");
    }

    TEST_CASE("another type of load balancer has its own prices, and a most for the month") {
        // 0.03 x 730 = 21.90, at most 12 each
        CHECK(bill("network: {load_balancers: 2, load_balancer_type: nlb, load_balancer_capacity: 2}") ==
              "load balancer of load balancers: 2 x 730 h x 0.03/h, at most 24.00 a month = 24.00 USD\n"
              "load balancer of load balancer capacity: no price: nlb is not listed in east\n");
    }

    TEST_CASE("NAT gateways and public addresses") {
        // 0.045 x 730 = 32.85; 100 x 0.045 = 4.50; 3 x 4 = 12
        CHECK(bill("network: {nat_gateways: 1, nat_data: 100GB/month, public_addresses: 3}") ==
              "NAT gateway of NAT gateways: 730 h x 0.045/h = 32.85 USD\n"
              "NAT gateway of NAT traffic: 100 GB x 0.045/GB = 4.50 USD\n"
              "public address of public addresses: 3 x 1 month x 4/month = 12.00 USD\n");
    }

    TEST_CASE("a cache may be priced by its memory") {
        // 5 GiB x 730 h x 0.05 = 182.50; office hours 5 x 176 x 0.05 = 44.00
        const std::string cache = "managed: {kv: {instance: kv:by-memory, memory: 5GiB}}";
        CHECK(bill(cache) == "add-on of kv: 3650 GiB-h x 0.05/GiB-h = 182.50 USD\n");
        CHECK(bill("hours: office, " + cache) == "add-on of kv: 880 GiB-h x 0.05/GiB-h = 44.00 USD\n");
        CHECK(bill("managed: {kv: {instance: kv:by-memory}}") ==
              "add-on of kv: no price: it is priced by its memory, and none is stated\n");
    }

    TEST_CASE("the storage of a database, and that of a pair") {
        // 0.1 x 730 = 73; 100 x 0.2 = 20, of the pair 100 x 0.4 = 40
        const auto lines = lines_of(
            plan_in("east",
                    "managed: {a: {instance: db.small, storage: 100GiB}, b: {cost: 146/month, instance: "
                    "db.small:multi-az, storage: 100GiB}}"));
        REQUIRE(lines.size() == 4);
        if (lines.size() != 4) return;
        CHECK(lines[2].where == "/environments/e/managed/a/storage");
        CHECK(lines[2].sku == "db-ssd:single");
        CHECK(lines[2].low == Money::units(20));
        CHECK(lines[3].sku == "db-ssd:multi-az");
        CHECK(lines[3].low == Money::units(40));
    }

    TEST_CASE("max_cost is the most for machine and storage together") {
        // 73 + 20 = 93
        const auto ends = [](const std::string& most) {
            const Plan plan = plan_in(
                "east", "managed: {a: {instance: db.small, storage: 100GiB, max_cost: " + most + "}}");
            return show_cost(total_of(lines_of(plan)));
        };
        CHECK(ends("200") == "93.00..200.00");
        CHECK(ends("93") == "93.00");
        CHECK(ends("50") == "93.00");
    }

    TEST_CASE("the environment's discount is off disks, storage and network, a machine's own is not") {
        // less 10 %: 73 x 0.5 = 36.50 (its own), 100 x 0.2 x 0.9 = 18, 80 x 0.1 x 0.9 = 7.20, 36 x 0.9
        // = 32.40
        const Plan plan =
            plan_in("east",
                    "discount: 10%, servers: {s: {cost: 5/month, disk: 80GiB, discount: 50%}}, "
                    "managed: {a: {instance: db.small, storage: 100GiB, discount: 50%}}, network: "
                    "{egress: 500GB/month}");
        CHECK(bill(plan) ==
              "server of s: 1 x own cost = 5.00 USD\n"
              "disk of s: 80 GiB x 0.1/GiB-month - 10% = 7.20 USD\n"
              "add-on of a: 1 x 0.1 USD/h x 730 h = list 73.00 - 50% = 36.50 USD\n"
              "database storage of a: 100 GiB x 0.2/GiB-month - 10% = 18.00 USD\n"
              "traffic of egress: 100 GB x 0/GB + 400 GB x 0.09/GB - 10% = 32.40 USD\n");
    }

    TEST_CASE("a position is rounded once") {
        // 3 x 0.000000001 x (1 GiB / 3): 10^-9 exactly; rounded for each disk it would be 3 x 0
        std::string text(kSmallCatalogue);
        text.replace(text.rfind("end\t"), std::string::npos,
                     "rates\tcloud\teast\t0\nrate\tdisk\tssd\t0.000000001/GiB-month\nend\t29\n");
        Plan plan = plan_in("east", "servers: {s: {cost: 1/month, disk: 1GiB, count: 3}}");
        plan.environments.at(0).servers.at(0).disk = Bytes::bytes(357'913'941);  // 2^30 / 3
        const auto lines = cost_lines(plan, plan.environments.at(0), catalogue_of(text));
        REQUIRE(lines.size() == 2);
        if (lines.size() == 2) CHECK(lines[1].low == Money::nanos(1));
    }

    TEST_CASE("what passes the limits of a bill is not counted, and says so") {
        Plan plan = plan_in("east", "network: {egress: 100TB/month}");
        plan.prices.snapshot = "x";
        plan.prices.used.push_back(
            {"cloud/east/egress", *parse_list_price("1000/GB")});  // 100,000 x 1,000 = 100 million
        CHECK(bill(plan) ==
              "traffic of egress: no price: it passes 1,000,000.00 a month, the most that a line counts\n");
        plan.prices.used[0].price = *parse_list_price("10/GB");
        CHECK(bill(plan) == "traffic of egress: 100000 GB x 10/GB = 1,000,000.00 USD\n");
        plan.environments.at(0).network.egress = limits::kTraffic;
        CHECK_FALSE(lines_of(plan).at(0).priced);
    }

    TEST_CASE("what the machines of a bill are off does not stop") {
        const auto lines = lines_of(
            plan_in("east", "servers: {s: {cost: 1/month, disk: 1GiB}}, network: {nat_gateways: 1}"));
        REQUIRE(lines.size() == 3);
        if (lines.size() != 3) return;
        CHECK(explain_cost(lines[1]) ==
              "1 GiB x 0.1/GiB-month = 0.10 USD\na month in full, also while the machine is off\nlist price "
              "of 2026-01-15\nfirst list");
        CHECK(explain_cost(lines[2]) ==
              "730 h x 0.045/h = 32.85 USD\nof all hours of the month, whatever hours the machines "
              "run\nlist price of 2026-01-15\nfirst list");
    }

    TEST_CASE("rates are kept in a plan under their own names, and go before those of a newer list") {
        const Plan plan = plan_in(
            "east",
            "servers: {s: {instance: std.small, disk: 10GiB}, t: {cost: 1/month, disk: 1GiB, "
            "disk_type: sized}}, managed: {a: {instance: db.small:multi-az, storage: 1GiB}}, network: "
            "{egress: 500GB/month, load_balancers: 1, load_balancer_type: nlb}");
        const Plan kept = with_prices_used(plan, catalogue_with_rates());
        std::string used;
        for (const UsedPrice& price : kept.prices.used)
            used += price.name + " = " + format_list_price(price.price) + "\n";
        CHECK(
            used ==
            "cloud/east/std.small = 0.05\n"
            "cloud/east/disk = 0.1/GiB-month\n"
            "cloud/east/disk/sized = 5/disk-month up to 32, 9/disk-month up to 64, 17/disk-month up to 128\n"
            "cloud/east/database_storage/:multi-az = 0.4/GiB-month\n"
            "cloud/east/load_balancer/nlb = 0.03 at most 12/month\n"
            "cloud/east/egress = 0/GB up to 100, 0.09/GB up to 10240, 0.08/GB\n");
        CHECK(plan_of(write_plan_yaml(kept)) == kept);
        // A catalogue without any rate: the old figures stay.
        const auto then = total_of(lines_of(plan));
        const auto now = total_of(cost_lines(kept, kept.environments.at(0), small_catalogue()));
        CHECK(now.low == then.low);
        CHECK(then.low > Money::units(36 + 36 + 12));
        const auto lines = cost_lines(kept, kept.environments.at(0), small_catalogue());
        CHECK(lines.back().kept);
        CHECK(lines.back().source == "price of snapshot 2026-01-31, kept in the plan");
    }

    TEST_CASE("a row of the plan's own list goes before kept prices and the catalogue's") {
        Plan plan = plan_of(
            "stowage: 0\nprices: {snapshot: x, used: {cloud/east/disk: 9/GiB-month, cloud/east/std.small: "
            "9}, "
            "own: {cloud/east/attic: {for: disk, price: 0.01/GiB-month, date: 2026-11-01, source: offer "
            "4711}, cloud/east/std.small: {price: 0.04 at most 20/month}}}\nenvironments: {e: {provider: "
            "cloud, "
            "region: east, servers: {s: {instance: std.small, disk: 100GiB}}}}");
        // 0.04 x 730 = 29.20, at most 20; 100 x 0.01 = 1
        const auto figures = estimate(plan, catalogue_with_rates());
        const auto& lines = figures.environments.at(0).cost_lines;
        REQUIRE(lines.size() == 2);
        if (lines.size() != 2) return;
        CHECK(explain_cost(lines[0]) ==
              "1 x 0.04 USD/h x 730 h = list 29.20, at most 20.00 a month = 20.00 USD\nown price");
        CHECK(explain_cost(lines[1]) ==
              "100 GiB x 0.01/GiB-month = 1.00 USD\na month in full, also while the machine is off\nlist "
              "price of 2026-11-01\noffer 4711");
        CHECK(lines[1].sku == "attic");
        // The plan has them already.
        CHECK(with_prices_used(plan, catalogue_with_rates()).prices.used.empty());
    }

    TEST_CASE("a month's cap holds below the hours, and the hours hold below the cap") {
        const AppliedPrice price{HourlyPrice::nanos(8'930'000), Money::units(6)};
        // 730 x 0.00893 = 6.5189, 600 x 0.00893 = 5.358; three of them less 50 % = 9
        CHECK(month_of(price, kBillingMonth, 1, {}) == Money::units(6));
        CHECK(month_of(price, Duration::hours(600), 1, {}) == Money::nanos(5'358'000'000));
        CHECK(month_of(price, kBillingMonth, 3, Percent::whole(50)) == Money::units(9));
        // 672 h x 6 / 672 is the cap itself
        CHECK_FALSE(is_capped({HourlyPrice::nanos(10'000'000), Money::cents(730)}, kBillingMonth));
    }
}
