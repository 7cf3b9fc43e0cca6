// SPDX-License-Identifier: MIT
//
// Scaling rules tried on figures that are typed in, and a response time that is asked for.
#include <doctest/doctest.h>

#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kWsgi = "/environments/production-distributed/services/wsgi";

/// The rules of the template's distributed production on screen: those of WSGI are the first.
struct AtRules {
    NullPlatform platform;
    TestWindow window{platform};
    AtRules() {
        window.click("/environments/production-distributed");
        window.click("load/open");
        window.click("load/page=Rules");
    }
};

/// Two replicas of one core on a server of 8, which is half used at 10/s of 100 ms; the rule that removes
/// looks at the CPU too.
constexpr const char* kRoomy =
    "stowage: 0\n"
    "environments:\n"
    "  live:\n"
    "    servers: {app: {cpu: 8, memory: 16GiB, cost: 100/month}}\n"
    "    services:\n"
    "      web: {kind: wsgi, replicas: 2, workers: 4, cpu: 1, memory: 1GiB,\n"
    "            load: {arrivals: 10/s, service_time: 100ms, cpu_time: 100ms},\n"
    "            scale_out: {any: [\"cpu > 70%\"], add: 2, max: 6},\n"
    "            scale_in: {all: [\"cpu < 30%\"], min: 1}}\n";

}  // namespace

TEST_SUITE("scaling rules that are tried") {
    TEST_CASE("on typed metrics say what fires, by how much, and what the action would do") {
        AtRules at;
        const auto revision = at.window.session().revision();
        at.window.enter("load/metric/cpu", "82%");
        at.window.enter("load/metric/p95", "640ms");
        // as `stowage scale --metrics cpu=82%,p95=640ms` says in docs/scaling.md
        CHECK(at.window.label("load/scale_out") == "The rule that adds replicas fires");
        CHECK(at.window.label("load/scale_out/0") == "cpu > 70% for 5m");
        CHECK(at.window.value("load/scale_out/0") == "82%, 12 points above it; taken as lasting 5m");
        CHECK(at.window.value("load/scale_out/1") == "640 ms, 140 ms above it");
        CHECK(at.window.value("load/scale_out/2") == "not known");
        CHECK(at.window.label("load/scale_out/action/0") == "Adds 1 replica: 2 to 3.");
        CHECK(at.window.label("load/scale_out/action/1") == "App server: lacks 3 cores.");
        CHECK(at.window.label("load/scale_out/action/2") ==
              "With 1 more machine in App server it fits: 614.30 a month instead of 390.92.");
        CHECK(at.window.session().revision() == revision);  // the plan is as it was
    }

    TEST_CASE("have fields for the metrics that the service's rules name, and for no others") {
        AtRules at;
        for (const char* metric : {"cpu", "p95", "queue"})
            CHECK(at.window.has("load/metric/" + std::string(metric)));
        for (const char* metric : {"memory", "utilisation", "latency", "connections"})
            CHECK_FALSE(at.window.has("load/metric/" + std::string(metric)));
        at.window.click(at.window.path_of("ASGI"));
        CHECK(at.window.has("load/metric/connections"));
        CHECK_FALSE(at.window.has("load/metric/queue"));
    }

    TEST_CASE("begin with the figures of the planned load, and come back to them") {
        AtRules at;
        // 40/s x 50 ms are 2 of the 4 cores that are requested
        CHECK(at.window.label("load/scale_out") ==
              "The rule that adds replicas does not fire at the load of the plan");
        CHECK(at.window.value("load/scale_out/1").starts_with("360 ms"));
        CHECK_FALSE(at.window.has("load/metrics/clear"));
        at.window.enter("load/metric/queue", "51");
        CHECK(at.window.label("load/scale_out") == "The rule that adds replicas fires");
        CHECK(at.window.value("load/scale_out/1") == "not known");
        at.window.click("load/metrics/clear");
        CHECK(at.window.value("load/metric/queue").empty());
        CHECK(at.window.value("load/scale_out/1").starts_with("360 ms"));
    }

    TEST_CASE("refuse what is no figure, with what would be accepted, and take it for not known") {
        AtRules at;
        at.window.enter("load/metric/cpu", "82");
        CHECK(at.window.label("load/problem/cpu") ==
              "CPU: \"82\" has no per cent sign. Accepted: from 0% to 10000%, with at most two decimals");
        CHECK(at.window.value("load/metric/cpu") == "82");  // what was typed stays, to be mended
        CHECK(at.window.label("load/scale_out") ==
              "The rule that adds replicas depends on what is not known");
        at.window.enter("load/metric/cpu", "60%");
        CHECK_FALSE(at.window.has("load/problem/cpu"));
        CHECK(at.window.value("load/scale_out/0").starts_with("60%, 10 points below it"));
    }

    TEST_CASE("say where added replicas go, and when replicas are removed") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kRoomy});
        window.click("load/open");
        window.click("load/page=Rules");
        window.enter("load/metric/cpu", "71%");
        CHECK(window.label("load/scale_out/action/0") == "Adds 2 replicas: 2 to 4.");
        CHECK(window.label("load/scale_out/action/1") == "app takes 2.");
        CHECK(window.label("load/scale_out/action/2") == "The cost stays 100.00 a month.");
        window.enter("load/metric/cpu", "29%");
        CHECK(window.label("load/scale_in") == "The rule that removes replicas fires");
        CHECK(window.label("load/scale_in/action") ==
              "Removes 1 replica: 2 to 1. The cost stays 100.00 a month.");
    }

    TEST_CASE("are reached from the panel of a service, and Escape leads back there") {
        AtRules at;
        at.window.press(ImGuiKey_Escape);
        at.window.click("/environments/production-distributed/services/asgi/settings");
        const std::string button = "panel/environments/production-distributed/services/asgi/try";
        at.window.reach(button);
        at.window.click(button);
        CHECK(at.window.has("load/metric/connections"));
        at.window.press(ImGuiKey_Escape);
        CHECK_FALSE(at.window.has("load/metric/connections"));
    }

    TEST_CASE("are an action of the palette") {
        NullPlatform platform;
        TestWindow window(platform);
        window.click("/environments/production-distributed");
        window.press(ImGuiMod_Ctrl | ImGuiKey_K);
        window.type("try the scaling rules");
        window.press(ImGuiKey_Enter);
        CHECK(window.has("load/metric/cpu"));
    }
}

