// SPDX-License-Identifier: MIT
#include "stowage/scaling.hpp"

#include "expectations.hpp"
#include "fixtures.hpp"
#include "small_catalogue.hpp"
#include "stowage/quantity_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

Metrics metrics_of(std::string_view text) {
    const auto metrics = parse_metrics(text);
    REQUIRE(metrics);
    return *metrics;
}

ScaleOut rule_of(Join join, const std::vector<std::string>& conditions) {
    ScaleOut rule;
    rule.join = join;
    for (const std::string& text : conditions) {
        const auto condition = parse_condition(text);
        REQUIRE(condition);
        rule.conditions.push_back(*condition);
    }
    return rule;
}

/// The seed's guideline for WSGI.
std::string_view wsgi_rule(std::string_view metrics) {
    const auto rule = rule_of(Join::any, {"cpu > 70% for 5m", "p95 > 500ms", "queue > 50"});
    return name_of(verdict_of(rule, metrics_of(metrics)).firing);
}

std::string_view joined_by_all(std::string_view metrics) {
    const auto rule = rule_of(Join::all, {"cpu < 20%", "p95 < 100ms"});
    return name_of(verdict_of(rule, metrics_of(metrics)).firing);
}

/// The action of x's rule in an environment.
ScalingAction action_in(const std::string& settings) {
    const Plan plan =
        plan_of("stowage: 0\nenvironments: {e: {provider: cloud, region: east, " + settings + "}}");
    return action_of(plan, estimate(plan, small_catalogue()), small_catalogue(), 0, 0);
}

}  // namespace

TEST_SUITE("a scaling rule") {
    TEST_CASE("joined by any fires when one condition holds, whatever the others are") {
        CHECK(wsgi_rule("cpu=82%, p95=640ms, queue=3") == "fires");
        CHECK(wsgi_rule("queue=51") == "fires");
        CHECK(wsgi_rule("cpu=70%, p95=500ms, queue=50") == "rests");  // at the threshold, not above
        CHECK(wsgi_rule("cpu=10%, p95=20ms") == "undecided");
    }

    TEST_CASE("joined by all rests when one condition does not hold, whatever the others are") {
        CHECK(joined_by_all("cpu=12%, p95=80ms") == "fires");
        CHECK(joined_by_all("cpu=25%") == "rests");
        CHECK(joined_by_all("cpu=12%") == "undecided");
    }

    TEST_CASE("without conditions rests") {
        CHECK(verdict_of(rule_of(Join::all, {}), metrics_of("cpu=99%")).firing == Firing::rests);
    }
}

