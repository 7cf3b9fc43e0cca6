// SPDX-License-Identifier: MIT
#include "stowage/load.hpp"

#include "fixtures.hpp"
#include "small_catalogue.hpp"
#include "stowage/queueing/erlang.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

Plan plan_with(const std::string& services) {
    return plan_of(
        "stowage: 0\nenvironments: {e: {servers: {a: {cpu: 64, memory: 256GiB, cost: 1/month}}, services: " +
        services + "}}");
}

std::vector<ServiceLoad> loads(const Plan& plan) {
    return load_of(plan.environments.front(), estimate(plan, small_catalogue()).environments.front().needs);
}

std::vector<std::optional<double>> arrivals(const std::string& services) {
    return arrivals_of(plan_with(services).environments.front());
}

}  // namespace

TEST_SUITE("arrivals") {
    TEST_CASE("go through the tiers, multiplied by the calls of each request") {
        // 40/s at nginx; 30/s of them at web, which also gets 10/s from elsewhere; 6 queries of each
        const auto tiers = arrivals(
            "{nginx: {cpu: 1, memory: 1GiB, load: {arrivals: 2400/min}, calls: {web: 0.75}}, "
            "db: {cpu: 1, memory: 1GiB}, "
            "web: {cpu: 1, memory: 1GiB, load: {arrivals: 10/s}, calls: {db: 6}}}");
        CHECK(tiers[0] == doctest::Approx(40));
        CHECK(tiers[1] == doctest::Approx(240));
        CHECK(tiers[2] == doctest::Approx(40));
    }

    TEST_CASE("are those of the busiest time, and grow") {
        const Plan plan = plan_with(
            "{web: {cpu: 1, memory: 1GiB, load: {arrivals: 10/s, peak_factor: 3, growth: 10%/month}}}");
        CHECK(arrivals_of(plan.environments.front())[0] == doctest::Approx(30));
        CHECK(arrivals_of(plan.environments.front(), {2, 0})[0] == doctest::Approx(60));
        CHECK(arrivals_of(plan.environments.front(), {1, 2})[0] == doctest::Approx(36.3));  // 30 x 1.1^2
    }

    TEST_CASE("go on to what is called by misses alone where a cache answers the rest") {
        const auto tiers = arrivals(
            "{cache: {cpu: 1, memory: 1GiB, load: {arrivals: 100/s, hit_ratio: 90%}, calls: {db: 2}}, "
            "db: {cpu: 1, memory: 1GiB}}");
        CHECK(tiers[1] == doctest::Approx(20));
    }

    TEST_CASE("are not known where nothing is stated, and where calls lead in a circle") {
        const auto none = arrivals(
            "{lone: {cpu: 1, memory: 1GiB}, a: {cpu: 1, memory: 1GiB, load: {arrivals: 1/s}, calls: {b: 1}}, "
            "b: {cpu: 1, memory: 1GiB, calls: {a: 1, c: 1}}, c: {cpu: 1, memory: 1GiB}}");
        for (const auto& each : none) CHECK_FALSE(each.has_value());
    }
}

