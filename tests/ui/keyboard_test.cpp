// SPDX-License-Identifier: MIT
//
// Everything without a pointer: Tab and the arrows reach, Enter and Space press, Escape goes back.
#include <doctest/doctest.h>

#include <set>

#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// Presses Tab until the widget has the focus; fails when it cannot be reached that way.
void tab_to(TestWindow& window, std::string_view path, ImGuiKeyChord key = ImGuiKey_Tab) {
    constexpr int kMostStops = 120;  // the template has about 60
    for (int i = 0; i < kMostStops && window.focused() != path; ++i) window.press(key);
    CHECK(window.focused() == path);
}

/// True for what can be pressed or typed into.
bool is_control(const ui::Item& item) {
    switch (item.role) {
        case ui::Role::button:
        case ui::Role::tab:
        case ui::Role::combobox:
        case ui::Role::link: return true;
        // A note is text until it is pressed; the menu of its element opens it by keyboard.
        case ui::Role::textbox: return !item.path.ends_with("/note");
        default: return false;
    }
}

}  // namespace

TEST_SUITE("keyboard") {
    TEST_CASE("Tab reaches every control in view, and Shift+Tab goes the other way") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        std::set<std::string> reached;
        for (int i = 0; i < 150; ++i) {
            window.press(ImGuiKey_Tab);
            reached.insert(window.focused());
        }
        int controls = 0;
        std::set<std::string> bars;
        for (const ui::Item& item : window.items()) {
            if (!is_control(item) || !item.enabled) continue;
            ++controls;
            // Of a bar's segments Tab stops at the first; the arrows go on from there.
            const auto segments = item.path.find("/segments/");
            if (segments != std::string::npos && !bars.insert(item.path.substr(0, segments)).second) continue;
            CHECK_MESSAGE(reached.contains(item.path), "not reached: " << item.path);
        }
        CHECK(controls > 40);
        const std::string at = window.focused();
        window.press(ImGuiKey_Tab);
        window.press(ImGuiMod_Shift | ImGuiKey_Tab);
        CHECK(window.focused() == at);
    }

    TEST_CASE("a tab is reached with Tab and pressed with Enter") {
        NullPlatform platform;
        TestWindow window(platform);
        tab_to(window, "/environments/staging");
        window.press(ImGuiKey_Enter);
        CHECK(window.value("/environments/staging") == "selected");
    }

    TEST_CASE("a button is reached with arrows and pressed with Space") {
        NullPlatform platform;
        TestWindow window(platform);
        tab_to(window, "/environments/development");
        window.press(ImGuiKey_RightArrow);
        window.press(ImGuiKey_RightArrow);
        CHECK(window.focused() == "/environments/production-single");
        window.press(ImGuiKey_Space);
        CHECK(window.value("/environments/production-single") == "selected");
    }

    TEST_CASE("a field is reached with Tab, typed into and committed") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        const std::string replicas = "/environments/live/services/web/replicas";
        tab_to(window, replicas);
        window.type("5");
        window.press(ImGuiKey_Tab);
        CHECK(window.value(replicas) == "5");
        window.press(ImGuiMod_Ctrl | ImGuiKey_Z);  // the next field was entered and not changed
        CHECK(window.value(replicas) == "2");
    }

    TEST_CASE("a value is chosen from a list with arrows and Enter") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        const std::string server = "/environments/live/services/web/server";
        tab_to(window, server);
        window.press(ImGuiKey_Enter);  // automatic, app, db
        for (int i = 0; i < 5 && window.focused() != server + "=db"; ++i) window.press(ImGuiKey_DownArrow);
        CHECK(window.focused() == server + "=db");
        window.press(ImGuiKey_Enter);
        CHECK(window.value(server) == "db");
        CHECK(window.focused() == server);
    }

    TEST_CASE("Escape closes a list and changes nothing") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        const std::string server = "/environments/live/services/web/server";
        tab_to(window, server);
        window.press(ImGuiKey_Enter);
        CHECK(window.has(server + "=db"));
        window.press(ImGuiKey_DownArrow);
        window.press(ImGuiKey_Escape);
        CHECK_FALSE(window.has(server + "=db"));
        CHECK(window.plan() == web_plan());
    }

    TEST_CASE("a service is moved from its part of a bar, which the arrows reach") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        const std::string segments = "/environments/live/servers/app/bars/cpu/segments/";
        const std::string move = "/environments/live/services/jobs/move=";
        tab_to(window, segments + "web");
        window.press(ImGuiKey_RightArrow);
        CHECK(window.focused() == segments + "jobs");
        window.press(ImGuiKey_Enter);
        CHECK(window.value(move + "app") == "is here");
        CHECK(window.value(move + "db") == "fits");  // 0.5 of 1 core, 0.5 of 2 GiB
        tab_to(window, move + "db", ImGuiKey_DownArrow);
        window.press(ImGuiKey_Enter);
        CHECK(window.plan().environments[0].services[2].server == "db");
        CHECK_FALSE(window.has(move + "db"));  // the list has closed
        CHECK(window.has("/environments/live/servers/db/bars/cpu/segments/jobs"));
    }

    TEST_CASE("the menu key opens the list of a bar's part, Escape closes it") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        const std::string web = "/environments/live/servers/app/bars/cpu/segments/web";
        tab_to(window, web);
        window.press(ImGuiKey_Menu);
        CHECK(window.has("/environments/live/services/web/move="));
        window.press(ImGuiKey_Escape);
        CHECK_FALSE(window.has("/environments/live/services/web/move="));
        CHECK(window.focused() == web);
        CHECK(window.plan() == web_plan());
    }

    TEST_CASE("a row is deleted through its menu") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        const std::string jobs = "/environments/live/services/jobs";
        tab_to(window, jobs + "/more");
        window.press(ImGuiKey_Enter);
        REQUIRE(window.has(jobs + "/delete"));
        tab_to(window, jobs + "/delete");
        window.press(ImGuiKey_Enter);
        CHECK(names_of(window.plan().environments[0].services) == "web sql");
    }

    TEST_CASE("a finding is reached and leads to its field") {
        NullPlatform platform;
        TestWindow window(platform);
        window.click("/environments/staging");
        tab_to(window, "findings/0");
        window.press(ImGuiKey_Enter);
        CHECK(window.focused() == "/environments/staging/servers/staging/instance");
    }

    TEST_CASE("a note is written through the menu of its environment") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        tab_to(window, "/environments/live/more");
        window.press(ImGuiKey_Enter);
        tab_to(window, "/environments/live/note=edit");
        window.press(ImGuiKey_Enter);
        window.type("since 2019");
        window.press(ImGuiKey_Enter);
        CHECK(window.plan().environments[0].note == "since 2019");
    }

    TEST_CASE("what is out of view scrolls into it") {
        NullPlatform platform;
        TestWindow window(platform, {.height = 500});
        const std::string last = "/environments/development/managed/add";
        CHECK_FALSE(window.has(last));
        tab_to(window, last);
        CHECK(window.item(last).rect.bottom <= 500);
    }

    TEST_CASE("text is copied from one field and pasted into another") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.click("/environments/live/services/sql/memory");
        window.press(ImGuiMod_Ctrl | ImGuiKey_C);
        CHECK(platform.clipboard == "2 GiB");
        window.click("/environments/live/services/jobs/memory");
        window.press(ImGuiMod_Ctrl | ImGuiKey_V);
        window.press(ImGuiKey_Enter);
        CHECK(window.plan().environments[0].services[2].memory == Bytes::gib(2));
    }
}
