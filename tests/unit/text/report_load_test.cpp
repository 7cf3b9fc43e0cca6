// SPDX-License-Identifier: MIT
#include "expectations.hpp"
#include "fixtures.hpp"
#include "small_catalogue.hpp"
#include "stowage/text/estimate_text.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

std::string report_of(const std::string& services, const std::string& settings = "") {
    const Plan plan =
        plan_of("stowage: 0\nenvironments: {live: {" + settings +
                "servers: {app: {cpu: 8, memory: 16GiB, cost: 100/month}}, services: {" + services + "}}}");
    return report(plan, estimate(plan, small_catalogue()), small_catalogue(), ReportFormat::markdown);
}

std::size_t charts_in(const std::string& report) {
    std::size_t count = 0;
    for (std::size_t at = 0; (at = report.find("\n<svg ", at)) != std::string::npos; ++at) ++count;
    return count;
}

const std::string kWeb =
    "web: {kind: wsgi, server: app, replicas: 2, workers: 5, cpu: 2, memory: 1GiB, load: {arrivals: 40/s, "
    "service_time: 120ms, cpu_time: 50ms";

}  // namespace

TEST_SUITE("the load in the report") {
    TEST_CASE("is a table of the services and what each meets first") {
        // M/M/10 with 40/s and 120 ms: tests/data/queueing has the times; 2 of 4 cores, 4.8 of 10 workers
        const std::string text = report_of(kWeb + "}}");
        CHECK(contains(text,
                       "\n### Load\n\n| Service | Arrivals | CPU | Workers | P50 | P95 | Mean | Queue | "
                       "Connections | Replicas | Met first, at times the load |\n"));
        CHECK(contains(text,
                       "\n| web | 40/s | 50% | 48% | 83.9 ms | 360 ms | 121 ms | 0.0261 | - | "
                       "2, needs 1 | 2: CPU |\n"));
        CHECK(contains(text, "\n- **Carries:** 2 times the load, then: CPU of web\n"));
    }

    TEST_CASE("says when growth crosses something, with charts of latency, cost and growth") {
        // 1.1^7 = 1.95, 1.1^8 = 2.14: CPU is all used in month 8. The machine has room for 4 replicas, which
        // carry 4 times the load: 1.1^14 = 3.80, 1.1^15 = 4.18.
        const std::string text = report_of(kWeb + ", growth: 10%/month}}");
        CHECK(contains(text,
                       "\n- **Growth:** the first limit is met: in month 8 (CPU of web); "
                       "the replicas that are needed find no room: in month 15\n"));
        CHECK(charts_in(text) == 3);
        CHECK(contains(text, "<title>Response time of web</title>"));
        CHECK(contains(text, "<title>Cost against load</title>"));
        CHECK(contains(text, "<title>Cost as the load grows</title>"));
    }

    TEST_CASE("without growth has no chart of it") {
        const std::string text = report_of(kWeb + "}}");
        CHECK(charts_in(text) == 2);
        CHECK(!contains(text, "**Growth:**"));
    }

    TEST_CASE("tells the replicas that the latency budget takes") {
        // M/M/1, P95 = ln(20) / (10 - 6) = 749 ms. M/M/2 with the same load waits 0.138 of the time: P95 is
        // that of the service, ln(20) / 10 = 300 ms, and little more.
        const std::string text = report_of(
            "web: {kind: wsgi, workers: 1, cpu: 1, memory: 1GiB, load: {arrivals: 6/s, service_time: 100ms, "
            "latency_budget: 500ms}}");
        CHECK(contains(text, "\n- **Replicas for the latency budget:** web 2 for 500 ms, has 1\n"));
    }

    TEST_CASE("is not there where no load is stated") {
        const std::string text = report_of("web: {kind: wsgi, cpu: 1, memory: 1GiB}");
        CHECK(!contains(text, "### Load"));
        CHECK(charts_in(text) == 0);
    }

    TEST_CASE("leaves what takes long out of the report of a large plan, and says where to ask") {
        // 3,000 replicas are more than the report places anew
        const std::string many = "many: {replicas: 3000, cpu: 1m, memory: 1MiB}, ";
        const std::string text = report_of(many + kWeb + ", growth: 10%/month}}");
        CHECK(contains(text, "| 2, needs 1 | 2: CPU |\n"));
        CHECK(contains(text, "\n`stowage load` tells what more load of so many replicas takes.\n"));
        CHECK(charts_in(text) == 1);
        CHECK(!contains(text, "**Growth:**"));
    }

    TEST_CASE("escapes what the plan calls its services") {
        const std::string text = report_of(
            "web: {title: 'a | <svg *b*', kind: wsgi, workers: 1, cpu: 1, memory: 1GiB, load: {arrivals: "
            "6/s, "
            "service_time: 100ms, latency_budget: 500ms}}");
        CHECK(contains(text, "\n| a \\| \\<svg \\*b\\* | 6/s |"));
        CHECK(contains(text, "latency budget of a \\| \\<svg \\*b\\*\n"));
        CHECK(charts_in(text) == 2);
    }
}
