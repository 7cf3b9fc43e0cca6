// SPDX-License-Identifier: MIT
//
// What a service lacks for its response times to be predicted.
#include "stowage/load_needs.hpp"

#include <doctest/doctest.h>

#include "fixtures.hpp"
#include "stowage/estimate.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

Plan plan_with(const std::string& service) {
    return plan_of("stowage: 0\nenvironments: {a: {servers: {s: {cpu: 8, memory: 16GiB}}, services: {x: {" +
                   service + ", cpu: 1, memory: 1GiB}}}}\n");
}

std::string missing(const std::string& service) {
    const Plan plan = plan_with(service);
    return missing_load_text(missing_load_figures(plan.environments[0].services[0], {}));
}

/// Whether the estimate has a response time.
bool is_predicted(const std::string& service) {
    const auto figures = estimate(plan_with(service), Catalogue{});
    const auto& loads = figures.environments[0].loads;
    return !loads.empty() && loads[0].latency().has_value();
}

}  // namespace

TEST_SUITE("missing load figures") {
    TEST_CASE("without a load it is what arrives and how long it takes") {
        CHECK(missing("kind: wsgi") == "Response times need arrivals and a service time.");
        CHECK(missing("kind: asgi") == "Response times need arrivals and a CPU time.");
        CHECK(missing("kind: other") ==
              "Response times need a kind that has workers, arrivals and a service time.");
    }

    TEST_CASE("what is stated is not asked for") {
        CHECK(missing("kind: wsgi, load: {arrivals: 4/s}") == "Response times need a service time.");
        CHECK(missing("kind: wsgi, load: {service_time_median: 80ms, service_time_p95: 200ms}") ==
              "Response times need arrivals.");
        CHECK(missing("kind: asgi, load: {connections: 100}") ==
              "Response times need messages on each connection and the CPU time of a message.");
    }

    TEST_CASE("arrivals may come from a caller") {
        ServiceLoad load;
        load.arrivals = 12;
        const Plan plan = plan_with("kind: postgres");
        CHECK(missing_load_text(missing_load_figures(plan.environments[0].services[0], load)) ==
              "Response times need a service time.");
    }

    TEST_CASE("nothing is missing exactly where response times are predicted") {
        for (const char* service : {
                 "kind: wsgi, load: {arrivals: 4/s, service_time: 80ms}",
                 "kind: wsgi, load: {arrivals: 4/s, cpu_time: 80ms}",
                 "kind: asgi, load: {arrivals: 4/s, cpu_time: 20ms}",
                 "kind: asgi, load: {arrivals: 4/s, service_time: 20ms}",
                 "kind: asgi, load: {connections: 100, messages: 1/s, message_time: 1ms}",
                 "kind: asgi, load: {connections: 100, messages: 1/s}",
                 "kind: nginx, load: {arrivals: 4/s, cpu_time: 1ms}",
                 "kind: redis, load: {arrivals: 4/s, service_time: 1ms}",
                 "kind: postgres, load: {arrivals: 4/s, service_time: 1ms}",
                 "kind: other, workers: 2, load: {arrivals: 4/s, service_time: 1ms}",
                 "kind: other, load: {arrivals: 4/s, service_time: 1ms}",
             }) {
            CAPTURE(service);
            CHECK(missing(service).empty() == is_predicted(service));
        }
    }
}
