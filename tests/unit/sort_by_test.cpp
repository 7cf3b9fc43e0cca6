// SPDX-License-Identifier: MIT
#include "stowage/sort_by.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <string>

using namespace stowage;

TEST_CASE("A list is sorted, and what is alike keeps its order") {
    std::vector<std::string> words{"web", "db", "worker", "app", "cache", "ci"};

    sort_by(words, [](const std::string& a, const std::string& b) { return a.size() < b.size(); });

    CHECK(words == std::vector<std::string>{"db", "ci", "web", "app", "cache", "worker"});
}

TEST_CASE("A list of numbers is sorted by the numbers, not by their places") {
    std::vector<std::uint32_t> numbers{30, 10, 20};

    sort_by(numbers, std::greater<>{});

    CHECK(numbers == std::vector<std::uint32_t>{30, 20, 10});
}

TEST_CASE("An order of indices leaves the list as it is") {
    const std::vector<int> ages{40, 20, 40, 10};

    const auto oldest_first =
        indices_sorted_by(ages.size(), [&](std::uint32_t a, std::uint32_t b) { return ages[a] > ages[b]; });

    CHECK(oldest_first == std::vector<std::uint32_t>{0, 2, 1, 3});
}

TEST_CASE("Nothing is sorted into nothing") {
    std::vector<std::string> none;

    sort_by(none, std::less<>{});

    CHECK(none.empty());
    CHECK(indices_sorted_by(0, std::less<>{}).empty());
}
