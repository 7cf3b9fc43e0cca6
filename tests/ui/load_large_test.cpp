// SPDX-License-Identifier: MIT
//
// The load of an environment that takes long to be calculated: what is slow is asked for, and can be stopped.
#include <doctest/doctest.h>

#include <string>

#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// 2,203 services, replicas and machines: one service with a load and a rule, and one of many replicas.
constexpr const char* kLarge =
    "stowage: 0\n"
    "environments:\n"
    "  live:\n"
    "    servers: {app: {cpu: 16, memory: 32GiB, cost: 100/month}}\n"
    "    services:\n"
    "      web: {kind: wsgi, server: app, replicas: 2, workers: 4, cpu: 1, memory: 1GiB,\n"
    "            load: {arrivals: 8..12/s, service_time: 100ms, cpu_time: 100ms, growth: 5%/month},\n"
    "            scale_out: {any: [\"cpu > 70%\"], max: 6}}\n"
    "      many: {server: app, replicas: 2198, cpu: shared, memory: 1KiB}\n";

/// Presses there and draws so few frames that the work which it begins or ends is not over.
void press_shortly(TestWindow& window, const char* path) {
    const ui::Rect rect = window.item(path).rect;
    ImGuiIO& io = ImGui::GetIO();
    io.AddMousePosEvent((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    for (int i = 0; i < 6; ++i) window.draw();
}

struct AtLoad {
    NullPlatform platform;
    TestWindow window{platform, {.plan = kLarge}};
    AtLoad() { window.click("load/open"); }
    void turn_to(const char* page) { window.click(std::string("load/page=") + page); }
};

}  // namespace

TEST_SUITE("the load of a large environment") {
    TEST_CASE("is calculated when it is asked for, with the reason, and not before") {
        AtLoad at;
        CHECK(at.window.label("load/outlook/reason").find("2203 services, replicas and machines") !=
              std::string::npos);
        CHECK_FALSE(at.window.has("load/cost"));
        CHECK(at.window.has("load/latency"));  // of one service: that is quick
        at.window.click("load/outlook/calculate");
        CHECK(at.window.has("load/cost"));
        at.window.reach("load/growth/room");
        CHECK(at.window.value("load/growth/room") == "in month 30");  // as `stowage load` says
        at.window.wait(5);
        const int frames = at.window.frames();
        at.window.wait(60);
        CHECK(at.window.frames() == frames);
    }

    TEST_CASE("is asked for anew after an edit") {
        AtLoad at;
        at.window.click("load/outlook/calculate");
        REQUIRE(at.window.has("load/cost"));
        at.window.press(ImGuiKey_Escape);
        at.window.enter("/environments/live/services/web/load/arrivals", "9/s");
        at.window.click("load/open");
        CHECK_FALSE(at.window.has("load/cost"));
        CHECK(at.window.has("load/outlook/calculate"));
    }

    TEST_CASE("goes on part by part, and can be stopped and gone on with") {
        AtLoad at;
        press_shortly(at.window, "load/outlook/calculate");
        // 16 loads, 25 months, and three answers about growth
        CHECK(at.window.label("load/outlook/progress").ends_with(" of 44 parts calculated"));
        CHECK_FALSE(at.window.has("load/cost"));
        press_shortly(at.window, "load/outlook/stop");
        const std::string stopped = at.window.label("load/outlook/progress");
        at.window.wait(2);
        CHECK(at.window.label("load/outlook/progress") == stopped);
        CHECK(at.window.label("load/outlook/stop") == "Go on");
        at.window.click("load/outlook/stop");
        CHECK(at.window.has("load/cost"));
    }

    TEST_CASE("waits with the day, the draws and the action of a rule too") {
        AtLoad at;
        at.turn_to("A day");
        CHECK_FALSE(at.window.has("load/day/range"));
        at.window.click("load/day/calculate");
        CHECK(at.window.has("load/day/range"));
        at.turn_to("Ranges");
        CHECK_FALSE(at.window.has("load/draws"));
        press_shortly(at.window, "load/ranges/calculate");
        CHECK(at.window.label("load/draws").ends_with(" of 2000 draws"));
        press_shortly(at.window, "load/stop");
        at.turn_to("Rules");
        at.window.enter("load/metric/cpu", "90%");
        CHECK_FALSE(at.window.has("load/scale_out/action/0"));
        at.window.click("load/scale_out/calculate");
        CHECK(at.window.label("load/scale_out/action/0") == "Adds 1 replica: 2 to 3.");
        at.window.enter("load/metric/cpu", "91%");
        CHECK(at.window.has("load/scale_out/action/0"));  // of the rule, not of the figure
    }
}
