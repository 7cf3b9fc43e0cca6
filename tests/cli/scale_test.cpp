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
              "  p95 > 500ms       holds    640ms, 140ms above it\n"
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
        check_refused(run({"scale", "template:blank"}), "--metrics");
    }
}
