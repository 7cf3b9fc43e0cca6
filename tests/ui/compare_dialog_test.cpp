// SPDX-License-Identifier: MIT
//
// The plan on screen is held against a plan of a link, or one that is kept on this device.
#include <doctest/doctest.h>

#include "expectations.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_text.hpp"
#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// One machine of 100 a month; the amount is replaced below.
const std::string kPlan =
    "stowage: 0\nenvironments:\n  a:\n    servers:\n      app: {cpu: 4, memory: 8GiB, cost: 100/month}\n";

std::string priced_plan(const std::string& price) {
    std::string text = kPlan;
    text.replace(text.find("100/month"), 9, price + "/month");
    return text;
}

std::string link_to(const std::string& text) {
    const auto plan = read_plan(text);
    REQUIRE(plan);
    return "https://example.org/" + encode_link(*plan);
}

void open_dialog(TestWindow& window) {
    window.click("toolbar/save");
    window.click("toolbar/save/compare");
}

}  // namespace

TEST_SUITE("comparing with another plan") {
    TEST_CASE("a pasted link becomes the baseline, and the plan on screen stays") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = priced_plan("130")});
        const auto revision = window.session().revision();
        open_dialog(window);
        CHECK(window.focused() == "compare/field");
        window.type(link_to(kPlan));
        window.press(ImGuiKey_Enter);
        CHECK_FALSE(window.has("compare/field"));
        CHECK(window.session().revision() == revision);
        CHECK(window.value("sides/in/a/0/change").starts_with("+30.00"));
        window.press(ImGuiKey_Escape);
        CHECK(window.label("baseline") == "Against the link");
        CHECK(window.value("baseline/cost").starts_with("+30.00"));
    }

    TEST_CASE("a second one takes the place of the first") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = priced_plan("130")});
        for (const auto& [price, change] : {std::pair{"100", "+30.00"}, std::pair{"150", "-20.00"}}) {
            open_dialog(window);
            window.type(link_to(priced_plan(price)));
            window.click("compare/confirm");
            window.press(ImGuiKey_Escape);
            CHECK(window.value("baseline/cost").starts_with(change));
        }
    }

    TEST_CASE("a link that was cut is refused with the reason, and can be mended") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = priced_plan("130")});
        const std::string link = link_to(kPlan);
        open_dialog(window);
        window.type(link.substr(0, link.size() - 3));
        window.press(ImGuiKey_Enter);
        CHECK(window.label("compare/problem").starts_with("This is no plan to compare with: "));
        CHECK(window.session().baseline() == nullptr);
        window.enter("compare/field", link);
        window.click("sides/back");
        CHECK(window.label("baseline") == "Against the link");
    }

    TEST_CASE("what is neither a link nor a plan is refused") {
        NullPlatform platform;
        TestWindow window(platform);
        open_dialog(window);
        window.type("https://example.org/");
        window.press(ImGuiKey_Enter);
        CHECK(window.has("compare/problem"));
        window.press(ImGuiKey_Escape);
        CHECK_FALSE(window.has("compare"));
    }

    TEST_CASE("plans on this device are offered, those that can be read") {
        NullPlatform platform;
        platform.storage["kept.cheap"] = "# kept 2026-06-02 10:00\n" + kPlan;
        platform.storage["kept.broken"] = "stowage: 7";
        TestWindow window(platform, {.plan = priced_plan("130")});
        window.press(ImGuiMod_Ctrl | ImGuiKey_K);
        window.type("compare link");
        window.press(ImGuiKey_Enter);
        CHECK(window.label("compare/kept/0") == "cheap");
        CHECK_FALSE(window.has("compare/kept/1"));
        window.click("compare/kept/0");
        window.press(ImGuiKey_Escape);
        CHECK(window.label("baseline") == "Against \u201Ccheap\u201D");
        CHECK(window.value("baseline/cost").starts_with("+30.00"));
    }
}