TEST_SUITE("a response time that is asked for") {
    TEST_CASE("says how many replicas reach it, or why none do") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kRoomy});
        window.click("load/open");
        CHECK(window.value("load/target/service/web") == "2, needs 2");
        // a service of 100 ms alone takes 100 ms x ln(20) = 299.6 ms in 95 of 100 cases
        window.enter("load/target", "299ms");
        CHECK(window.value("load/target/service/web") == "2, no number is enough");
        CHECK(window.label("load/target/service/web/why") == "A response takes 300 ms even without a wait.");
        window.enter("load/target", "310ms");
        CHECK(window.value("load/target/service/web") == "2, needs 2");
        CHECK(window.plan().environments[0].services[0].load.latency_budget == std::nullopt);
        window.click("load/target/clear");
        CHECK(window.value("load/target").empty());
    }

    TEST_CASE("is refused where it is no time") {
        AtRules at;
        at.window.click("load/page=More load");
        at.window.enter("load/target", "soon");
        CHECK(at.window.label("load/target/problem").find("Accepted: ") != std::string::npos);
        CHECK_FALSE(at.window.has("load/target/service/wsgi"));
        at.window.enter("load/target", "0ms");
        CHECK(at.window.label("load/target/problem") ==
              "\"0ms\" is no time to answer in. Accepted: a time above 0, such as 300ms");
    }
}
