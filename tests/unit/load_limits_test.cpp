// SPDX-License-Identifier: MIT
#include "stowage/load_limits.hpp"

#include "fixtures.hpp"
#include "small_catalogue.hpp"
#include "stowage/load_outlook.hpp"
#include "stowage/number_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

Plan plan_with(const std::string& services, const std::string& settings = "") {
    return plan_of("stowage: 0\nenvironments: {e: {" + settings +
                   "servers: {s: {cpu: 16, memory: 64GiB, cost: 100/month}}, services: " + services + "}}");
}

EnvironmentEstimate estimate_of(const Plan& plan) {
    return estimate(plan, small_catalogue()).environments.front();
}

/// "workers 2.08, CPU 4": the limits in their order, factors in three digits.
std::string limits_text(const Plan& plan) {
    std::string text;
    for (const LoadLimit& limit : load_limits(plan.environments.front(), estimate_of(plan))) {
        if (!text.empty()) text += ", ";
        text += std::string(words_of(limit.kind)) + " " + format_significant(limit.factor, 3);
    }
    return text;
}

std::optional<std::int64_t> replicas(const std::string& service, std::optional<double> latency) {
    const Plan plan = plan_with("{web: " + service + "}");
    const Environment& environment = plan.environments.front();
    return replicas_needed(environment.services.front(), needs_of(environment.services.front()),
                           arrivals_of(environment).front(), {}, latency);
}

const std::string kWeb = "kind: wsgi, cpu: 2, memory: 1GiB, workers: 5, ";

}  // namespace

TEST_SUITE("the limits of a load") {
    TEST_CASE("are met in their order: of CPU, of workers, of the server") {
        // 4.8 of 10 workers, 2 of 4 cores requested, 2 of the 16 that the server has
        CHECK(limits_text(plan_with("{web: {" + kWeb +
                                    "replicas: 2, load: {arrivals: 40/s, service_time: 120ms, "
                                    "cpu_time: 50ms}}}")) == "CPU 2, workers 2.08, CPU of the server 8");
    }

    TEST_CASE("of a server keep its headroom policy") {
        // 16 cores less a quarter are 12
        CHECK(
            limits_text(plan_with("{web: {" + kWeb + "replicas: 2, load: {arrivals: 40/s, cpu_time: 50ms}}}",
                                  "min_headroom: {cpu: 25%}, ")) == "CPU 2, CPU of the server 6");
    }

    TEST_CASE("of an M/M/1 latency budget are where the formula puts them") {
        // P95 of M/M/1 is ln(20) / (mu - lambda): 0.5 s at mu - lambda = 5.9915, so 4.0085/s of the 2/s
        CHECK(limits_text(plan_with(
                  "{web: {kind: wsgi, workers: 1, cpu: 1, memory: 1GiB, load: {arrivals: 2/s, "
                  "service_time: 100ms, latency_budget: 500ms}}}")) == "latency budget 2, workers 5");
    }

    TEST_CASE("of a latency budget below the service time are passed by any load") {
        CHECK(limits_text(plan_with(
                  "{web: {kind: wsgi, workers: 1, cpu: 1, memory: 1GiB, load: {arrivals: 2/s, "
                  "service_time: 100ms, latency_budget: 200ms}}}")) == "latency budget 0, workers 5");
    }

    TEST_CASE("of ASGI are the connections that it accepts, and their memory") {
        // 100 of 150 connections; 200 MiB of the worker and 100 of connections in 400 MiB
        CHECK(limits_text(
                  plan_with("{web: {kind: asgi, workers: 1, cpu: 1, memory: 400MiB, load: {connections: "
                            "100}}}")) == "connections 1.5, memory 2");
    }

    TEST_CASE("of a database are the connections that its clients may open") {
        // 40/s x 5 queries x 6 ms = 1.2 erlangs on 6 connections
        CHECK(
            limits_text(plan_with(
                "{web: {kind: wsgi, replicas: 2, workers: 3, cpu: 1, memory: 1GiB, load: {arrivals: 40/s}, "
                "calls: {db: 5}}, db: {kind: postgres, cpu: 2, memory: 2GiB, load: {service_time: 6ms}}}")) ==
            "database connections 5");
    }

    TEST_CASE("are met from the factor of the first on, and not before") {
        const std::vector<std::string> all{
            "{web: {" + kWeb + "replicas: 2, load: {arrivals: 40/s, service_time: 120ms, cpu_time: 50ms}}}",
            "{web: {kind: wsgi, workers: 1, cpu: 1, memory: 1GiB, load: {arrivals: 2/s, service_time: 100ms, "
            "latency_budget: 500ms}}}",
            "{web: {kind: asgi, workers: 1, cpu: 1, memory: 400MiB, load: {connections: 100}}}",
            "{web: {" + kWeb + "load: {arrivals: 40/s, cpu_time: 10ms}, scale_out: {any: [\"cpu > 70%\"]}}}",
            "{web: {kind: wsgi, replicas: 2, workers: 3, cpu: 1, memory: 1GiB, load: {arrivals: 40/s}, "
            "calls: {db: 5}}, db: {kind: postgres, cpu: 2, memory: 2GiB, load: {service_time: 6ms}}}",
            "{web: {replicas: 20, " + kWeb + "load: {arrivals: 40/s, cpu_time: 50ms}}}"};
        for (const std::string& services : all) {
            const Plan plan = plan_with(services);
            const Environment& environment = plan.environments.front();
            const EnvironmentEstimate figures = estimate_of(plan);
            const auto limits = load_limits(environment, figures);
            REQUIRE(!limits.empty());
            const double first = limits.front().factor;
            CHECK_MESSAGE(is_limit_met(environment, figures, {first * 1.001, 0}), services);
            CHECK_MESSAGE(!is_limit_met(environment, figures, {first * 0.999, 0}), services);
        }
    }

    TEST_CASE("are none where no load is stated") {
        CHECK(limits_text(plan_with("{web: {" + kWeb + "replicas: 2}}")).empty());
    }
}

