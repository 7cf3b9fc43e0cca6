// SPDX-License-Identifier: MIT
//
// Two plans beside each other: how they come there, and what is told of them.
#include <doctest/doctest.h>

#include "expectations.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_text.hpp"
#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// One or more machines of 4 cores and 8 GiB for 100 a month each, and a service of 1 core and 1 GiB.
std::string plan_of_machines(int count, const std::string& more = "") {
    return "stowage: 0\nenvironments:\n  live:\n    title: Live\n    servers:\n      app: {title: App "
           "server, cpu: 4, "
           "memory: 8GiB, count: " +
           std::to_string(count) + ", cost: 100/month}\n    services:\n      web: {cpu: 1, memory: 1GiB}\n" +
           more;
}

const std::string kStaging =
    "  staging:\n    servers:\n      small: {cpu: 1, memory: 1GiB, cost: 10/month}\n";

std::string fragment_of(const std::string& text) {
    const auto plan = read_plan(text);
    REQUIRE(plan);
    return encode_link(*plan);
}

std::string link_to(const std::string& text) { return "https://example.org/" + fragment_of(text); }

/// "100.00 | 200.00 | +100.00 (+100.0%)": a line of the view.
std::string row(const TestWindow& window, const std::string& path) {
    return window.value(path + "/before") + " | " + window.value(path + "/after") + " | " +
           window.value(path + "/change");
}

void run_action(TestWindow& window, std::string_view words) {
    window.press(ImGuiMod_Ctrl | ImGuiKey_K);
    window.type(words);
    window.press(ImGuiKey_Enter);
}

/// With a plan of one machine as the baseline of one of two.
void compare_one_with_two(TestWindow& window) {
    run_action(window, "compare two plans");
    window.type(link_to(plan_of_machines(1)));
    window.enter("compare/second", link_to(plan_of_machines(2)));
}

}  // namespace

