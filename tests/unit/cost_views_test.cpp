// SPDX-License-Identifier: MIT
//
// Shares worked out by hand beside each case, from the seed document's staging server, from own costs, and
// from rules that hold for every plan.
#include "stowage/cost_views.hpp"

#include "cost_apportionment.hpp"
#include "expectations.hpp"
#include "fixtures.hpp"
#include "plan_generator.hpp"
#include "printers.hpp"
#include "random.hpp"
#include "small_catalogue.hpp"
#include "stowage/limits.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

struct Estimated {
    Environment environment;
    EnvironmentEstimate figures;
};

Estimated first_of(const Plan& plan, const Catalogue& prices) {
    const Estimate all = estimate(plan, prices);
    if (all.environments.empty()) return {};
    return {plan.environments.front(), all.environments.front()};
}

Estimated environment_with(const std::string& settings) {
    return first_of(
        plan_of("stowage: 0\nenvironments: {e: {provider: cloud, region: east, " + settings + "}}"),
        small_catalogue());
}

Estimated seed_environment(std::string_view name) {
    Plan plan = seed_plan();
    const Estimate all = estimate(plan, catalogue());
    for (std::size_t i = 0; i < plan.environments.size(); ++i) {
        if (plan.environments[i].name == name) return {plan.environments[i], all.environments[i]};
    }
    return {};
}

/// "ITEM COST", one a line.
std::string view_of(const Estimated& estimated, CostView view) {
    std::string text;
    for (const CostShare& share : cost_shares(estimated.environment, estimated.figures, view))
        text += share.item + " " + show_cost(share.cost) + "\n";
    return text;
}

std::string rule_about(const Estimated& estimated, std::string_view item) {
    for (const CostShare& share : cost_shares(estimated.environment, estimated.figures, CostView::service)) {
        if (share.item == item) return share.rule;
    }
    return "no such item";
}

Cost sum_of(const std::vector<CostShare>& shares) {
    Cost sum;
    for (const CostShare& share : shares) sum += share.cost;
    return sum;
}

/// Whether every view sums to the environment's cost, to the billionth.
bool views_sum_up(const Environment& environment, const EnvironmentEstimate& figures) {
    for (const CostView view : kCostViews) {
        const Cost sum = sum_of(cost_shares(environment, figures, view));
        if (sum.low != figures.cost.low || sum.high != figures.cost.high ||
            sum.complete != figures.cost.complete)
            return false;
    }
    return true;
}

}  // namespace

