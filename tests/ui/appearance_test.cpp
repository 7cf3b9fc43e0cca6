// SPDX-License-Identifier: MIT
//
// Light or dark, and how much contrast: as the system wants it, or as the user chose.
#include <doctest/doctest.h>

#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

TEST_SUITE("appearance") {
    TEST_CASE("follows the system at first, then the user, and is remembered") {
        NullPlatform platform;
        platform.system.dark = true;
        {
            TestWindow window(platform);
            CHECK(platform.shown.dark);
            window.click("toolbar/theme");
            CHECK(window.value("toolbar/theme/system") == "selected");
            window.click("toolbar/theme/light");
            CHECK_FALSE(platform.shown.dark);
        }
        TestWindow again(platform);
        CHECK_FALSE(platform.shown.dark);
        again.click("toolbar/theme");
        CHECK(again.value("toolbar/theme/light") == "selected");
        CHECK(again.value("toolbar/theme/system").empty());
        again.click("toolbar/theme/system");
        CHECK(platform.shown.dark);
    }

    TEST_CASE("contrast follows the system at first, then the user, whatever light and dark do") {
        NullPlatform platform;
        {
            TestWindow window(platform);
            CHECK_FALSE(platform.shown.high_contrast);
            window.app().system_appearance_changed({.dark = true, .high_contrast = true});
            CHECK(platform.shown == ui::Appearance{true, true});
            window.app().system_appearance_changed({});
            CHECK(platform.shown == ui::Appearance{});
            window.click("toolbar/theme");
            window.click("toolbar/theme/contrast");
            CHECK(platform.shown.high_contrast);
            window.app().system_appearance_changed({.dark = true, .high_contrast = false});
            CHECK(platform.shown == ui::Appearance{true, true});
        }
        TestWindow again(platform);
        CHECK(platform.shown == ui::Appearance{false, true});
        again.click("toolbar/theme");
        again.click("toolbar/theme/contrast");
        CHECK_FALSE(platform.shown.high_contrast);
    }

    TEST_CASE(
        "high contrast draws the borders that are seen under the pointer only otherwise, and moves nothing") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        const auto name = window.item("/name").rect;
        const int before = ImGui::GetDrawData()->TotalVtxCount;
        window.app().system_appearance_changed({.dark = false, .high_contrast = true});
        window.draw();
        // A border of rounded corners takes 8 points at least; there are a dozen buttons in the bar alone.
        CHECK(ImGui::GetDrawData()->TotalVtxCount > before + 12 * 8);
        CHECK(window.item("/name").rect == name);
    }

    TEST_CASE("what was remembered of a theme and is none is as good as nothing") {
        NullPlatform platform;
        platform.system = {.dark = true, .high_contrast = true};
        platform.storage["theme"] = "purple";
        platform.storage["contrast"] = "";
        const TestWindow window(platform);
        CHECK(platform.shown == ui::Appearance{true, true});
    }
}
