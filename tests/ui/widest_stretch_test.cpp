// SPDX-License-Identifier: MIT
#include "../../ui/widgets/widest_stretch.hpp"

#include <doctest/doctest.h>

#include <array>

using stowage::ui::Stretch;
using stowage::ui::widest_stretch;

TEST_CASE("a name in a bar has the widest room between the lines that cross it") {
    CHECK(widest_stretch({10, 50}, {}) == Stretch{10, 50});
    CHECK(widest_stretch({10, 50}, std::array{40.0f}) == Stretch{10, 40});
    CHECK(widest_stretch({10, 50}, std::array{15.0f, 40.0f}) == Stretch{15, 40});
    CHECK(widest_stretch({10, 50}, std::array{20.0f}) == Stretch{20, 50});
}

TEST_CASE("lines beside a part of a bar, or at its ends, take no room") {
    CHECK(widest_stretch({10, 50}, std::array{5.0f, 60.0f}) == Stretch{10, 50});
    CHECK(widest_stretch({10, 50}, std::array{10.0f, 50.0f}) == Stretch{10, 50});
}

TEST_CASE("of rooms that are equally wide a name has the first") {
    CHECK(widest_stretch({10, 50}, std::array{30.0f, 30.0f}) == Stretch{10, 30});
}
