// SPDX-License-Identifier: MIT
#include "window_place.hpp"

#include <doctest/doctest.h>

using namespace stowage::desktop;

namespace {

const Area kLeft{0, 27, 1920, 1053};  // a screen with a bar at the top
const Area kRight{1920, 0, 1280, 1024};

}  // namespace

TEST_SUITE("place of the window") {
    TEST_CASE("is remembered as a line and read again") {
        const WindowPlace normal{{-30, 40, 800, 600}, false};
        const WindowPlace maximised{{10, 20, 1240, 860}, true};
        CHECK(window_place_text(normal) == "-30 40 800 600 normal");
        CHECK(window_place_text(maximised) == "10 20 1240 860 maximised");
        CHECK(read_window_place("-30 40 800 600 normal") == normal);
        CHECK(read_window_place("10 20 1240 860 maximised") == maximised);
    }

    TEST_CASE("a text that is none is no place") {
        for (const char* text :
             {"", "1 2 3 normal", "1 2 3 4", "1 2 3 4 wide", "1 2 3 4 normal more", "a 2 3 4 normal",
              "1 2 0 4 normal", "1 2 3 -4 normal", "1 2 3 99999999999 normal", "2000000 2 3 4 normal",
              "1  2 3 4 normal", "1.5 2 3 4 normal"}) {
            CAPTURE(text);
            CHECK_FALSE(read_window_place(text));
        }
    }
}

TEST_SUITE("a window on the screens") {
    TEST_CASE("that is on one stays where it is") {
        CHECK(on_screen({100, 100, 800, 600}, {kLeft, kRight}) == Area{100, 100, 800, 600});
        CHECK(on_screen({2000, 0, 800, 600}, {kLeft, kRight}) == Area{2000, 0, 800, 600});
    }

    TEST_CASE("between two comes to the one that shows more of it") {
        CHECK(on_screen({1800, 100, 800, 600}, {kLeft, kRight}) == Area{1920, 100, 800, 600});
        CHECK(on_screen({1300, 100, 800, 600}, {kLeft, kRight}) == Area{1120, 100, 800, 600});
    }

    TEST_CASE("on a screen that is gone comes to the first") {
        CHECK(on_screen({2500, 300, 800, 600}, {kLeft}) == Area{1120, 300, 800, 600});
        CHECK(on_screen({-900, -700, 800, 600}, {kLeft, kRight}) == Area{0, 27, 800, 600});
    }

    TEST_CASE("that is larger than its screen becomes smaller") {
        CHECK(on_screen({50, 50, 1240, 860}, {{0, 0, 800, 600}}) == Area{0, 0, 800, 600});
        CHECK(on_screen({50, 50, 1240, 400}, {{0, 0, 800, 600}}) == Area{0, 50, 800, 400});
    }

    TEST_CASE("without a screen nothing is known and nothing changed") {
        CHECK(on_screen({50, 50, 1240, 860}, {}) == Area{50, 50, 1240, 860});
    }
}
