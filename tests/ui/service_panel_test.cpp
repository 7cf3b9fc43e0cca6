// SPDX-License-Identifier: MIT
//
// Everything about one service, beside the tables.
#include <doctest/doctest.h>

#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kWeb = "/environments/live/services/web";
const std::string kPanel = "panel" + kWeb;

struct Web {
    NullPlatform platform;
    TestWindow window{platform, {.plan = std::string(kWebPlan)}};

    /// Takes the text out of a field.
    void empty(const std::string& path) {
        window.click(path);
        window.press(ImGuiKey_Delete);
        window.press(ImGuiKey_Enter);
    }
    [[nodiscard]] const Service& web() const { return window.plan().environments[0].services[0]; }
};

}  // namespace

TEST_SUITE("panel of a service") {
    TEST_CASE("opens from its row with the first field ready, and Escape goes back to the row") {
        Web at;
        at.window.click(kWeb + "/settings");
        CHECK(at.window.label(kPanel) == "web");
        CHECK(at.window.focused() == kPanel + "/replicas");
        at.window.press(ImGuiKey_Escape);  // leaves the field
        at.window.press(ImGuiKey_Escape);
        CHECK_FALSE(at.window.has(kPanel));
        CHECK(at.window.focused() == kWeb + "/settings");
    }

    TEST_CASE("on a phone it begins at its head, and leaves the tables scrolled as they were") {
        NullPlatform platform;
        TestWindow window{platform, {.width = 390, .height = 600, .plan = std::string(kWebPlan)}};
        window.reach(kWeb + "/more");
        const float scrolled = window.item(kWeb + "/more").rect.top;
        window.choose_action(kWeb, "open");
        CHECK(window.has(kPanel));
        CHECK(window.focused() == kPanel + "/replicas");
        window.click("panel/close");
        CHECK(window.item(kWeb + "/more").rect.top == scrolled);
    }

    TEST_CASE("opens with Enter, and a list in it closes before it does") {
        Web at;
        for (int i = 0; i < 120 && at.window.focused() != kWeb + "/settings"; ++i)
            at.window.press(ImGuiKey_Tab);
        at.window.press(ImGuiKey_Enter);
        REQUIRE(at.window.has(kPanel));
        at.window.press(ImGuiKey_Escape);
        at.window.click(kPanel + "/server");
        at.window.press(ImGuiKey_Escape);
        CHECK_FALSE(at.window.has(kPanel + "/server=db"));
        CHECK(at.window.has(kPanel));
        at.window.click("panel/close");
        CHECK_FALSE(at.window.has(kPanel));
    }

    TEST_CASE("keeps cost and findings in view") {
        Web at;
        at.window.click(kWeb + "/settings");
        CHECK(at.window.has("answer"));
    }

    TEST_CASE("changes what the row shows, and the row what the panel shows") {
        Web at;
        at.window.click(kWeb + "/settings");
        CHECK(at.window.value(kPanel + "/replicas") == "2");
        CHECK(at.window.value(kPanel + "/memory") == "1 GiB");
        at.window.type("3");  // replicas have the focus
        at.window.press(ImGuiKey_Enter);
        CHECK(at.window.value(kWeb + "/replicas") == "3");
        at.window.enter(kWeb + "/cpu", "500m");
        CHECK(at.window.value(kPanel + "/cpu") == "0.5");
    }

    TEST_CASE("tells what is derived, until it is stated") {
        Web at;
        at.window.click(kWeb + "/settings");
        // gunicorn: 2 x 1 core + 1
        CHECK(at.window.has(kWeb + "/workers/derived"));
        CHECK(at.window.value(kWeb + "/workers").empty());
        at.window.enter(kWeb + "/workers", "5");
        CHECK(at.web().workers == 5);
        CHECK_FALSE(at.window.has(kWeb + "/workers/derived"));
        at.empty(kWeb + "/workers");
        CHECK_FALSE(at.web().workers.has_value());
    }

    TEST_CASE("a CPU that the plan leaves out is derived from the workers, in the row as well") {
        Web at;
        at.window.click(kWeb + "/settings");
        at.window.enter(kWeb + "/workers", "5");
        at.empty(kPanel + "/cpu");
        CHECK(at.window.has(kWeb + "/cpu/derived"));
        // 5 workers are those of 2 cores: 2 replicas take 4, and jobs 0.5 of the server's 4.
        CHECK(at.window.label("/environments/live/servers/app/bars/cpu/free") == "over by 0.5 cores");
    }

    TEST_CASE("tells how many more replicas fit, and what ends it") {
        Web at;
        at.window.click(kWeb + "/settings");
        // app has 4 cores, of which 2 + 0.5 are taken: one more of 1 core.
        CHECK(at.window.label(kPanel + "/room") == "Fits 1 more replica; CPU runs out first");
        at.window.type("3");
        at.window.press(ImGuiKey_Enter);
        CHECK(at.window.label(kPanel + "/room") == "No further replica fits; CPU runs out first");
    }

    TEST_CASE("a wrong value is told in its field and keeps the plan") {
        Web at;
        at.window.click(kWeb + "/settings");
        at.window.enter(kWeb + "/worker_memory", "12");
        CHECK(at.window.value(kWeb + "/worker_memory") == "12");
        CHECK(at.window.plan() == web_plan());
    }

    TEST_CASE("spread is a box") {
        Web at;
        at.window.click(kWeb + "/settings");
        CHECK(at.window.value(kWeb + "/spread") == "false");
        at.window.click(kWeb + "/spread");
        CHECK(at.web().spread);
        CHECK(at.window.value(kWeb + "/spread") == "true");
    }

    TEST_CASE("closes with its service") {
        Web at;
        at.window.click(kWeb + "/settings");
        at.window.choose_action(kWeb, "delete");
        CHECK_FALSE(at.window.has("panel/close"));
        CHECK(at.window.has("/environments/live/cost"));
    }

    TEST_CASE("draws no frames while it is idle") {
        Web at;
        at.window.click(kWeb + "/settings");
        at.window.press(ImGuiKey_Escape);
        at.window.wait(5);
        const int before = at.window.frames();
        at.window.wait(3'600);
        CHECK(at.window.frames() == before);
    }
}