TEST_SUITE("the replicas that a load needs") {
    TEST_CASE("are as many as carry it, and more for a latency") {
        // 12 erlangs: 13 workers are the fewest, 3 x 5
        const std::string busy = "{" + kWeb + "load: {arrivals: 100/s, service_time: 120ms}}";
        CHECK(replicas(busy, std::nullopt) == 3);
        // the response is at least the service: P95 of it alone is 120 ms x ln(20) = 359.5 ms
        CHECK(replicas(busy, 0.370) == 4);
        CHECK_FALSE(replicas(busy, 0.359).has_value());
    }

    TEST_CASE("let scale_out rest") {
        // CPU 70 % of n x 2 cores at 40/s x 100 ms = 4 cores: 4 / 1.4 = 2.86
        CHECK(replicas(
                  "{" + kWeb + "load: {arrivals: 40/s, cpu_time: 100ms}, scale_out: {any: [\"cpu > 70%\"]}}",
                  std::nullopt) == 3);
    }

    TEST_CASE("are not known without a prediction") {
        CHECK_FALSE(replicas("{" + kWeb + "replicas: 1}", std::nullopt).has_value());
    }
}

TEST_SUITE("the outlook of a load") {
    TEST_CASE("scales replicas and then machines; the cost follows") {
        // twice 40/s x 200 ms of CPU = 16 cores: 8 replicas of 2 cores fill the server, 9 need a second
        const Plan plan =
            plan_with("{web: {server: s, " + kWeb + "replicas: 4, load: {arrivals: 40/s, cpu_time: 200ms}}}");
        const EnvironmentEstimate figures = estimate_of(plan);
        const ScaledEnvironment twice = scaled_to(plan, small_catalogue(), 0, figures, {2, 0}, true);
        CHECK(twice.replicas == std::vector<std::int64_t>{8});
        CHECK(twice.machines == std::vector<std::int64_t>{1});
        const ScaledEnvironment more = scaled_to(plan, small_catalogue(), 0, figures, {2.1, 0}, true);
        CHECK(more.replicas == std::vector<std::int64_t>{9});
        CHECK(more.machines == std::vector<std::int64_t>{2});
        CHECK(more.cost.low == Money::units(200));
        CHECK(more.fits);
        CHECK_FALSE(scaled_to(plan, small_catalogue(), 0, figures, {2.1, 0}, false).fits);
    }

    TEST_CASE("never removes what the plan has") {
        const Plan plan =
            plan_with("{web: {server: s, " + kWeb + "replicas: 4, load: {arrivals: 1/s, cpu_time: 20ms}}}");
        const auto less = scaled_to(plan, small_catalogue(), 0, estimate_of(plan), {0.5, 0}, true);
        CHECK(less.replicas == std::vector<std::int64_t>{4});
        CHECK(less.cost.low == Money::units(100));
    }

    TEST_CASE("says in which month growth meets a limit, the room and the budget") {
        // CPU 4 of 8 cores requested, growing 10 % a month: doubled after ln 2 / ln 1.1 = 7.27 months; the
        // server's 16 cores after 14.5; a second machine is over the budget then
        const Plan plan =
            plan_with("{web: {server: s, " + kWeb +
                          "replicas: 4, load: {arrivals: 40/s, cpu_time: 100ms, growth: 10%/month}}}",
                      "budget: 150, ");
        const GrowthRunway runway = growth_runway(plan, small_catalogue(), 0, estimate_of(plan));
        CHECK(runway.grows);
        CHECK(runway.limit == 8);
        REQUIRE(runway.first_limit);
        CHECK(runway.first_limit->kind == LimitKind::cpu);
        CHECK(runway.room == 15);
        CHECK(runway.budget == 15);
    }

    TEST_CASE("says that the budget is passed before the load is more than any number of replicas carries") {
        // 1.9^60 is 5e16. 40/s x 50 ms are 2 cores: 13.7 with 1.9^3 = 6.86, on 7 replicas in the 16 of one
        // machine; 26.1 with 1.9^4 = 13.0, on 14 replicas, which take a second machine.
        const Plan plan = plan_with(
            "{web: {server: s, " + kWeb + "load: {arrivals: 40/s, cpu_time: 50ms, growth: 90%/month}}}",
            "budget: 150, ");
        CHECK(growth_runway(plan, small_catalogue(), 0, estimate_of(plan)).budget == 4);
    }

    TEST_CASE("comes to the same part by part") {
        const Plan plan =
            plan_with("{web: {server: s, " + kWeb +
                          "replicas: 4, load: {arrivals: 40/s, cpu_time: 100ms, growth: 10%/month}}}",
                      "budget: 150, ");
        const EnvironmentEstimate figures = estimate_of(plan);
        OutlookRun run(plan, small_catalogue(), 0, figures, 4, 8, 12);
        CHECK(run.parts() == 8 + 13 + 3);  // loads; this month and twelve; limit, room and budget
        while (run.done() < run.parts()) run.go_on();
        const auto loads = load_steps(plan, small_catalogue(), 0, figures, 4, 8);
        const auto months = growth_steps(plan, small_catalogue(), 0, figures, 12);
        REQUIRE(run.loads().size() == loads.size());
        REQUIRE(run.months().size() == months.size());
        for (std::size_t i = 0; i < loads.size(); ++i) {
            CHECK(run.loads()[i].factor == loads[i].factor);
            CHECK(run.loads()[i].scaled.replicas == loads[i].scaled.replicas);
            CHECK(run.loads()[i].scaled.cost.low == loads[i].scaled.cost.low);
        }
        for (std::size_t i = 0; i < months.size(); ++i)
            CHECK(run.months()[i].scaled.replicas == months[i].scaled.replicas);
        const GrowthRunway runway = growth_runway(plan, small_catalogue(), 0, figures);
        CHECK(run.runway().limit == 8);
        CHECK(run.runway().limit == runway.limit);
        CHECK(run.runway().room == runway.room);
        CHECK(run.runway().budget == runway.budget);
    }

    TEST_CASE("of a load that does not grow has no month") {
        const Plan plan = plan_with("{web: {server: s, " + kWeb + "load: {arrivals: 1/s, cpu_time: 100ms}}}");
        CHECK_FALSE(growth_runway(plan, small_catalogue(), 0, estimate_of(plan)).grows);
    }

    TEST_CASE("draws latency against load up to where the service keeps up") {
        // M/M/1 with mu = 10/s: P95 = ln(20) / (10 - lambda)
        const Plan plan = plan_with(
            "{web: {kind: wsgi, workers: 1, cpu: 1, memory: 1GiB, load: {arrivals: 2/s, "
            "service_time: 100ms}}}");
        const auto curve = latency_curve(plan.environments.front(), estimate_of(plan), 0, 6, 6);
        REQUIRE(curve.size() == 6);
        CHECK(curve[0].arrivals == doctest::Approx(2));
        CHECK(*curve[0].latency == doctest::Approx(2.995732 / 8));
        CHECK(*curve[3].latency == doctest::Approx(2.995732 / 2));
        CHECK_FALSE(curve[4].latency.has_value());
    }
}
