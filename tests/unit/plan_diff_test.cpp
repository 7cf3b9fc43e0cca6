// SPDX-License-Identifier: MIT
//
// Prices are the round ones of small_catalogue.hpp, 730 h a month.
#include "stowage/plan_diff.hpp"

#include "fixtures.hpp"
#include "plan_generator.hpp"
#include "printers.hpp"
#include "small_catalogue.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

PlanDiff diff_of(const Plan& before, const Plan& after) {
    return diff_plans(before, estimate(before, small_catalogue()), after, estimate(after, small_catalogue()));
}

/// Of two environments `e` in the small catalogue's east.
PlanDiff diff_of(const std::string& before, const std::string& after) {
    const auto plan = [](const std::string& settings) {
        return plan_of("stowage: 0\nenvironments: {e: {provider: cloud, region: east, " + settings + "}}");
    };
    return diff_of(plan(before), plan(after));
}

std::string shown(const std::optional<Cost>& cost) { return cost ? show_cost(*cost) : "-"; }

/// "CATEGORY ITEM BEFORE -> AFTER", one a line.
std::string changes_of(const EnvironmentDiff& diff) {
    std::string text;
    for (const CostChange& change : diff.costs) {
        text += std::string(name_of(change.category)) + " " + change.item + " " + shown(change.before) +
                " -> " + shown(change.after) + "\n";
    }
    return text;
}

Cost single(std::int64_t cents) { return {Money::cents(cents), Money::cents(cents), true}; }

}  // namespace

TEST_SUITE("plan diff") {
    TEST_CASE("lines that changed, that are new and that are gone") {
        // std.small 36.50, std.large 146.00, db.small 73.00, kv.small 21.90 a month
        const PlanDiff diff = diff_of(
            "servers: {app: {instance: std.small}, same: {instance: std.small}}, managed: {kv: {instance: "
            "kv.small}}",
            "servers: {same: {instance: std.small}, app: {instance: std.large}}, managed: {rds: {instance: "
            "db.small}}");
        REQUIRE(diff.environments.size() == 1);
        CHECK(changes_of(diff.environments.front()) ==
              "server app 36.50 -> 146.00\n"
              "managed rds - -> 73.00\n"
              "managed kv 21.90 -> -\n");
        CHECK(show_cost(diff.before) == "94.90");
        CHECK(show_cost(diff.after) == "255.50");
        // 255.50 - 94.90 = 160.60; 160.60 / 94.90 = 169.2 %
        CHECK(show_change(diff.before, diff.after) == "+160.60 (+169.2%)");
    }

    TEST_CASE("environments are the same by name; figures of both sides are told") {
        const PlanDiff diff = diff_of(
            plan_of("stowage: 0\nenvironments: {old: {servers: {a: {cpu: 2, memory: 4GiB, cost: 5/month}}}, "
                    "stays: {title: Stays, servers: {a: {cpu: 2, memory: 4GiB, cost: 5/month}}}}"),
            plan_of("stowage: 0\nenvironments: {stays: {title: Still here, servers: {a: {cpu: 2, memory: "
                    "4GiB, cost: 5/month}}, services: {web: {server: a, cpu: 3, memory: 1GiB}}}, new: "
                    "{servers: {a: {cpu: 2, memory: 4GiB, cost: 7/month}}}}"));
        REQUIRE(diff.environments.size() == 3);
        const EnvironmentDiff& stays = diff.environments[0];
        CHECK(stays.label == "Still here");
        CHECK(stays.costs.empty());
        REQUIRE(stays.before);
        REQUIRE(stays.after);
        CHECK(stays.before->free.cpu == MilliCpu::cores(2));
        CHECK(stays.after->free.cpu == MilliCpu::cores(-1));
        CHECK(stays.before->errors == 0);
        CHECK(stays.after->errors == 1);
        CHECK(diff.environments[1].name == "new");
        CHECK_FALSE(diff.environments[1].before);
        CHECK(changes_of(diff.environments[1]) == "server a - -> 7.00\n");
        CHECK(diff.environments[2].name == "old");
        CHECK_FALSE(diff.environments[2].after);
        CHECK(changes_of(diff.environments[2]) == "server a 5.00 -> -\n");
    }

    TEST_CASE("losing its price is a change") {
        const PlanDiff diff =
            diff_of("servers: {app: {cost: 0/month}}", "servers: {app: {cpu: 1, memory: 1GiB}}");
        REQUIRE(diff.environments.size() == 1);
        CHECK(changes_of(diff.environments.front()) == "server app 0.00 -> at least 0.00\n");
    }

    TEST_CASE("a plan does not differ from itself") {
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            const Plan plan = random_plan(seed);
            const PlanDiff diff = diff_of(plan, plan);
            CHECK(diff.environments.size() == plan.environments.size());
            for (const EnvironmentDiff& environment : diff.environments) CHECK(environment.costs.empty());
            CHECK(show_change(diff.before, diff.after) == "no change");
        }
    }

    TEST_CASE("a change is shown with its sign, and in per cent where both are single figures") {
        CHECK(show_change(single(30'000), single(31'230)) == "+12.30 (+4.1%)");
        CHECK(show_change(single(10'000), single(9'500)) == "-5.00 (-5.0%)");
        CHECK(show_change(single(0), single(500)) == "+5.00");
        CHECK(show_change(single(500), single(500)) == "no change");
        const Cost range{Money::units(50), Money::units(200), true};
        CHECK(show_change(range, {Money::units(45), Money::units(198), true}) == "-5.00..-2.00");
        CHECK(show_change(range, {Money::units(52), Money::units(195), true}) == "-5.00..+2.00");
        CHECK(show_change(range, {Money::units(60), Money::units(210), true}) == "+10.00");
    }

    TEST_CASE("a change from or to nothing known is a bound") {
        const Cost unknown{Money::units(10), Money::units(10), false};
        CHECK(show_change(single(1'000), unknown) == "at least +0.00");
        CHECK(show_change(unknown, single(1'500)) == "at most +5.00");
        CHECK(show_change(unknown, unknown) == "no change");
        CHECK(show_change(unknown, {Money::units(12), Money::units(12), false}) ==
              "+2.00 of what has a price");
    }

    TEST_CASE("a change from next to nothing has no per cent that overflows") {
        const Cost nano{Money::nanos(1), Money::nanos(1), true};
        CHECK(show_change(nano, {Money::nanos(INT64_MAX), Money::nanos(INT64_MAX), true}) ==
              "+9,223,372,036.85");
    }
}