TEST_SUITE("metrics as they are typed in") {
    TEST_CASE("are figures with the units of their metrics") {
        const Metrics metrics = metrics_of(" cpu=132.5%,p95 = 640ms, connections=180");
        CHECK(metrics.of(Metric::cpu) == 13'250);
        CHECK(metrics.of(Metric::p95) == 640'000);
        CHECK(metrics.of(Metric::connections) == 180);
        CHECK_FALSE(metrics.of(Metric::queue).has_value());
    }

    TEST_CASE("can be read one by one") {
        const auto cpu = parse_figure(Metric::cpu, " 132.5% ");
        REQUIRE(cpu.has_value());
        CHECK(*cpu == 13'250);
        CHECK(error_of(parse_figure(Metric::p95, "640")).code == ErrorCode::unit);
        CHECK(error_of(parse_figure(Metric::queue, "12, p95=1s")).message == "\"12, p95=1s\" is not a count");
    }

    TEST_CASE("are refused with what would be accepted") {
        CHECK(error_of(parse_metrics("")).message == "\"\" is not a metric");
        CHECK(error_of(parse_metrics("load=3")).message == "\"load=3\" is not a metric");
        CHECK(error_of(parse_metrics("cpu")).message == "\"cpu\" is not a metric");
        CHECK(error_of(parse_metrics("cpu=80%, cpu=90%")).code == ErrorCode::duplicate);
        CHECK(error_of(parse_metrics("cpu=80")).accepted == "from 0% to 10000%, with at most two decimals");
        CHECK(error_of(parse_metrics("cpu=10000.01%")).code == ErrorCode::out_of_range);
        CHECK(error_of(parse_metrics("p95=640")).code == ErrorCode::unit);
        CHECK(error_of(parse_metrics("queue=1.5")).accepted == "a whole number from 0 to 1000000000");
    }
}

TEST_SUITE("the action of a scaling rule") {
    TEST_CASE("of the template's app server finds no room, as it is over-committed by one core") {
        const Plan plan = seed_plan();
        const Environment& production = plan.environments[3];
        REQUIRE(production.services[1].name == "wsgi");

        const auto action = action_of(plan, estimate(plan, catalogue()), catalogue(), 3, 1);

        CHECK(action.added == 1);
        CHECK(action.placed == 0);
        REQUIRE(action.shortages.size() == 1);
        CHECK(production.servers[action.shortages[0].server].name == "app");
        CHECK(show_move_room(action.shortages[0].room) == "lacks 3 cores");  // 2 requested, 1 owed
        REQUIRE(action.machines);
        CHECK(action.machines->count == 1);
        // one more c6a.2xlarge: 0.306 x 730 h
        CHECK(show_money(action.machines->cost.low - action.cost.low) == "223.38");
    }

    TEST_CASE("takes room where there is some, and costs nothing then") {
        const auto action = action_in(
            "servers: {a: {cpu: 4, memory: 8GiB, cost: 10/month}}, services: {x: {cpu: 1, memory: 1GiB, "
            "replicas: 2, scale_out: {any: [\"cpu > 70%\"], add: 2}}}");
        CHECK(action.added == 2);
        CHECK(action.placed == 2);
        REQUIRE(action.pools.size() == 1);
        CHECK(action.pools[0].replicas == 2);
        CHECK(action.shortages.empty());
        CHECK_FALSE(action.machines);
    }

    TEST_CASE("ends at the most replicas that the rule allows") {
        const auto action = action_in(
            "servers: {a: {cpu: 4, memory: 8GiB, cost: 10/month}}, services: {x: {cpu: 1, memory: 1GiB, "
            "replicas: 2, scale_out: {any: [\"cpu > 70%\"], add: 5, max: 3}}}");
        CHECK(action.added == 1);
    }

    TEST_CASE("that finds room for some tells what the next one lacks, and the cheapest machines for all") {
        // a has room for 1 more and b for none; a second a costs 10, a second b 30
        const auto action = action_in(
            "servers: {a: {cpu: 4, memory: 8GiB, cost: 10/month}, b: {cpu: 4, memory: 1GiB, cost: "
            "30/month}}, "
            "services: {x: {cpu: 1, memory: 2GiB, replicas: 3, scale_out: {any: [\"cpu > 70%\"], add: 2}}}");
        CHECK(action.placed == 1);
        REQUIRE(action.shortages.size() == 2);
        CHECK(show_move_room(action.shortages[0].room) == "1 of 2 fit, the next lacks 1 core and 2 GiB");
        CHECK(show_move_room(action.shortages[1].room) == "lacks 1 GiB each");
        REQUIRE(action.machines);
        CHECK(action.machines->server == 0);
        CHECK(show_money(action.machines->cost.low) == "50.00");
    }

    TEST_CASE("that no machine can carry has no way to make room") {
        const auto action = action_in(
            "servers: {a: {cpu: 2, memory: 8GiB, cost: 10/month}}, services: {x: {server: a, cpu: 3, memory: "
            "1GiB, scale_out: {any: [\"cpu > 70%\"]}}}");
        CHECK(action.placed == 0);
        CHECK_FALSE(action.machines);
    }
}

TEST_SUITE("room for more of a service") {
    TEST_CASE("leaves the headroom floor free unless it is pinned, and its own replicas where they are") {
        const std::string server =
            "servers: {a: {cpu: 4, memory: 8GiB, cost: 1/month, min_headroom: {cpu: 25%}}}, services: ";
        const auto more = [&](const std::string& service) {
            const Plan plan = plan_of("stowage: 0\nenvironments: {e: {" + server + service + "}}");
            const EnvironmentEstimate figures = estimate(plan, small_catalogue()).environments.front();
            return show_move_room(room_for_more(plan.environments.front(), figures, 0, 0, 2));
        };
        CHECK(more("{x: {cpu: 1, memory: 1GiB, replicas: 2}}") == "1 of 2 fit, the next lacks 1 core");
        CHECK(more("{x: {server: a, cpu: 1, memory: 1GiB, replicas: 2}}") == "fits");
        CHECK(more("{x: {cpu: 1, memory: 1GiB, spread: true}}") == "needs a machine of its own each");
    }
}
