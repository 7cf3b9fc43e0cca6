// SPDX-License-Identifier: MIT
//
// A day taken through the scaling rules: a curve of one's own, and machines that are rented.
#include <doctest/doctest.h>

#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// The plan of docs/scaling.md whose server is too small for more than three replicas.
constexpr const char* kSmallServer =
    "stowage: 0\n"
    "environments:\n"
    "  live:\n"
    "    servers: {app: {cpu: 3, memory: 16GiB, cost: 73/month}}\n"
    "    services:\n"
    "      web:\n"
    "        kind: wsgi\n"
    "        replicas: 2\n"
    "        workers: 4\n"
    "        cpu: 1\n"
    "        memory: 1GiB\n"
    "        load: {arrivals: 10/s, service_time: 100ms, cpu_time: 100ms}\n"
    "        scale_out: {any: [\"cpu > 70% for 5m\"], add: 2, max: 6, cooldown: 5m, start_up: 1m}\n"
    "        scale_in: {all: [\"cpu < 30% for 10m\"], remove: 2, min: 2, cooldown: 10m}\n";

/// Its day on screen.
struct AtDay {
    NullPlatform platform;
    TestWindow window{platform, {.plan = kSmallServer}};
    AtDay() {
        window.click("load/open");
        window.click("load/page=A day");
    }
    void paste(std::string text) {
        platform.clipboard = std::move(text);
        window.click("curve/text");
        window.press(ImGuiMod_Ctrl | ImGuiKey_A);
        window.press(ImGuiMod_Ctrl | ImGuiKey_V);
    }
};

}  // namespace

TEST_SUITE("a day with rented machines") {
    TEST_CASE("costs what `stowage replay --rent` says") {
        AtDay at;
        at.window.click("load/day/shape=Spike at noon");
        CHECK(at.window.value("load/day/refused") == "1");
        CHECK(at.window.value("load/day/cost/month") == "73.00");
        at.window.click("load/day/rent");
        CHECK(at.window.value("load/day/rent") == "true");
        CHECK(at.window.value("load/day/refused") == "0");
        CHECK(at.window.value("load/day/rented/app") == "up to 1 for 53 min");
        CHECK(at.window.label("load/day/cost/curve") == "This day, USD");
        CHECK(at.window.value("load/day/cost/curve") == "2.49");
        CHECK(at.window.value("load/day/cost/month") == "75.69");
        CHECK(at.window.value("load/day/cost/most") == "146.00");
        CHECK(at.window.label("load/day/event/0") == "12:01  adds 2: 4, rents 1 app");
    }
}

TEST_SUITE("a day of one's own") {
    TEST_CASE("is pasted from a spreadsheet, read at once and replayed") {
        AtDay at;
        at.window.click("load/day/own");
        CHECK(at.window.focused() == "curve/text");
        CHECK_FALSE(at.window.item("curve/replay").enabled);
        at.paste("time\tfactor\n00:00\t0.5\n20:00\t2.5\n");
        CHECK(at.window.label("curve/status") ==
              "Read: 1440 minutes; the peak is 2.5 times the mean load at 20:00.");
        at.window.click("curve/replay");
        CHECK_FALSE(at.window.has("curve/text"));
        CHECK(at.window.label("load/day/curve") ==
              "Own curve: 1440 minutes; the peak is 2.5 times the mean load at 20:00");
        // as `stowage replay --curve FILE` says of these two rows
        CHECK(at.window.value("load/day/worst") == "300 ms at 09:06");
        CHECK(at.window.value("load/day/refused") == "2");
        at.window.click("load/day/shape=Steady");
        CHECK_FALSE(at.window.has("load/day/curve"));
        at.window.click("load/day/own");
        CHECK(at.window.value("curve/text") == "time\tfactor\n00:00\t0.5\n20:00\t2.5\n");
    }

    TEST_CASE("is refused with the line and what would be accepted, while it is typed") {
        AtDay at;
        at.window.click("load/day/own");
        at.paste("06:00,1\n07:00,much");
        CHECK(
            at.window.label("curve/status") ==
            "Line 2: \"much\" is not a factor. Accepted: a number from 0 to 1000, where 1 is the mean, such "
            "as 1.5");
        CHECK_FALSE(at.window.item("curve/replay").enabled);
        at.window.click("curve/cancel");
        CHECK_FALSE(at.window.has("curve/text"));
        CHECK_FALSE(at.window.has("load/day/curve"));  // the day is the one from before
    }

    TEST_CASE("is typed in lines, and Tab leaves the field") {
        AtDay at;
        at.window.click("load/day/own");
        at.window.type("1");
        at.window.press(ImGuiKey_Enter);
        at.window.type("3");
        CHECK(at.window.label("curve/status") ==
              "Read: 2 minutes; the peak is 3 times the mean load at 00:01.");
        at.window.press(ImGuiKey_Tab);
        CHECK(at.window.focused() == "curve/replay");
        CHECK(at.window.value("curve/text") == "1\n3");
    }

    TEST_CASE("is an action of the palette") {
        AtDay at;
        at.window.press(ImGuiKey_Escape);
        at.window.press(ImGuiMod_Ctrl | ImGuiKey_K);
        at.window.type("load curve");
        at.window.press(ImGuiKey_Enter);
        CHECK(at.window.focused() == "curve/text");
    }

    TEST_CASE("is given up with Escape, which leaves the view of the load open") {
        AtDay at;
        at.window.click("load/day/own");
        at.window.press(ImGuiKey_Escape);
        CHECK_FALSE(at.window.has("curve/text"));
        CHECK(at.window.has("load/day/own"));
    }
}
