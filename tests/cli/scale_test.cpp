// SPDX-License-Identifier: MIT
#include "cli.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

Outcome scale(const std::string& metrics, std::vector<std::string> further = {}) {
    std::vector<std::string> arguments{"scale", "template:hybrid-django", "--metrics", metrics};
    arguments.insert(arguments.end(), further.begin(), further.end());
    return run(arguments);
}

void check_refused(const Outcome& outcome, std::string_view message) {
    CHECK(outcome.code == 2);
    CHECK(outcome.out.empty());
    CHECK(contains(outcome.err, message));
}

}  // namespace

TEST_SUITE("scale") {
    TEST_CASE("tells which condition holds, by how much, and that the replica finds no room") {
        const Outcome outcome =
            scale("cpu=82%,p95=640ms", {"--environment", "production-distributed", "--service", "wsgi"});
        CHECK(outcome.code == 0);
        CHECK(outcome.err.empty());
        CHECK(outcome.out ==
              "Production, distributed (production-distributed): the rule of WSGI fires\n"
              "\n"
              "  cpu > 70% for 5m  holds    82%, 12 points above it; taken as lasting 5m\n"
              "  p95 > 500ms       holds    640 ms, 140 ms above it\n"
              "  queue > 50        unknown  not known\n"
              "\n"
              "  Adds 1 replica: 2 to 3.\n"
              "  App server: lacks 3 cores.\n"
              "  With 1 more machine in App server it fits: 614.30 a month instead of 390.92.\n");
    }

    TEST_CASE("a rule that does not fire says so and does nothing") {
        const Outcome outcome = scale("cpu=70%,p95=80ms,queue=0", {"--service", "wsgi"});
        CHECK(contains(outcome.out, "the rule of WSGI does not fire\n"));
        CHECK(contains(outcome.out, "cpu > 70% for 5m  does not hold  70%, at the threshold"));
        CHECK(contains(outcome.out, "queue > 50        does not hold  0, 50 below it"));
        CHECK_FALSE(contains(outcome.out, "Adds"));
    }

    TEST_CASE("without a service every rule of the plan is tried") {
        const auto services = json_of(scale("connections=180", {"--json"})).at("services");
        CHECK(services.size() == 4);  // WSGI and ASGI of two environments
        for (const auto& service : services) {
            CHECK(service.at("verdict") == (service.at("service") == "asgi" ? "fires" : "undecided"));
            CHECK(service.contains("action") == (service.at("service") == "asgi"));
        }
    }

    TEST_CASE("without metrics it takes what is predicted from the load of the plan") {
        // 40/s x 120 ms on 2 x 3 workers: M/M/6 with 4.8 busy; 40/s x 100 ms on 2 x 2.5 cores are 80 %
        constexpr const char* kPlan =
            "stowage: 0\n"
            "environments:\n"
            "  live:\n"
            "    servers: {app: {cpu: 8, memory: 16GiB, cost: 100/month}}\n"
            "    services:\n"
            "      web:\n"
            "        kind: wsgi\n"
            "        replicas: 2\n"
            "        workers: 3\n"
            "        cpu: 2.5\n"
            "        memory: 2GiB\n"
            "        load: {arrivals: 40/s, service_time: 120ms, cpu_time: 100ms}\n"
            "        scale_out: {any: [\"cpu > 70%\", \"queue > 50\", \"memory > 85%\"]}\n";
        const Outcome outcome = run({"scale", "-"}, {kPlan});
        CHECK(outcome.out ==
              "live: the rule of web fires at the load of the plan\n"
              "\n"
              "  cpu > 70%     holds          80%, 10 points above it\n"
              "  queue > 50    does not hold  1, 49 below it\n"
              "  memory > 85%  does not hold  29.3%, 55.7 points below it\n"
              "\n"
              "  Adds 1 replica: 2 to 3.\n"
              "  app takes 1.\n"
              "  The cost stays 100.00 a month.\n");
    }

    TEST_CASE("where nothing has a rule it says that") {
        const Outcome outcome = run({"scale", "template:blank", "--metrics", "cpu=80%"});
        CHECK(outcome.code == 0);
        CHECK(outcome.out == "No service of the plan has a scaling rule (scale_out).\n");
    }

    TEST_CASE("refuses what it cannot understand, with what it would accept") {
        check_refused(scale("load=3"), "\"load=3\" is not a metric\n    accepted: METRIC=FIGURE");
        check_refused(scale("cpu=80"), "\"80\" has no per cent sign");
        check_refused(scale("cpu=80%", {"--service", "wsgy"}),
                      "no service with a scaling rule is named \"wsgy\"; did you mean wsgi?");
        check_refused(scale("cpu=80%", {"--environment", "live"}), "\"live\"");
    }
}
