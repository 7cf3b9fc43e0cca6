// SPDX-License-Identifier: MIT
#include "findings_of_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// Findings of a service on a machine that has room for more of it, or not.
std::string told(const std::string& service, FindingCode code, const std::string& cores = "16") {
    return findings_with("servers: {s: {cpu: " + cores +
                             ", memory: 64GiB, cost: 1/month}}, services: {web: {title: Web, server: s, " +
                             service + "}}",
                         code);
}

const std::string kWsgi = "kind: wsgi, cpu: 2, memory: 1GiB, workers: 5, ";

}  // namespace

TEST_SUITE("findings of the load") {
    TEST_CASE("overloaded: more arrives than workers or CPU can serve, and so many replicas could") {
        // 100/s x 120 ms = 12 erlangs on 10 workers; 13 slots are needed, so 3 replicas
        CHECK(told(kWsgi + "replicas: 2, load: {arrivals: 100/s, service_time: 120ms}",
                   FindingCode::overloaded) ==
              "error: Web cannot keep up with 100/s: that is 120% of what its 10 workers can do\n");
        CHECK(
            told(kWsgi + "replicas: 3, load: {arrivals: 100/s, service_time: 120ms}", FindingCode::overloaded)
                .empty());
        CHECK(told(kWsgi + "load: {arrivals: 50/s, cpu_time: 50ms}", FindingCode::overloaded) ==
              "error: Web cannot keep up with 50/s: that takes 125% of the CPU that it requests\n");
    }

    TEST_CASE("latency_over_budget: the 95th percentile of WSGI, the mean of event loops") {
        // M/M/10 at 40/s, 120 ms: P95 360 ms (the reference value of the queueing tests)
        CHECK(told(kWsgi + "replicas: 2, load: {arrivals: 40/s, service_time: 120ms, latency_budget: 350ms}",
                   FindingCode::latency_over_budget) ==
              "warning: Web: 95 % of the responses take up to 360 ms, the budget is 350 ms\n");
        CHECK(told(kWsgi + "replicas: 2, load: {arrivals: 40/s, service_time: 120ms, latency_budget: 370ms}",
                   FindingCode::latency_over_budget)
                  .empty());
        // one loop at rho 0.8: 20 ms of CPU take 100 ms
        CHECK(told("kind: asgi, workers: 1, cpu: 1, memory: 1GiB, load: {arrivals: 40/s, service_time: 20ms, "
                   "cpu_time: 20ms, latency_budget: 50ms}",
                   FindingCode::latency_over_budget) ==
              "warning: Web: a response takes 100 ms in the mean, the budget is 50 ms\n");
    }

    TEST_CASE("connections_exceeded: Erlang's loss of a connection cap") {
        // B(10, 10) = 21.46 % (Erlang's table)
        CHECK(
            told("kind: asgi, workers: 1, cpu: 1, memory: 1GiB, max_connections: 10, load: {connections: 10}",
                 FindingCode::connections_exceeded) ==
            "warning: Web turns 21.5% of its connections away: each of 1 replicas accepts 10\n");
        CHECK(
            told("kind: asgi, workers: 1, cpu: 1, memory: 1GiB, max_connections: 30, load: {connections: 10}",
                 FindingCode::connections_exceeded)
                .empty());
    }

    TEST_CASE("scale_out_fires at the planned load; scale_out_without_room where it would not help") {
        const std::string service =
            kWsgi +
            "replicas: 2, load: {arrivals: 40/s, service_time: 120ms, cpu_time: 80ms}, "
            "scale_out: {any: [\"cpu > 70%\", \"queue > 50\"]}";
        CHECK(told(service, FindingCode::scale_out_fires) ==
              "info: The rule of Web fires at the planned load: cpu is 80%\n");
        CHECK(told(service, FindingCode::scale_out_without_room).empty());
        CHECK(told(service, FindingCode::scale_out_fires, "5").empty());
        CHECK(
            told(service, FindingCode::scale_out_without_room, "5") ==
            "warning: The rule of Web fires at the planned load: cpu is 80%; there is room for 0 of the 1 it "
            "adds\n");
    }

    TEST_CASE("service_time_unclear: percentiles that cannot be used") {
        const auto with = [](const std::string& load) {
            return told(kWsgi + "load: {" + load + "}", FindingCode::service_time_unclear);
        };
        CHECK(with("service_time_median: 80ms") ==
              "warning: Web states one of median and 95th percentile of its service time: both are needed\n");
        CHECK(with("service_time_median: 80ms, service_time_p95: 70ms") ==
              "warning: Web states a 95th percentile below the median of its service time\n");
        CHECK(with("service_time: 90ms, service_time_median: 80ms, service_time_p95: 200ms") ==
              "warning: Web states a mean service time beside the percentiles: the mean counts\n");
        CHECK(with("service_time_median: 80ms, service_time_p95: 200ms").empty());
    }

    TEST_CASE("offer the replicas that the load needs, where those find room") {
        const auto fixes = [](const std::string& cores) {
            const Plan plan =
                plan_of("stowage: 0\nenvironments: {e: {servers: {s: {cpu: " + cores +
                        ", memory: 64GiB, cost: 1/month}}, services: {web: {server: s, " + kWsgi +
                        "replicas: 2, load: {arrivals: 100/s, service_time: 120ms}}}}}");
            std::string labels;
            const Estimate figures = estimate(plan, small_catalogue());
            for (const Finding& finding : figures.environments.front().findings) {
                if (finding.code != FindingCode::overloaded) continue;
                for (const Fix& fix : finding.fixes) labels += fix.label;
            }
            return labels;
        };
        CHECK(fixes("6") == "Set replicas to 3");
        CHECK(fixes("5").empty());
    }
}
