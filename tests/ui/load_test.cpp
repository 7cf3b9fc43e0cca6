// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kWsgi = "/environments/production-distributed/services/wsgi";

/// The template with its distributed production on screen.
struct AtProduction {
    NullPlatform platform;
    TestWindow window{platform};
    AtProduction() { window.click("/environments/production-distributed"); }
};

/// The page of the view of that label.
std::string page(const TestWindow& window, const std::string& label) { return window.path_of(label); }

}  // namespace

TEST_SUITE("the load") {
    TEST_CASE("stands in a table, and what is typed there changes the response time") {
        AtProduction at;
        // M/M/10 with 40/s and 120 ms: the reference value is 360.3 ms
        CHECK(at.window.label("load" + kWsgi + "/load/response") == "360 ms P95");
        CHECK(at.window.label("load" + kWsgi + "/load/needed") == "2");
        at.window.enter(kWsgi + "/load/arrivals", "70/s");
        CHECK(at.window.plan().environments[3].services[1].load.arrivals->middle() ==
              Rate{{70, 0}, Duration::seconds(1)});
        CHECK(at.window.label("load" + kWsgi + "/load/needed") == "3, has 2");
        CHECK(at.window.has("findings/0"));
    }

    TEST_CASE("is told in the answer: response times, and how far it can grow") {
        AtProduction at;
        CHECK(at.window.value("/environments/production-distributed/response/wsgi") == "360 ms P95");
        CHECK(at.window.value("/environments/production-distributed/reach") == "1.4 \u00D7 the load");
        CHECK(at.window.label("/environments/production-distributed/reach/limit") ==
              "then: scaling rule of WSGI");
    }

    TEST_CASE("is invited where none is stated") {
        NullPlatform platform;
        TestWindow window(platform);
        window.click("/environments/staging");
        CHECK(window.has("/environments/staging/services/wsgi/load/arrivals"));
        CHECK_FALSE(window.has("load/open"));
        window.enter("/environments/staging/services/wsgi/load/arrivals", "5/s");
        window.enter("/environments/staging/services/wsgi/load/service_time", "100ms");
        CHECK(window.has("load/open"));
        CHECK(window.has("/environments/staging/response/wsgi"));
    }

    TEST_CASE("looked at closely has charts that say their main figures, and Escape leads back") {
        AtProduction at;
        at.window.click("load/open");
        CHECK(at.window.value("load/latency").find("budget") != std::string::npos);
        CHECK(at.window.value("load/cost").find("614.30") != std::string::npos);
        CHECK(at.window.value("load/limit/0") == "1.4 \u00D7");
        CHECK(at.window.value("load/growth/limit") == "in month 6");
        at.window.press(ImGuiKey_Escape);
        CHECK_FALSE(at.window.has("load/latency"));
        CHECK(at.window.focused() == "load/open");
    }

    TEST_CASE("of a day says what the rules do, and why a replica finds no room") {
        AtProduction at;
        at.window.click("load/open");
        at.window.click(page(at.window, "A day"));
        CHECK(at.window.value("load/day/refused") == "1");
        CHECK(at.window.label("load/day/event/0") == "08:23  no room for 1: App server lacks 3 cores");
        at.window.click(page(at.window, "Steady"));
        CHECK(at.window.value("load/day/violation") == "0 min");
        CHECK(at.window.has("load/day/quiet"));
    }

    TEST_CASE("with ranges is drawn many times, from frame to frame, until stopped") {
        AtProduction at;
        at.window.click("load/open");
        at.window.click(page(at.window, "Ranges"));
        CHECK(at.window.label("load/draws") == "2000 of 2000 draws");
        CHECK(at.window.value("load/risk/fits") == "0%");
        CHECK(at.window.value("load/risk/keeps_up") == "100%");
        CHECK(at.window.has("load/risk/chart/0"));
        // as `stowage risk template:hybrid-django --environment production-distributed` says
        CHECK(at.window.value("load/months/limit") == "P10 3,  P50 5,  P90 8");
        CHECK(at.window.label("load/months/draws") == "2000 of 2000 draws");
        const int frames = at.window.frames();
        at.window.wait(5);
        CHECK(at.window.frames() == frames);  // nothing goes on when all is drawn
    }

    TEST_CASE("has a calculator with the figures of the reference system") {
        AtProduction at;
        at.window.click("load/open");
        at.window.click(page(at.window, "Calculator"));
        CHECK(at.window.value("queue/utilisation") == "48%");
        CHECK(at.window.value("queue/erlang_c") == "2.82%");
        CHECK(at.window.value("queue/wq") == "651 \u00B5s");
        CHECK(at.window.value("queue/response_percentile") == "360 ms");
        at.window.enter("queue/servers", "many");
        CHECK(at.window.label("queue/problem") ==
              "Workers is no whole number. Accepted: a whole number such as 10");
    }

    TEST_CASE("and its rules can be edited in the panel of the service") {
        AtProduction at;
        at.window.click(kWsgi + "/settings");
        at.window.reach(kWsgi + "/scale_out/any");
        at.window.enter(kWsgi + "/scale_out/any", "cpu > 60% for 5m, queue > 20");
        const Service& service = at.window.plan().environments[3].services[1];
        REQUIRE(service.scale_out->conditions.size() == 2);
        CHECK(service.scale_out->conditions[0].threshold == 6'000);
        at.window.reach(kWsgi + "/load/growth");
        at.window.enter(kWsgi + "/load/growth", "10%/month");
        CHECK(at.window.plan().environments[3].services[1].load.growth == Percent::whole(10));
    }
}