TEST_SUITE("cost by service") {
    TEST_CASE("the staging server of the seed document: larger fractions, scaled down to one server") {
        // t3.large: 0.0832 x 730 = 60.736 for 4 cores and 8 GiB. CPU / memory in eighths:
        //   Nginx 0.5 core (1/8), 256 MiB (1/32)       -> 1/8
        //   WSGI 2 x 0.5 core (2/8), 2 x 1 GiB (2/8)   -> 2/8
        //   ASGI 1 core (2/8), 1.5 GiB (1.5/8)         -> 2/8
        //   PostgreSQL 1 core (2/8), 2 GiB (2/8)       -> 2/8
        //   Redis 0.5 core (1/8), 512 MiB (0.5/8)      -> 1/8
        // 8/8 together: 60.736 / 8 = 7.592 and twice that 15.184; nothing is unused by this rule, as no CPU
        // is left.
        CHECK(view_of(seed_environment("staging"), CostView::service) ==
              "Nginx 7.59\n"
              "WSGI 15.18\n"
              "ASGI 15.18\n"
              "PostgreSQL 15.18\n"
              "Redis 7.59\n");
        CHECK(rule_about(seed_environment("staging"), "WSGI") == "25% of staging (CPU 1 core of 4 cores)");
    }

    TEST_CASE("shared CPU counts by memory alone, and the rest is unused headroom") {
        // development: t3.medium 0.0416 x 730 = 30.368 for 4096 MiB. WSGI and ASGI 500 MiB each: 3.70703..;
        // PostgreSQL 200 MiB: 1.48281..; Redis 50 MiB: 0.37070..; left: 2846 MiB of 4096, 21.10042..
        CHECK(view_of(seed_environment("development"), CostView::service) ==
              "Django WSGI 3.71\n"
              "Django ASGI 3.71\n"
              "PostgreSQL 1.48\n"
              "Redis 0.37\n"
              "unused headroom 21.10\n");
        const Estimated development = seed_environment("development");
        CHECK(show_cost(unused_headroom_cost(development.environment, development.figures)) == "21.10");
        CHECK(rule_about(development, "unused headroom") == "69.48% of dev");
    }

    TEST_CASE("an over-committed server is scaled down: nine cores requested of eight") {
        // 90 a month. Ninths of the CPU: a 1, b 4, c 4; no memory comes near.
        const Estimated over = environment_with(
            "servers: {app: {cpu: 8, memory: 16GiB, cost: 90/month}}, services: {a: {server: app, cpu: 1, "
            "memory: 1GiB}, b: {server: app, cpu: 4, memory: 1GiB}, c: {server: app, cpu: 4, memory: 1GiB}}");
        CHECK(view_of(over, CostView::service) == "a 10.00\nb 40.00\nc 40.00\n");
        CHECK(rule_about(over, "b") == "44.44% of app (CPU 4 cores of 8 cores, scaled down)");
    }

    TEST_CASE("shares that pass the server although neither resource does are scaled down too") {
        // a takes 3/4 of the CPU, b 3/4 of the memory: half of the server each.
        const Estimated mixed = environment_with(
            "servers: {app: {cpu: 4, memory: 4GiB, cost: 50/month}}, services: {a: {server: app, cpu: 3, "
            "memory: 1GiB}, b: {server: app, cpu: 1, memory: 3GiB}}");
        CHECK(view_of(mixed, CostView::service) == "a 25.00\nb 25.00\n");
    }

    TEST_CASE("a pool is divided as one, and its reserve belongs to nobody") {
        // Three machines at 40 of 4 cores and 8 GiB, 1 core and 2 GiB kept of each: 9 cores and 18 GiB. web
        // takes 3 x 1 core (1/3) and 3 x 1 GiB: 120 / 3 = 40.
        const Estimated pool = environment_with(
            "reserved: {cpu: 1, memory: 2GiB}, servers: {app: {cpu: 4, memory: 8GiB, count: 3, cost: "
            "40/month}}, services: {web: {server: app, replicas: 3, cpu: 1, memory: 1GiB}}");
        CHECK(view_of(pool, CostView::service) == "web 40.00\nunused headroom 80.00\n");
        CHECK(rule_about(pool, "web") == "33.33% of app (CPU 3 cores of 9 cores)");
    }

    TEST_CASE("ranges are divided end by end, and a service on two servers pays on both") {
        // app 50..200: web has 1 of 4 cores there, 12.50..50; other 40: web has 2 of 4, 20. Sum 32.50..70.
        // Left: 37.50..150 and 20.
        const Estimated two = environment_with(
            "servers: {app: {cpu: 4, memory: 8GiB, cost: 50..200/month}, other: {cpu: 4, memory: 8GiB, cost: "
            "40/month}}, services: {pinned: {server: app, cpu: 3, memory: 1GiB}, web: {replicas: 3, cpu: 1, "
            "memory: 1GiB}}");
        CHECK(view_of(two, CostView::service) ==
              "pinned 37.50..150.00\nweb 32.50..70.00\nunused headroom 20.00\n");
        CHECK(rule_about(two, "web") ==
              "25% of app (CPU 1 core of 4 cores); 50% of other (CPU 2 cores of 4 cores)");
    }

    TEST_CASE("what is managed for a service is that service's, other things stand by themselves") {
        // db.small 0.1 x 730 = 73; kv.small 0.03 x 730 = 21.90. postgres runs nowhere and costs its database.
        const Estimated managed = environment_with(
            "services: {postgres: {replicas: 0, cpu: 1, memory: 1GiB}}, managed: {rds: {title: RDS, for: "
            "postgres, instance: db.small, max_cost: 200}, kv: {instance: kv.small}}");
        CHECK(view_of(managed, CostView::service) == "postgres 73.00..200.00\nkv 21.90\n");
        CHECK(rule_about(managed, "postgres") == "all of RDS");
        CHECK(view_of(managed, CostView::server) == "RDS 73.00..200.00\nkv 21.90\n");
        CHECK(view_of(managed, CostView::category) == "add-on 94.90..221.90\n");
    }

    TEST_CASE("a service of zero request costs nothing") {
        const Estimated idle = environment_with(
            "servers: {app: {cpu: 4, memory: 8GiB, cost: 40/month}}, services: {none: {server: app, cpu: "
            "shared, memory: 0MiB}, web: {server: app, cpu: 4, memory: 1GiB}}");
        CHECK(view_of(idle, CostView::service) == "web 40.00\n");
    }

    TEST_CASE("a server of unknown size is not divided") {
        const Estimated unknown = environment_with(
            "servers: {odd: {cost: 40/month}}, services: {web: {server: odd, cpu: 1, memory: 1GiB}}");
        CHECK(view_of(unknown, CostView::service) == "odd 40.00\n");
        CHECK(contains(rule_about(unknown, "odd"), "size is unknown"));
        CHECK_FALSE(unit_costs(unknown.environment, unknown.figures).per_vcpu);
    }

    TEST_CASE("what has no price stays, as a lower bound") {
        const Estimated unpriced = environment_with(
            "servers: {app: {cpu: 4, memory: 8GiB}}, services: {web: {server: app, cpu: 1, memory: 1GiB}}");
        CHECK(view_of(unpriced, CostView::service) == "web at least 0.00\nunused headroom at least 0.00\n");
        CHECK(view_of(unpriced, CostView::server) == "app at least 0.00\n");
        CHECK(view_of(unpriced, CostView::category) == "server at least 0.00\n");
    }

    TEST_CASE("the views of every plan sum to its cost, to the billionth, and no row ends below its start") {
        for (std::uint64_t seed = 0; seed < 300; ++seed) {
            const Plan plan = random_plan(seed);
            const Estimate figures = estimate(plan, small_catalogue());
            for (std::size_t i = 0; i < plan.environments.size(); ++i) {
                CHECK_MESSAGE(views_sum_up(plan.environments[i], figures.environments[i]), seed);
                for (const CostShare& share :
                     cost_shares(plan.environments[i], figures.environments[i], CostView::service)) {
                    if (share.cost.high < share.cost.low) FAIL_CHECK(seed, share.item);
                }
            }
        }
    }

    TEST_CASE("prices that no service divides evenly sum up as well") {
        for (std::int64_t nanos = 1; nanos < 2'000; nanos += 37) {
            Estimated odd = environment_with(
                "servers: {app: {cpu: 7, memory: 8GiB, cost: 1/month}}, services: {a: {server: app, cpu: 2, "
                "memory: 1GiB}, b: {server: app, cpu: 2, memory: 3GiB}, c: {server: app, cpu: 2, memory: "
                "1GiB}}");
            REQUIRE(odd.figures.cost_lines.size() == 1);
            odd.figures.cost_lines.front().low = Money::nanos(nanos);
            odd.figures.cost_lines.front().high = Money::nanos(nanos + nanos % 3);
            odd.figures.cost = total_of(odd.figures.cost_lines);
            CHECK_MESSAGE(views_sum_up(odd.environment, odd.figures), nanos);
        }
    }

    TEST_CASE("at the limits nothing overflows") {
        // Every server at its largest and dearest, full twice over by one service of all replicas and
        // another.
        Estimated large = environment_with(
            "servers: {app: {cpu: 10000, memory: 32TiB, count: 5000, cost: 1000000/month}}, services: {a: "
            "{server: app, replicas: 100000, cpu: 10000, memory: 32TiB}, b: {server: app, replicas: 100000, "
            "cpu: 10000, memory: 32TiB}}");
        CHECK(large.figures.cost.low == limits::kMonthlyCost * limits::kServers);
        CHECK(views_sum_up(large.environment, large.figures));
        CHECK(view_of(large, CostView::service) == "a 2,500,000,000.00\nb 2,500,000,000.00\n");
        // Twelve times 5,000 million pass what Money holds, some 9,223 million.
        const Cost year = year_of(large.figures.cost);
        CHECK(year.low == Money::nanos(INT64_MAX));
        CHECK_FALSE(year.complete);
    }
}

