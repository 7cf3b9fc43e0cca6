// SPDX-License-Identifier: MIT
#include "stowage/session/history.hpp"

#include <doctest/doctest.h>

using namespace stowage;

namespace {

HistoryEntry entry(const std::string& label) {
    Plan plan;
    plan.name = label;
    return {std::make_shared<const Plan>(std::move(plan)), label, {}, {}};
}

std::string shown(const History& history) { return history.current().plan->name; }

}  // namespace

TEST_SUITE("history") {
    TEST_CASE("a new one has nothing to take back and nothing to bring again") {
        History history(entry("start"));
        CHECK(history.undo_label().empty());
        CHECK(history.redo_label().empty());
        CHECK_FALSE(history.undo());
        CHECK_FALSE(history.redo());
        CHECK(shown(history) == "start");
    }

    TEST_CASE("steps are taken back and brought again in order") {
        History history(entry("start"));
        history.push(entry("first"));
        history.push(entry("second"));
        CHECK(history.undo_label() == "second");
        CHECK(history.undo());
        CHECK(shown(history) == "first");
        CHECK(history.undo_label() == "first");
        CHECK(history.redo_label() == "second");
        CHECK(history.undo());
        CHECK(shown(history) == "start");
        CHECK(history.redo());
        CHECK(history.redo());
        CHECK(shown(history) == "second");
    }

    TEST_CASE("a new step after undo forgets what could be redone") {
        History history(entry("start"));
        history.push(entry("first"));
        history.undo();
        history.push(entry("other"));
        CHECK(history.redo_label().empty());
        CHECK_FALSE(history.redo());
        CHECK(history.undo());
        CHECK(shown(history) == "start");
    }

    TEST_CASE("the oldest states go when there are more than 300") {
        History history(entry("0"));
        for (int i = 1; i <= 400; ++i) history.push(entry(std::to_string(i)));
        int steps = 0;
        while (history.undo()) ++steps;
        CHECK(steps == 299);
        CHECK(shown(history) == "101");
    }

    TEST_CASE("large plans are kept ten times at least, and not until memory is full") {
        Plan large;
        large.environments.resize(1);
        large.environments[0].services.resize(20'000);
        const auto plan = std::make_shared<const Plan>(std::move(large));
        History history({plan, "0", {}, {}});
        for (int i = 1; i <= 100; ++i) history.push({plan, std::to_string(i), {}, {}});
        std::size_t states = 1;
        while (history.undo()) ++states;
        CHECK(states >= 10);
        CHECK(states * 20'000 * sizeof(Service) <= 10 * 20'000 * sizeof(Service) + (128u << 20));
        CHECK(states < 50);
    }
}
