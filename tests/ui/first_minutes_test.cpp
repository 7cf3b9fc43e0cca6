// SPDX-License-Identifier: MIT
//
// What a newcomer does first: begin, type figures, take them back, follow what the answer says.
#include <doctest/doctest.h>

#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kLive = "/environments/live";
const std::string kWeb = kLive + "/services/web";

struct Web {
    NullPlatform platform;
    TestWindow window{platform, {.plan = std::string(kWebPlan)}};

    [[nodiscard]] const Environment& live() const { return window.plan().environments.front(); }
};

/// A platform on which nobody has been yet.
struct FirstVisit : NullPlatform {
    FirstVisit() { storage.clear(); }
};

}  // namespace

TEST_SUITE("undo in a field") {
    TEST_CASE("that was not changed is that of the plan, and the field stays entered with the new text") {
        Web web;
        web.window.enter(kWeb + "/replicas", "5");
        web.window.click(kWeb + "/replicas");
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(web.live().services[0].replicas == 2);
        CHECK(web.window.typing());
        CHECK(web.window.value(kWeb + "/replicas") == "2");
        web.window.press(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z);
        CHECK(web.live().services[0].replicas == 5);
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Y);
        CHECK(web.live().services[0].replicas == 5);
        web.window.type("7");
        web.window.press(ImGuiKey_Enter);
        CHECK(web.live().services[0].replicas == 7);
    }

    TEST_CASE("is that of the field while it was changed, and that of the plan when it is as before") {
        Web web;
        web.window.enter(kWeb + "/replicas", "5");
        web.window.click(kWeb + "/cpu");
        web.window.type("7");
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);  // what the 7 replaced
        CHECK(web.live().services[0].replicas == 5);
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(web.live().services[0].replicas == 2);
    }

    TEST_CASE("redo of what was typed there comes before that of the plan") {
        Web web;
        web.window.enter(kWeb + "/replicas", "5");
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        web.window.click(kWeb + "/cpu");
        web.window.type("7");
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Y);
        CHECK(web.live().services[0].replicas == 2);
    }

    TEST_CASE("of an element that was just added takes it away, and the keys go on working") {
        Web web;
        web.window.click(kLive + "/services/add");
        REQUIRE(web.window.typing());
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(web.live().services.size() == 3);
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Y);
        CHECK(web.live().services.size() == 4);
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_K);
        CHECK(web.window.has("palette/field"));
    }
}

TEST_SUITE("beginning") {
    TEST_CASE("a first visit may start empty, and undo brings the example back") {
        FirstVisit platform;
        TestWindow window(platform);
        const Plan example = window.plan();
        CHECK(window.label("introduction/empty") == "Start empty");
        window.click("introduction/empty");
        CHECK_FALSE(window.has("introduction"));
        REQUIRE(window.plan().environments.size() == 1);
        CHECK(window.plan().environments[0].servers.empty());
        window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(window.plan() == example);
        CHECK(platform.storage.at("tour") == "done");
    }

    TEST_CASE("the buttons of the introduction find room on the narrowest window") {
        FirstVisit platform;
        TestWindow window(platform, {.width = 360, .height = 800});
        CHECK(window.item("introduction/dismiss").rect.right <= 360);
    }

    TEST_CASE("New offers the example and an empty plan") {
        Web web;
        CHECK(web.window.label("toolbar/template") == "New");
        web.window.click("toolbar/template");
        CHECK(web.window.label("toolbar/template/blank") == "One empty environment");
        web.window.click("toolbar/template/blank");
        CHECK(web.live().servers.empty());
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(web.window.plan() == web_plan());
    }
}
