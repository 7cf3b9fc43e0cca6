// SPDX-License-Identifier: MIT
//
// A first visit is told what this is, in one line, and shown around when it asks. Nobody is told twice.
#include <doctest/doctest.h>

#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// A platform on which nobody has been yet.
struct FirstVisit : NullPlatform {
    FirstVisit() { storage.clear(); }
};

}  // namespace

TEST_SUITE("tour") {
    TEST_CASE("a first visit says what this is, until it was read") {
        FirstVisit platform;
        {
            TestWindow window(platform);
            CHECK(window.has("introduction"));
            window.click("introduction/dismiss");
            CHECK_FALSE(window.has("introduction"));
        }
        TestWindow window(platform);
        CHECK_FALSE(window.has("introduction"));
    }

    TEST_CASE("whoever opens a link, or has a plan here, is not told") {
        FirstVisit platform;
        const std::string link = TestWindow(platform).app().link();
        CHECK_FALSE(TestWindow(platform, {.location = link.substr(link.find('#'))}).has("introduction"));
    }

    TEST_CASE("a plan of one's own is not called an example") {
        FirstVisit platform;
        TestWindow window(platform);
        REQUIRE(window.app().open_text(kWebPlan, "own.yaml"));
        window.draw();
        CHECK_FALSE(window.has("introduction"));
    }

    TEST_CASE("the tour has five steps, each beside what it is about") {
        FirstVisit platform;
        TestWindow window(platform);
        window.click("introduction/tour");
        const ui::Rect tab = window.item("/environments/development").rect;
        CHECK(window.item("tour").rect.top > tab.bottom);
        CHECK(window.item("tour").rect.top < tab.bottom + 40);
        for (const char* count : {"1 of 5", "2 of 5", "3 of 5", "4 of 5"}) {
            CHECK(window.label("tour/count") == count);
            const ui::Rect box = window.item("tour/words").rect;
            CHECK(box.left >= 0);
            CHECK(box.right <= window.bounds().right);
            window.click("tour/next");
        }
        CHECK(window.label("tour/next") == "Done");
        window.click("tour/back");
        CHECK(window.label("tour/count") == "4 of 5");
        window.click("tour/next");
        window.click("tour/next");
        CHECK_FALSE(window.has("tour"));
        CHECK_FALSE(window.has("introduction"));
        CHECK(platform.storage.at("tour") == "done");
    }

    TEST_CASE("the tour can be skipped, by button and by Escape, and begun again from help") {
        FirstVisit platform;
        TestWindow window(platform);
        window.click("introduction/tour");
        window.click("tour/skip");
        CHECK_FALSE(window.has("tour"));
        window.press(ImGuiKey_F1);
        window.click("help/tour");
        CHECK_FALSE(window.has("help/close"));
        CHECK(window.label("tour/count") == "1 of 5");
        window.press(ImGuiKey_Escape);
        CHECK_FALSE(window.has("tour"));
    }

    TEST_CASE("Escape in a field brings its text back and leaves the tour") {
        FirstVisit platform;
        TestWindow window(platform);
        window.click("introduction/tour");
        window.click("/name");
        window.type("Other");
        window.press(ImGuiKey_Escape);
        CHECK(window.has("tour"));
        CHECK(window.value("/name") != "Other");
        window.press(ImGuiKey_Escape);
        CHECK_FALSE(window.has("tour"));
    }

    TEST_CASE("it is readable on a phone") {
        FirstVisit platform;
        TestWindow window(platform, {.width = 390, .height = 844});
        window.click("introduction/tour");
        for (int step = 0; step < 5; ++step) {
            const ui::Rect next = window.item("tour/next").rect;
            CHECK(next.right <= 390);
            CHECK(next.bottom <= 844);
            window.click("tour/next");
        }
        CHECK_FALSE(window.has("tour"));
    }
}

TEST_SUITE("help") {
    TEST_CASE("opens by button and by F1, closes by button and by Escape") {
        NullPlatform platform;
        TestWindow window(platform);
        window.click("toolbar/help");
        CHECK(window.has("help"));
        window.click("help/close");
        CHECK_FALSE(window.has("help"));
        window.press(ImGuiKey_F1);
        CHECK(window.has("help"));
        window.press(ImGuiKey_Escape);
        CHECK_FALSE(window.has("help"));
    }
}
