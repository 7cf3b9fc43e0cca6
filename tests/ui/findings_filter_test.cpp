// SPDX-License-Identifier: MIT
//
// Findings stand by severity, and what is hidden of them is told.
#include <doctest/doctest.h>

#include <algorithm>

#include "fixtures.hpp"
#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// Two services that no server can take, and a server that cannot be lost: errors and notes.
const std::string kMixed =
    "stowage: 0\nenvironments:\n  a:\n    servers: {s: {cpu: 2, memory: 4GiB}}\n    services:\n"
    "      big: {cpu: 9, memory: 1GiB}\n      huge: {cpu: 99, memory: 1GiB}\n"
    "      small: {cpu: 100m, memory: 1MiB}\n";

/// Twelve services without a place, and nothing to place them on.
std::string twelve_without_a_place() {
    std::string text =
        "stowage: 0\nenvironments:\n  a:\n    servers: {s: {cpu: 2, memory: 4GiB}}\n    services:\n";
    for (int i = 1; i <= 12; ++i)
        text += "      w" + std::to_string(i) + ": {cpu: " + std::to_string(10 + i) + ", memory: 1MiB}\n";
    return text;
}

const std::vector<Finding>& findings(const TestWindow& window) {
    return window.session().estimate().environments.front().findings;
}

std::size_t count(const TestWindow& window, Severity severity) {
    const auto& all = findings(window);
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [&](const Finding& one) { return one.severity == severity; }));
}

/// How many findings are on screen.
std::size_t on_screen(const TestWindow& window) {
    std::size_t shown = 0;
    for (std::size_t i = 0; i < findings(window).size(); ++i)
        shown += window.has("findings/" + std::to_string(i)) ? 1u : 0u;
    return shown;
}

}  // namespace

TEST_SUITE("findings by severity") {
    TEST_CASE("each group has a heading and a chip with its count") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kMixed});
        REQUIRE(count(window, Severity::error) == 2);  // big and huge
        REQUIRE(count(window, Severity::info) > 0);
        CHECK(window.label("findings-filter/error") == "2 errors");
        CHECK(window.item("findings-filter/error").role == ui::Role::checkbox);
        CHECK(window.value("findings-filter/error") == "true");
        CHECK(window.path_of("Errors").empty());  // a heading, which has no path
        CHECK(window.path_of("Notes").empty());
        CHECK_FALSE(window.has("findings-filter/hidden"));
    }

    TEST_CASE("a chip hides its group, which is told with the way back") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kMixed});
        const std::size_t all = findings(window).size();
        window.click("findings-filter/error");
        CHECK(window.value("findings-filter/error") == "false");
        CHECK(on_screen(window) == all - 2);
        CHECK(window.label("findings-filter/hidden") == "2 hidden by the filter");
        window.click("findings-filter/all");
        CHECK(on_screen(window) == all);
        CHECK_FALSE(window.has("findings-filter/hidden"));
    }

    TEST_CASE("the filter stays with another plan, and is told there, too") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kMixed});
        window.click("findings-filter/error");
        REQUIRE(window.app().open_text(twelve_without_a_place(), "other.yaml"));
        window.wait(0.1);
        const std::size_t errors = count(window, Severity::error);
        REQUIRE(errors >= 12);
        CHECK(window.label("findings-filter/hidden") == std::to_string(errors) + " hidden by the filter");
        window.click("findings-filter/error");  // a chip of what is hidden is always there
        CHECK_FALSE(window.has("findings-filter/hidden"));
    }

    TEST_CASE("hiding is no change of the plan") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kMixed});
        const auto revision = window.session().revision();
        window.click("findings-filter/error");
        CHECK(window.session().revision() == revision);
    }

    TEST_CASE("chips are pressed with the keyboard") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kMixed});
        const std::string chip = "findings-filter/error";
        for (int i = 0; i < 120 && window.focused() != chip; ++i) window.press(ImGuiKey_Tab);
        REQUIRE(window.focused() == chip);
        window.press(ImGuiKey_Space);
        CHECK(window.value(chip) == "false");
        window.app().focus(chip);  // as a screen reader does
        window.wait(0.2);
        CHECK(window.focused() == chip);
    }

    TEST_CASE("a few are not searched") {
        NullPlatform platform;
        const TestWindow window(platform, {.plan = kMixed});
        REQUIRE(findings(window).size() <= 10);
        CHECK_FALSE(window.has("findings-filter/search"));
    }

    TEST_CASE("many are searched by the words of their message and by their code") {
        NullPlatform platform;
        TestWindow window(platform, {.height = 3'000, .plan = twelve_without_a_place()});
        const std::size_t all = findings(window).size();
        REQUIRE(all > 10);
        window.click("findings-filter/search");
        window.type("W7");
        CHECK(on_screen(window) == 1);  // while it is typed
        CHECK(window.label("findings-filter/hidden") == std::to_string(all - 1) + " hidden by the filter");
        window.press(ImGuiKey_Enter);
        CHECK(on_screen(window) == 1);
        window.enter("findings-filter/search", "service_unplaced");
        CHECK(on_screen(window) == 12);
        window.enter("findings-filter/search", "zebra");
        CHECK(on_screen(window) == 0);
        window.click("findings-filter/all");
        CHECK(on_screen(window) == all);
    }

    TEST_CASE("a finding that is left by the filter leads to its field as before") {
        NullPlatform platform;
        TestWindow window(platform, {.height = 3'000, .plan = twelve_without_a_place()});
        window.enter("findings-filter/search", "w7");
        std::string path;
        for (std::size_t i = 0; i < findings(window).size(); ++i) {
            if (window.has("findings/" + std::to_string(i))) path = "findings/" + std::to_string(i);
        }
        window.click(path);
        CHECK(window.focused().starts_with("/environments/a/services/w7/"));
    }
}