TEST_SUITE("side by side") {
    TEST_CASE("two links of a colleague are pasted, and cost, servers, room and the rest stand in columns") {
        NullPlatform platform;
        TestWindow window(platform);
        const Plan before = window.plan();
        compare_one_with_two(window);
        CHECK(window.label("sides/title") == "Side by side");
        CHECK(window.focused() == "sides/back");
        CHECK(window.label("sides/in/live") == "Live");
        CHECK(window.label("sides/in/live/0/before") == "USD a month, The link");
        CHECK(row(window, "sides/in/live/0") == "100.00 | 200.00 | +100.00 (+100.0%)");
        CHECK(row(window, "sides/in/live/1") ==
              "App server: 1 x 4 cores, 8 GiB | App server: 2 x 4 cores, 8 GiB | +1 machine");
        CHECK(row(window, "sides/in/live/2") == "3 cores | 7 cores | +4 cores");
        CHECK(row(window, "sides/in/live/3") == "7 GiB | 15 GiB | +8 GiB");
        // 3 of 4 cores are the smaller free share, of 7 of 8 GiB
        CHECK(window.value("sides/in/live/4/before") == "App server CPU, 3 cores free");
        CHECK(window.label("sides/in/live/5/after") == "Findings, This plan");
        CHECK(row(window, "sides/all/0") == "100.00 | 200.00 | +100.00 (+100.0%)");
        window.press(ImGuiKey_Escape);
        CHECK_FALSE(window.has("sides/title"));
        window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(window.plan() == before);
    }

    TEST_CASE("of two links one that cannot be read changes nothing") {
        NullPlatform platform;
        TestWindow window(platform);
        const Plan before = window.plan();
        run_action(window, "compare two plans");
        window.type(link_to(plan_of_machines(1)));
        const std::string link = link_to(plan_of_machines(2));
        window.enter("compare/second", link.substr(0, link.size() - 3));
        CHECK(window.label("compare/problem").starts_with("This is no plan to compare with: "));
        CHECK(window.plan() == before);
        CHECK(window.session().baseline() == nullptr);
    }

    TEST_CASE("an environment that one of them lacks is new or gone, with its figures on one side") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = plan_of_machines(1)});
        window.click("toolbar/save");
        window.click("toolbar/save/baseline");
        REQUIRE(window.app().open_text(plan_of_machines(1, kStaging), "more.yaml"));
        window.draw();
        window.click("baseline/sides");
        CHECK(row(window, "sides/in/live/0") == "100.00 | 100.00 | no change");
        CHECK(row(window, "sides/in/staging/0") == "- | 10.00 | new");
        CHECK(window.label("sides/in/staging/0/before") == "USD a month, The baseline");
        REQUIRE(window.app().open_text("stowage: 0\n", "none.yaml"));
        window.draw();
        CHECK(row(window, "sides/in/live/0") == "100.00 | - | gone");
    }

    TEST_CASE("it follows what is edited, and the tab of an environment leads to it") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = plan_of_machines(1)});
        window.click("toolbar/save");
        window.click("toolbar/save/baseline");
        window.click("toolbar/save");
        window.click("toolbar/save/sides");
        CHECK(window.value("sides/in/live/0/change") == "no change");
        REQUIRE(window.app().apply(SetField{"/environments/live/servers/app/count", "3"}));
        window.draw();
        CHECK(window.value("sides/in/live/0/change").starts_with("+200.00"));
        window.click("/environments/live");
        CHECK_FALSE(window.has("sides/title"));
        CHECK(window.has("/environments/live/servers/app/count"));
    }

    TEST_CASE("without a baseline it asks for the plans first") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = plan_of_machines(1)});
        window.click("toolbar/save");
        window.click("toolbar/save/sides");
        CHECK(window.has("compare/field"));
    }

    TEST_CASE("a link to both opens both, and a reader of one plan finds the first") {
        NullPlatform platform;
        TestWindow window(platform);
        compare_one_with_two(window);
        window.click("sides/link");
        const std::string both = platform.clipboard;
        CHECK(window.label("notice").starts_with("The link is on the clipboard. It holds both plans"));
        NullPlatform other;
        TestWindow colleague(other, {.location = both});
        CHECK(row(colleague, "sides/in/live/0") == "100.00 | 200.00 | +100.00 (+100.0%)");
        CHECK(colleague.label("sides/in/live/0/before") == "USD a month, The other plan");
        const auto first = decode_link(both);
        REQUIRE(first);
        CHECK(first->environments == window.plan().environments);
    }

    TEST_CASE("a link whose second plan was cut opens the first and says so") {
        NullPlatform platform;
        const std::string both =
            join_links(fragment_of(plan_of_machines(1)), fragment_of(plan_of_machines(2)));
        TestWindow window(platform, {.location = both.substr(0, both.size() - 2)});
        CHECK(window.plan().environments.size() == 1);
        CHECK_FALSE(window.has("sides/title"));
        CHECK(window.label("notice").find("second plan to compare with, which cannot be read: ") !=
              std::string::npos);
    }

    TEST_CASE("the report has it before the plan") {
        NullPlatform platform;
        platform.access = ui::FileAccess::dialogs;
        TestWindow window(platform);
        CHECK(window.app().report().find("Side by side") == std::string::npos);
        compare_one_with_two(window);
        window.click("sides/report");
        REQUIRE(platform.offered.size() == 1);
        const std::string report = platform.offered.begin()->second;
        CHECK(report.starts_with("# Side by side\n"));
        CHECK(report.find("| USD a month | 100.00 | 200.00 | +100.00 (+100.0%) |") != std::string::npos);
        CHECK(report.find("\n# Plan\n") != std::string::npos);
    }

    TEST_CASE("a baseline that was replaced or removed can be had back, and the one after it, too") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = plan_of_machines(1)});
        window.click("toolbar/save");
        CHECK_FALSE(window.has("toolbar/save/previous"));
        window.click("toolbar/save/baseline");
        window.enter("/environments/live/servers/app/count", "2");
        window.click("toolbar/save");
        window.click("toolbar/save/baseline");
        CHECK(window.value("baseline/cost") == "no change");
        run_action(window, "previous baseline");
        CHECK(window.value("baseline/cost").starts_with("+100.00"));
        window.click("toolbar/save");
        window.click("toolbar/save/previous");
        CHECK(window.value("baseline/cost") == "no change");
        window.click("baseline/unpin");
        CHECK_FALSE(window.has("baseline"));
        run_action(window, "previous baseline");
        CHECK(window.value("baseline/cost") == "no change");
    }

    TEST_CASE("a narrow window has the names above three columns") {
        NullPlatform platform;
        TestWindow window(platform, {.width = 390, .height = 3'000});
        compare_one_with_two(window);
        const auto before = window.item("sides/in/live/1/before").rect;
        const auto after = window.item("sides/in/live/1/after").rect;
        const auto change = window.item("sides/in/live/1/change").rect;
        CHECK(before.top == after.top);
        CHECK(after.top == change.top);
        CHECK(before.right <= after.left);
        CHECK(after.right <= change.left);
        CHECK(change.right <= 390);
    }
}
