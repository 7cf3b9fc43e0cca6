// SPDX-License-Identifier: MIT
//
// The letters that plans may use and the interface does not: the page fetches them after its first frame.
#include "stowage/letters.hpp"

#include <doctest/doctest.h>

#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr ImWchar kZhe = 0x416;      // Ж
constexpr ImWchar kOmega = 0x3A9;    // Ω
constexpr ImWchar kLStroke = 0x141;  // Ł
constexpr ImWchar kEuro = 0x20AC;    // a sign of the interface
constexpr ImWchar kUUmlaut = 0xDC;   // Ü
constexpr ImWchar kMicro = 0xB5;
constexpr ImWchar kDevanagari = 0x905;  // in neither part

/// True when both weights draw it, in the size of the last frame.
bool drawn(ImWchar character) {
    const ImVector<ImFont*>& fonts = ImGui::GetIO().Fonts->Fonts;
    REQUIRE(fonts.Size == 2);
    for (ImFont* font : fonts) {
        if (font->GetFontBaked(ImGui::GetStyle().FontSizeBase)->FindGlyphNoFallback(character) == nullptr)
            return false;
    }
    return true;
}

}  // namespace

TEST_CASE("letters beyond Basic Latin are drawn once they were added, also when they were asked for before") {
    NullPlatform platform;
    TestWindow window(platform);
    for (const ImWchar letter : {kZhe, kOmega, kLStroke, kUUmlaut}) CHECK_FALSE(drawn(letter));
    CHECK(drawn(kEuro));
    CHECK(drawn(kMicro));
    window.app().add_letters(assets::font_regular_letters(), assets::font_semibold_letters());
    window.draw();
    for (const ImWchar letter : {kZhe, kOmega, kLStroke, kEuro, kUUmlaut}) CHECK(drawn(letter));
    CHECK_FALSE(drawn(kDevanagari));
}

TEST_CASE("what is no font is not added") {
    NullPlatform platform;
    TestWindow window(platform);
    window.app().add_letters("<!doctype html>", assets::font_semibold_letters());
    window.draw();
    CHECK_FALSE(drawn(kZhe));
    CHECK(drawn(kEuro));
}
