// SPDX-License-Identifier: MIT
#include "stowage/edit_distance.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace stowage;

TEST_SUITE("edit distance") {
    TEST_CASE("one slip is a letter too many, too few, wrong, or in its neighbour's place") {
        CHECK(edit_distance("memory", "memory") == 0);
        CHECK(edit_distance("memoory", "memory") == 1);
        CHECK(edit_distance("memry", "memory") == 1);
        CHECK(edit_distance("memury", "memory") == 1);
        CHECK(edit_distance("memroy", "memory") == 1);
    }

    TEST_CASE("slips add up") {
        CHECK(edit_distance("kitten", "sitting") == 3);  // the textbook example of Levenshtein's distance
        CHECK(edit_distance("ca", "abc") == 3);          // a letter that was swapped is not edited again
        CHECK(edit_distance("", "cpu") == 3);
        CHECK(edit_distance("cpu", "") == 3);
        CHECK(edit_distance("", "") == 0);
    }
}
