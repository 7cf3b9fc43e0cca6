// SPDX-License-Identifier: MIT
#include "findings_of_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kPostgres =
    "servers: {db: {cpu: 4, memory: 8GiB, cost: 1/month}}, "
    "services: {pg: {title: PostgreSQL, server: db, cpu: 1, memory: 1GiB, replicas: ";

/// storage_not_counted of a plan priced by the shipped catalogue, with its fixes.
std::string findings_of_bill(const std::string& settings) {
    const Estimate figures =
        estimate(plan_of("stowage: 0\nenvironments: {e: {" + settings + "}}"), catalogue());
    std::string text;
    for (const Finding& finding : figures.environments.at(0).findings) {
        if (finding.code != FindingCode::storage_not_counted) continue;
        text += std::string(name_of(finding.code)) + " " + finding.where + " " + finding.message;
        for (const Fix& fix : finding.fixes) text += ": " + fix.label;
        text += "\n";
    }
    return text;
}

}  // namespace

TEST_SUITE("cost findings") {
    TEST_CASE("paid_twice: a service runs on a server and is rented too") {
        CHECK(findings_with(kPostgres + "1}}, managed: {rds: {title: RDS, for: pg, instance: db.small}}") ==
              "warning paid_twice: PostgreSQL runs on a server and is rented as RDS too: it is paid twice\n");
        CHECK(findings_with(kPostgres + "0}}, managed: {rds: {for: pg, instance: db.small}}").empty());
        CHECK(findings_with(kPostgres + "1}}, managed: {rds: {instance: db.small}}").empty());
        CHECK(places_of(kPostgres + "1}}, managed: {rds: {for: pg, instance: db.small}}", "paid_twice") ==
              "/environments/e/managed/rds\n");
    }

    TEST_CASE("budget_exceeded: even the lower end is over the budget") {
        // std.small: 0.05 x 730 = 36.50
        CHECK(findings_with("budget: 36.49, servers: {app: {instance: std.small}}") ==
              "error budget_exceeded: a month costs at least 36.50, over the budget of 36.49\n");
        CHECK(findings_with("budget: 36.50, servers: {app: {instance: std.small}}").empty());
        CHECK(places_of("budget: 1, servers: {app: {instance: std.small}}", "budget_exceeded") ==
              "/environments/e/budget\n");
    }

    TEST_CASE("budget_at_risk: only the upper end is over the budget") {
        const std::string range = "servers: {app: {cpu: 1, memory: 1GiB, cost: 50..200/month}}";
        CHECK(findings_with("budget: 199.99, " + range) ==
              "warning budget_at_risk: a month may cost up to 200.00, over the budget of 199.99\n");
        CHECK(findings_with("budget: 200, " + range).empty());
        CHECK(findings_with("budget: 49.99, " + range) ==
              "error budget_exceeded: a month costs at least 50.00, over the budget of 49.99\n");
        CHECK(findings_with(range).empty());
    }

    TEST_CASE("what passes the budget comes with the cheapest machines that carry the same") {
        const auto fixes_of = [](const std::string& settings) {
            const Plan plan =
                plan_of("stowage: 0\nenvironments: {e: {provider: cloud, region: east, " + settings + "}}");
            std::string text;
            const Estimate figures = estimate(plan, small_catalogue());
            for (const Finding& finding : figures.environments.front().findings) {
                if (finding.code != FindingCode::budget_exceeded) continue;
                for (const Fix& fix : finding.fixes)
                    text +=
                        fix.label + ": " + fix.edits.front().pointer + " = " + fix.edits.front().text + "\n";
            }
            return text;
        };
        // std.large 0.2 x 730 = 146.00, twice 292; std.small 0.05 x 730 = 36.50; burst.small 0.04 x 730 =
        // 29.20. b needs 2 cores all the time, of which burst.small sustains 0.4; a needs 0.4.
        CHECK(
            fixes_of("budget: 10, servers: {a: {cpu: 2, memory: 4GiB, instance: std.small}, b: {title: Big, "
                     "cpu: 2, memory: 4GiB, count: 2, instance: std.large}}, services: {x: {server: a, cpu: "
                     "400m, memory: 1GiB}, y: {server: b, replicas: 2, cpu: 2, memory: 1GiB}}") ==
            "Rent std.small for Big at 73.00 a month instead of 292.00: /environments/e/servers/b/instance = "
            "std.small\n"
            "Rent burst.small for a at 29.20 a month instead of 36.50: /environments/e/servers/a/instance = "
            "burst.small\n");
        // Nothing cheaper has 8 cores, and an own cost is nobody's list price.
        CHECK(
            fixes_of(
                "budget: 10, servers: {a: {cpu: 8, memory: 16GiB, instance: std.large}, b: {cpu: 2, memory: "
                "4GiB, instance: std.large, cost: 90/month}}")
                .empty());
    }

    TEST_CASE("max_cost_below_price: the stated maximum is less than the price") {
        // db.small: 0.1 x 730 = 73
        CHECK(findings_with("managed: {rds: {title: RDS, instance: db.small, max_cost: 72.99}}") ==
              "warning max_cost_below_price: RDS costs 73.00 a month, more than its max_cost of 72.99\n");
        CHECK(findings_with("managed: {rds: {instance: db.small, max_cost: 73}}").empty());
        CHECK(places_of("managed: {rds: {instance: db.small, count: 2, max_cost: 100}}",
                        "max_cost_below_price") == "/environments/e/managed/rds/max_cost\n");
    }

    TEST_CASE("unpriced: what has neither an own cost nor a list price") {
        CHECK(findings_with("servers: {app: {title: App, cpu: 1, memory: 1GiB}}") ==
              "info unpriced: App has no price: the total is a lower bound\n");
        CHECK(findings_with("servers: {app: {title: App, cpu: 1, memory: 1GiB, cost: 0/month}}").empty());
        CHECK(findings_with("servers: {app: {title: App, instance: std.small, disk: 10GiB}}") ==
              "info unpriced: the disk of App has no price: the total is a lower bound\n");
        CHECK(findings_with("network: {egress: 1GB/month}") ==
              "info unpriced: traffic to the internet has no price: the total is a lower bound\n");
        CHECK(findings_with("managed: {mail: {title: Mail}}") ==
              "info unpriced: Mail has no price: the total is a lower bound\n");
        CHECK(places_of("servers: {a: {instance: std.small, disk: 1GiB}}, network: {egress: 1GB/month}",
                        "unpriced") == "/environments/e/servers/a/disk\n/environments/e/network/egress\n");
    }

    TEST_CASE("unpriced: a machine that was bought for nobody says what, and the field is named") {
        const std::string bought = "servers: {app: {cpu: 1, memory: 1GiB, cost: {lifetime: 36 months";
        const std::string message =
            "info unpriced: app has no price, as what it was bought for is not stated: the total is a lower "
            "bound\n";
        CHECK(findings_with(bought + "}}}") == message);
        CHECK(places_of(bought + "}}}", "unpriced") == "/environments/e/servers/app/cost/purchase\n");
        CHECK(findings_with(bought + ", purchase: 3600}}}").empty());
        CHECK(findings_with(bought + ", monthly: 40}}}").empty());  // written off, its place is due
        CHECK(findings_with(bought + ", power: 200W, electricity: 0.3/kWh}}}").empty());
        CHECK(findings_with("servers: {app: {cpu: 1, memory: 1GiB, cost: 0/month}}").empty());
    }

    TEST_CASE("storage_not_counted: a database of a provider that prices storage apart states none") {
        const auto findings = [](const std::string& managed) {
            return findings_of_bill(
                "provider: aws, region: us-east-1, services: {pg: {cpu: 1, memory: 1GiB, "
                "replicas: 0, disk: 50GiB}}, managed: {db: {instance: db.t3.medium" +
                managed + "}}");
        };
        const std::string message =
            "storage_not_counted /environments/e/managed/db/storage db is counted without storage, which aws "
            "prices apart: ";
        CHECK(findings("") == message + "Count 20GiB of storage\n");
        CHECK(findings(", for: pg") == message + "Count 50GiB of storage\n");
        CHECK(findings(", storage: 20GiB").empty());
        CHECK(findings(", cost: 9/month").empty());
        CHECK(findings_of_bill("provider: digitalocean, region: all, managed: {db: {instance: x}}").empty());
    }

    TEST_CASE("prices_of_another_snapshot: the plan's own prices are used") {
        const std::string server = "servers: {app: {instance: std.small}}";
        CHECK(
            findings_with(server, "prices: {snapshot: 2020-01-01, used: {cloud/east/std.small: 0.04}}\n") ==
            // 0.04 x 730 h and 0.05 x 730 h
            "info prices_of_another_snapshot: a month costs 29.20 at the prices of 2020-01-01 that the plan "
            "keeps, and 36.50 at those of 2026-01-31\n");
        CHECK(findings_with(server, "prices: {snapshot: 2026-01-31, used: {cloud/east/std.small: 0.04}}\n")
                  .empty());
        CHECK(findings_with(server, "prices: {snapshot: 2020-01-01, used: {cloud/west/std.small: 0.04}}\n")
                  .empty());
        CHECK(findings_with(server, "prices: {snapshot: 2020-01-01}\n").empty());
    }

    TEST_CASE("errors come first, then warnings, then infos, each in the order of the plan") {
        CHECK(findings_with("budget: 10, servers: {a: {cpu: 1, memory: 1GiB}, b: {cpu: 4, memory: 8GiB, "
                            "instance: std.small}, c: "
                            "{cpu: 1, memory: 1GiB, instance: none}}, services: {x: {server: a, cpu: 1, "
                            "memory: 512MiB}}") ==
              "error instance_too_small: std.small has 2 vCPU, b needs 4\n"
              "error instance_too_small: std.small has 4 GiB memory, b needs 8 GiB\n"
              "error budget_exceeded: a month costs at least 36.50, over the budget of 10.00\n"
              "warning no_headroom: a leaves no CPU to the operating system: all 1 core are requested\n"
              "warning instance_unknown: the catalogue has no none of cloud in east\n"
              "info unpriced: a has no price: the total is a lower bound\n"
              "info unpriced: c has no price: the total is a lower bound\n");
    }
}
