// SPDX-License-Identifier: MIT
//
// Every action and every place of the plan is found by typing, and every earlier state can be returned to.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "stowage/finding.hpp"
#include "stowage/text/plan_text.hpp"
#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr ImGuiKeyChord kOpen = ImGuiMod_Ctrl | ImGuiKey_K;

/// The first lines of the palette, as far as they are drawn.
std::vector<std::string> lines(const TestWindow& window) {
    std::vector<std::string> labels;
    for (std::size_t i = 0; window.has("palette/" + std::to_string(i)); ++i)
        labels.push_back(window.label("palette/" + std::to_string(i)));
    return labels;
}

bool has_line(const TestWindow& window, std::string_view label) {
    const auto all = lines(window);
    return std::find(all.begin(), all.end(), label) != all.end();
}

}  // namespace

TEST_SUITE("palette") {
    TEST_CASE("Ctrl+K lists the actions with their keys") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.press(kOpen);
        CHECK(has_line(window, "Copy a link to this plan"));
        CHECK(has_line(window, "Open a plan"));
        window.type("save the plan");
        CHECK(lines(window).front() == "Save the plan");
        CHECK(window.value("palette/0") == "Ctrl+S");
    }

    TEST_CASE("typing finds, Enter does, and the palette is closed") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        const std::size_t before = window.plan().environments.front().servers.size();
        window.press(kOpen);
        window.type("ADD server");  // in any case
        window.press(ImGuiKey_Enter);
        CHECK(window.plan().environments.front().servers.size() == before + 1);
        CHECK_FALSE(window.has("palette/field"));
    }

    TEST_CASE("arrows choose while typing goes on") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.press(kOpen);
        window.type("theme");
        CHECK(lines(window).front() == "Dark theme");
        window.press(ImGuiKey_DownArrow);  // there is no second line: the choice stays
        window.press(ImGuiKey_Enter);
        window.press(kOpen);
        window.type("theme");
        CHECK(lines(window).front() == "Light theme");
    }

    TEST_CASE("a place is gone to, in whichever environment it is") {
        NullPlatform platform;
        TestWindow window(platform);  // the template, with development on screen
        window.press(kOpen);
        window.type("db server");
        CHECK(window.value("palette/0") == "server in Production, distributed");
        window.press(ImGuiKey_Enter);
        CHECK(window.value("/environments/production-distributed") == "selected");
    }

    TEST_CASE("what mends a finding is an action, too") {
        NullPlatform platform;
        TestWindow window(platform);
        window.press(kOpen);
        window.type("production-distributed");
        window.press(ImGuiKey_Escape);
        window.click("/environments/production-distributed");
        window.press(kOpen);
        window.type("mends");
        const auto all = lines(window);
        CHECK(all.size() >= 1);
        CHECK(std::set(all.begin(), all.end()).size() ==
              all.size());  // a fix of several findings is there once
    }

    TEST_CASE("what is not there is told, and Escape does nothing") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.press(kOpen);
        window.type("zebra");
        CHECK(window.has("palette/none"));
        const auto revision = window.session().revision();
        window.press(ImGuiKey_Escape);
        CHECK_FALSE(window.has("palette/field"));
        CHECK(window.session().revision() == revision);
    }

    TEST_CASE("the last line is reached with the arrow, and nothing is drawn that is not in view") {
        NullPlatform platform;
        TestWindow window(platform);
        window.press(kOpen);
        CHECK(lines(window).size() <= 14);  // twelve, and those that are partly in view
        for (int i = 0; i < 200; ++i) window.press(ImGuiKey_DownArrow);
        window.press(ImGuiKey_Enter);
        CHECK(window.value("/environments/production-distributed") == "selected");
    }

    TEST_CASE("a finding is read up by its code, and the way back leads to what was searched") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.press(kOpen);
        window.type("no_headroom");
        CHECK(window.label("palette/0") == rule_of(FindingCode::no_headroom).title);
        CHECK(window.value("palette/0") == "finding no_headroom");
        window.press(ImGuiKey_Enter);
        CHECK(window.label("palette/topic") == rule_of(FindingCode::no_headroom).title);
        CHECK(window.label("palette/text").find(rule_of(FindingCode::no_headroom).remedy) !=
              std::string::npos);
        CHECK(window.focused() == "palette/back");
        window.press(ImGuiKey_Escape);
        CHECK(window.value("palette/field") == "no_headroom");
        CHECK(window.value("palette/0") == "finding no_headroom");
        window.press(ImGuiKey_Escape);
        CHECK_FALSE(window.has("palette/field"));
    }

    TEST_CASE("a setting is read up, and the search is left from there") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.press(kOpen);
        window.type("min_headroom environment");
        CHECK(window.label("palette/0") == "min_headroom (environment)");
        window.click("palette/0");
        CHECK(window.label("palette/text") == field_help("/environments/live/min_headroom"));
        window.click("palette/close");
        CHECK_FALSE(window.has("palette/text"));
        CHECK_FALSE(window.has("palette/field"));
    }

    TEST_CASE("help is found by the words in it, behind what has them in its name") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.press(kOpen);
        window.type("hatched");  // of the help on bars alone
        REQUIRE(lines(window).size() == 1);
        CHECK(window.label("palette/0") == "Bars");
        CHECK(window.value("palette/0") == "help");
    }

    TEST_CASE("nothing to read is in the way of whoever types nothing") {
        NullPlatform platform;
        TestWindow window(platform, {.height = 4'000, .plan = std::string(kWebPlan)});
        window.press(kOpen);
        for (const std::string& line : lines(window)) CHECK(line != "Bars");
    }

    TEST_CASE("the help leads to the search") {
        NullPlatform platform;
        TestWindow window(platform);
        window.press(ImGuiKey_F1);
        window.click("help/search");
        CHECK_FALSE(window.has("help"));
        CHECK(window.focused() == "palette/field");
    }

    TEST_CASE("the history is a list, and any state of it can be returned to") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        const std::string replicas = "/environments/live/services/web/replicas";
        window.enter(replicas, "3");
        window.enter(replicas, "4");
        window.enter(replicas, "5");
        window.click("toolbar/history");
        REQUIRE(lines(window).size() == 5);  // the template, the text that was opened, and three edits
        CHECK(window.value("palette/0") == "now");
        window.click("palette/2");
        CHECK(window.value(replicas) == "3");
        window.click("toolbar/history");
        CHECK(window.value("palette/0") == "taken back");
        window.click("palette/0");
        CHECK(window.value(replicas) == "5");
    }
}
