// SPDX-License-Identifier: MIT
#include "stowage/session/autosave.hpp"

#include <doctest/doctest.h>

#include <cmath>

using stowage::Autosave;

TEST_SUITE("autosave") {
    TEST_CASE("what a session starts with needs no saving") {
        Autosave autosave;
        autosave.observe(1, 10.0);
        CHECK(std::isinf(autosave.next_due()));
        CHECK_FALSE(autosave.take_due(1'000.0));
        CHECK_FALSE(autosave.take_pending());
    }

    TEST_CASE("a change is due one delay later, once") {
        Autosave autosave;
        autosave.observe(1, 10.0);
        autosave.observe(2, 20.0);
        CHECK(autosave.next_due() == 20.0 + Autosave::kDelay);
        CHECK_FALSE(autosave.take_due(20.5));
        CHECK(autosave.take_due(21.0));
        CHECK_FALSE(autosave.take_due(22.0));
        CHECK(std::isinf(autosave.next_due()));
    }

    TEST_CASE("seeing the same revision again does not put the saving off") {
        Autosave autosave;
        autosave.observe(1, 0.0);
        autosave.observe(2, 1.0);
        autosave.observe(2, 1.9);
        CHECK(autosave.take_due(2.0));
    }

    TEST_CASE("each further change puts the saving off") {
        Autosave autosave;
        autosave.observe(1, 0.0);
        autosave.observe(2, 1.0);
        autosave.observe(3, 1.9);
        CHECK_FALSE(autosave.take_due(2.0));
        CHECK(autosave.take_due(2.9));
    }

    TEST_CASE("before the program goes away what waits is taken at once") {
        Autosave autosave;
        autosave.observe(1, 0.0);
        autosave.observe(2, 1.0);
        CHECK(autosave.take_pending());
        CHECK_FALSE(autosave.take_pending());
        CHECK_FALSE(autosave.take_due(9.0));
    }
}