TEST_SUITE("the load of a service") {
    TEST_CASE("of WSGI workers is that of M/M/c where the scv is 1") {
        // Values of the queueing reference: 40/s, 120 ms, 2 x 5 workers
        const Plan plan = plan_with(
            "{web: {kind: wsgi, replicas: 2, workers: 5, cpu: 2, memory: 2GiB, load: {arrivals: 40/s, "
            "service_time: 120ms, cpu_time: 50ms, scv: 1}}}");
        const ServiceLoad load = loads(plan).front();
        CHECK(load.slots == 10);
        CHECK(load.cpu == doctest::Approx(40 * 0.050 / 4));
        REQUIRE(load.figures);
        CHECK(load.figures->utilisation == doctest::Approx(0.48));
        CHECK(load.figures->erlang_c == doctest::Approx(0.02823).epsilon(1e-3));
        CHECK(load.figures->wq == doctest::Approx(0.000651).epsilon(1e-3));
        CHECK(load.figures->lq == doctest::Approx(0.0261).epsilon(2e-3));
        CHECK(load.figures->response_percentile == doctest::Approx(0.3603).epsilon(1e-3));
        REQUIRE(load.median);
        CHECK(*load.median ==
              doctest::Approx(0.0838).epsilon(1e-2));  // little more than 120 ms x ln 2 = 83.2 ms

        const Metrics metrics = metrics_of(plan.environments.front().services.front(), load);
        CHECK(metrics.of(Metric::cpu) == 5'000);
        CHECK(metrics.of(Metric::utilisation) == 4'800);
        CHECK(metrics.of(Metric::queue) == 0);
        CHECK(metrics.of(Metric::memory) == 4'883);  // 5 workers x 200 MiB of 2 GiB
        CHECK_FALSE(metrics.of(Metric::connections).has_value());
    }

    TEST_CASE("takes its service time from median and 95th percentile") {
        // sigma = ln(400 / 80) / 1.644854 = 0.978466; mean = 80 ms x exp(0.478698); scv = exp(0.957396) - 1
        Load load;
        load.service_time_median = Duration::millis(80);
        load.service_time_p95 = Duration::millis(400);
        REQUIRE(service_time_of(load));
        CHECK(service_time_of(load)->mean == doctest::Approx(0.129118).epsilon(1e-4));
        CHECK(service_time_of(load)->scv == doctest::Approx(1.60491).epsilon(1e-4));
        load.service_time_p95 = Duration::millis(79);
        CHECK_FALSE(service_time_of(load).has_value());
        load.service_time = Duration::millis(100);
        CHECK(service_time_of(load) == ServiceTime{0.1, 1});
    }

    TEST_CASE("of an ASGI service is that of event loops that share their CPU, connections by Little's law") {
        // two loops with 20/s of 20 ms each: rho 0.4, so 20 ms take 33.3 ms; 980 ms pass beside it
        const Plan plan = plan_with(
            "{web: {kind: asgi, replicas: 2, workers: 1, cpu: 1, memory: 2GiB, load: {arrivals: 40/s, "
            "service_time: 1s, cpu_time: 20ms}}}");
        const ServiceLoad load = loads(plan).front();
        REQUIRE(load.figures);
        CHECK(load.figures->utilisation == doctest::Approx(0.4));
        CHECK(load.figures->w == doctest::Approx(0.98 + 0.02 / 0.6));
        const Metrics metrics = metrics_of(plan.environments.front().services.front(), load);
        CHECK(metrics.of(Metric::connections) == 20);  // 40/s x 1.0133 s on two replicas
        CHECK(metrics.of(Metric::latency) == 1'013'333);
        CHECK_FALSE(metrics.of(Metric::p95).has_value());
    }

    TEST_CASE("of open connections is that of their messages; what finds a full replica is turned away") {
        // 300 connections with a message every 2 s of 2 ms: 0.3 of two cores in two loops; 150 on each
        // replica
        const Plan plan = plan_with(
            "{web: {kind: asgi, replicas: 2, workers: 1, cpu: 1, memory: 1GiB, max_connections: 160, "
            "load: {connections: 300, messages: 30/min, message_time: 2ms}}}");
        const ServiceLoad load = loads(plan).front();
        REQUIRE(load.figures);
        CHECK(load.cpu == doctest::Approx(0.15));
        CHECK(load.figures->utilisation == doctest::Approx(0.15));
        CHECK(load.figures->w == doctest::Approx(0.002 / 0.85));
        CHECK(load.connections == doctest::Approx(300));
        REQUIRE(load.turned_away);
        CHECK(*load.turned_away == doctest::Approx(erlang_b(160, 150)));
        CHECK(load.memory == doctest::Approx((200.0 + 150.0) / 1024));
        CHECK(metrics_of(plan.environments.front().services.front(), load).of(Metric::connections) == 150);
    }

    TEST_CASE("of a database is that of the connections that its clients may open") {
        // 2 x 3 workers: 6 connections for 200/s x 6 ms = 1.2 erlangs
        const Plan plan = plan_with(
            "{web: {kind: wsgi, replicas: 2, workers: 3, cpu: 1, memory: 1GiB, load: {arrivals: 40/s}, "
            "calls: "
            "{db: 5}}, db: {kind: postgres, cpu: 2, memory: 2GiB, load: {service_time: 6ms, cpu_time: "
            "4ms}}}");
        const ServiceLoad load = loads(plan)[1];
        CHECK(load.slots == 6);
        CHECK(load.cpu == doctest::Approx(0.4));
        REQUIRE(load.figures);
        CHECK(load.figures->utilisation == doctest::Approx(0.2));
    }

    TEST_CASE("of Redis is that of one thread a replica") {
        const Plan plan = plan_with(
            "{cache: {kind: redis, replicas: 2, cpu: 1, memory: 2GiB, load: {arrivals: 1000/s, service_time: "
            "1ms}}}");
        const ServiceLoad load = loads(plan).front();
        REQUIRE(load.figures);
        CHECK(load.figures->utilisation == doctest::Approx(0.5));
        CHECK(load.figures->w == doctest::Approx(0.002));  // M/M/1: 1 ms / (1 - 0.5)
        CHECK(load.figures->lq == doctest::Approx(1));     // 0.5 on each
    }

    TEST_CASE("that its workers cannot keep up with has the largest figures, so that rules fire") {
        const Plan plan = plan_with(
            "{web: {kind: wsgi, workers: 2, cpu: 1, memory: 1GiB, load: {arrivals: 100/s, service_time: "
            "100ms}}}");
        const Metrics metrics = metrics_of(plan.environments.front().services.front(), loads(plan).front());
        CHECK(metrics.of(Metric::utilisation) == 50'000);  // 10 erlangs on 2 workers
        CHECK(metrics.of(Metric::queue) == 1'000'000'000);
        CHECK(metrics.of(Metric::p95) == Duration::hours(24 * 366).to_micros());
    }

    TEST_CASE("is not told of what the plan does not state") {
        const Plan plan = plan_with(
            "{idle: {kind: wsgi, cpu: 1, memory: 1GiB, load: {service_time: 100ms}}, "
            "timeless: {kind: wsgi, cpu: 1, memory: 1GiB, load: {arrivals: 1/s}}, "
            "none: {kind: wsgi, replicas: 0, cpu: 1, memory: 1GiB, load: {arrivals: 1/s, service_time: 1s}}, "
            "postgres: {kind: postgres, cpu: 2, memory: 1GiB, load: {arrivals: 100/s, service_time: 5ms, "
            "cpu_time: 4ms}}}");
        const auto told = loads(plan);
        for (std::size_t i = 0; i < 3; ++i) CHECK_FALSE(told[i].figures.has_value());
        CHECK(told[3].cpu == doctest::Approx(0.2));  // 100/s x 4 ms on 2 cores
    }
}
