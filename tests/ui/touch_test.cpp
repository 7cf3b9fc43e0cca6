// SPDX-License-Identifier: MIT
//
// What the page makes of fingers: see web/touch.mjs.
#include <doctest/doctest.h>

#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// A long touch, as the page passes it on: the pointer comes from nowhere and presses the right button.
void touch_long(TestWindow& window, std::string_view path) {
    ImGuiIO& io = ImGui::GetIO();
    const ui::Rect rect = window.item(path).rect;
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    io.AddMousePosEvent((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2);
    io.AddMouseButtonEvent(ImGuiMouseButton_Right, true);
    io.AddMouseButtonEvent(ImGuiMouseButton_Right, false);
    window.app().scheduler().request_frames();
    window.wait(1.0);
}

void lift(TestWindow& window) {
    ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    window.app().scheduler().request_frames();
    window.wait(1.0);
}

}  // namespace

TEST_SUITE("touch") {
    TEST_CASE("a finger that rests is told what a mouse is told, and presses nothing") {
        NullPlatform platform;
        TestWindow window(platform);
        const int before = TestWindow::layers();
        touch_long(window, "toolbar/help");
        CHECK(TestWindow::layers() == before + 1);
        CHECK_FALSE(window.has("help"));
        lift(window);
        CHECK(TestWindow::layers() == before);
    }

    TEST_CASE("what has a menu opens it") {
        NullPlatform platform;
        TestWindow window(platform);
        std::string segment;
        for (const ui::Item& item : window.items()) {
            if (item.path.find("/segments/") != std::string::npos) segment = item.path;
        }
        REQUIRE_FALSE(segment.empty());
        const auto in_popup = [&window] {
            int count = 0;
            for (const ui::Item& item : window.items()) count += item.surface == ui::Surface::popup ? 1 : 0;
            return count;
        };
        CHECK(in_popup() == 0);
        touch_long(window, segment);
        CHECK(in_popup() > 0);
    }

    TEST_CASE("the palette makes everything larger where the platform can, and back") {
        NullPlatform platform;
        platform.size = 100;
        TestWindow window(platform);
        const auto choose = [&window](std::string_view words) {
            window.press(ImGuiMod_Ctrl | ImGuiKey_K);
            window.type(words);
            window.press(ImGuiKey_Enter);
        };
        window.press(ImGuiMod_Ctrl | ImGuiKey_K);
        window.type("larger");
        CHECK(window.label("palette/0").starts_with("Draw everything larger"));
        window.press(ImGuiKey_Enter);
        CHECK(platform.size == 110);
        choose("smaller");
        choose("smaller");
        CHECK(platform.size == 90);
        choose("usual size");
        CHECK(platform.size == 100);
    }

    TEST_CASE("Ctrl with +, - and 0 do so, too, where they are not a browser's") {
        NullPlatform platform;
        platform.size = 100;
        platform.scale_keys = true;
        TestWindow window(platform);
        window.press(ImGuiMod_Ctrl | ImGuiKey_Equal);
        window.press(ImGuiMod_Ctrl | ImGuiKey_KeypadAdd);
        CHECK(platform.size.value_or(0) == 120);
        window.press(ImGuiMod_Ctrl | ImGuiKey_Minus);
        CHECK(platform.size.value_or(0) == 110);
        window.press(ImGuiMod_Ctrl | ImGuiKey_K);
        window.type("usual size");
        CHECK(window.label("palette/0") == "Draw everything at its usual size");
        window.press(ImGuiKey_Escape);
        window.press(ImGuiMod_Ctrl | ImGuiKey_0);
        CHECK(platform.size.value_or(0) == 100);
    }

    TEST_CASE("what is being typed goes on meanwhile") {
        NullPlatform platform;
        platform.size = 100;
        platform.scale_keys = true;
        TestWindow window(platform);
        window.press(ImGuiMod_Ctrl | ImGuiKey_K);
        window.type("whatev");
        window.press(ImGuiMod_Ctrl | ImGuiKey_Equal);
        CHECK(platform.size.value_or(0) == 110);
        window.type("er the");
        CHECK(window.value("palette/field") == "whatever the");
    }

    TEST_CASE("a browser keeps these keys") {
        NullPlatform platform;
        platform.size = 100;
        TestWindow window(platform);
        window.press(ImGuiMod_Ctrl | ImGuiKey_Equal);
        window.press(ImGuiMod_Ctrl | ImGuiKey_Minus);
        window.press(ImGuiMod_Ctrl | ImGuiKey_Minus);
        CHECK(platform.size.value_or(0) == 100);
    }

    TEST_CASE("where it cannot the palette does not offer it") {
        NullPlatform platform;
        TestWindow window(platform);
        window.press(ImGuiMod_Ctrl | ImGuiKey_K);
        window.type("larger");
        for (int row = 0; window.has("palette/" + std::to_string(row)); ++row)  // help has the word, too
            CHECK_FALSE(window.label("palette/" + std::to_string(row)).starts_with("Draw everything"));
    }
}