TEST_SUITE("cost apportionment") {
    TEST_CASE("part_of() is the exact quotient, rounded down") {
        Random random(1);
        for (int i = 0; i < 2'000; ++i) {
            const std::int64_t amount = random.spread_between(0, INT64_MAX / 2);
            const std::int64_t whole = random.spread_between(1, INT64_MAX / 2);
            const std::int64_t part = random.between(0, whole);
            CHECK(part_of(amount, part, whole) ==
                  static_cast<std::int64_t>(detail::Int128{amount} * part / whole));
        }
        const detail::Int128 huge = detail::Int128{1} << 125;
        CHECK(part_of(INT64_MAX, huge, huge) == INT64_MAX);
        CHECK(part_of(INT64_MAX, huge / 2, huge) == INT64_MAX / 2);
        CHECK(part_of(INT64_MAX, 0, huge) == 0);
    }
}

TEST_SUITE("unit costs") {
    TEST_CASE("per vCPU and GiB that can be allocated") {
        // 2 x 40 for 2 x (4 - 1) cores and 2 x (8 - 2) GiB: 80 / 6 = 13.33, 80 / 12 = 6.67
        const Estimated two = environment_with(
            "reserved: {cpu: 1, memory: 2GiB}, servers: {app: {cpu: 4, memory: 8GiB, count: 2, cost: "
            "40/month}}, managed: {kv: {cost: 1000/month}}");
        const UnitCosts costs = unit_costs(two.environment, two.figures);
        REQUIRE(costs.per_vcpu);
        REQUIRE(costs.per_gib);
        CHECK(costs.per_vcpu->low == Money::nanos(13'333'333'333));
        CHECK(costs.per_gib->low == Money::nanos(6'666'666'667));
        CHECK_FALSE(costs.per_million_requests);
    }

    TEST_CASE("per million requests that come from outside, in the hours of the month") {
        // 10 a second for 176 h = 6,336,000, and 36 an hour for 176 h = 6,336: 6,342,336 requests. db is
        // called by web, so its arrivals are web's. 100 / 6.342336 = 15.767061222..
        const Estimated loaded = environment_with(
            "hours: office, servers: {app: {cpu: 4, memory: 8GiB, cost: 100/month}}, services: {web: {cpu: "
            "1, "
            "memory: 1GiB, calls: {db: 6}, load: {arrivals: 10/s}}, db: {cpu: 1, memory: 1GiB, load: "
            "{arrivals: 60/s}}, jobs: {cpu: 1, memory: 1GiB, load: {arrivals: 36/h}}}");
        const auto cost = unit_costs(loaded.environment, loaded.figures).per_million_requests;
        REQUIRE(cost);
        CHECK(cost->low == Money::nanos(15'767'061'222));
    }

    TEST_CASE("a trickle of requests gives no figure rather than an overflow") {
        const Estimated trickle = environment_with(
            "servers: {app: {cpu: 4, memory: 8GiB, cost: 1000000/month}}, services: {web: {cpu: 1, memory: "
            "1GiB, load: {arrivals: 0.0000001/day}}}");
        CHECK_FALSE(unit_costs(trickle.environment, trickle.figures).per_million_requests);
    }

    TEST_CASE("a year is twelve months") {
        // t3.large: 60.736 x 12 = 728.832
        const Cost year = year_of(seed_environment("staging").figures.cost);
        CHECK(year.low == Money::nanos(728'832'000'000));
        CHECK(year.complete);
    }
}
