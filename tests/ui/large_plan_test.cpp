// SPDX-License-Identifier: MIT
//
// A plan that takes long to estimate: what is typed is on screen at once, its figures follow.
#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

#include "fixtures.hpp"
#include "stowage/text/link.hpp"
#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// 12,000 replicas that take nearly nothing, and one service to edit: 2 cores and 2 GiB of a machine.
constexpr const char* kLargePlan =
    "stowage: 0\n"
    "name: Large\n"
    "environments:\n"
    "  live:\n"
    "    servers: {app: {cpu: 8, memory: 16GiB, cost: 100/month}}\n"
    "    services:\n"
    "      web: {server: app, cpu: 2, memory: 2GiB}\n"
    "      many: {server: app, replicas: 12000, cpu: shared, memory: 1KiB}\n";

constexpr const char* kCpu = "/environments/live/services/web/cpu";
constexpr const char* kFree = "/environments/live/servers/app/bars/cpu/free";
constexpr const char* kMark = "answer/calculating";

/// A thousand servers, every seventh with a note, one with a disk; the last is too small for what is pinned
/// to it.
std::string thousand_servers() {
    std::string text = "stowage: 0\nenvironments:\n  live:\n    servers:\n";
    for (int i = 1; i <= 1'000; ++i) {
        text += "      s" + std::to_string(i) + ": {cpu: 2, memory: 4GiB";
        if (i % 7 == 0) text += ", note: rented";
        if (i == 500) text += ", disk: 80GiB";
        text += "}\n";
    }
    return text + "    services:\n      web: {server: s1000, cpu: 3, memory: 1GiB}\n";
}

/// The names of the servers on screen with their places, from above.
std::vector<std::pair<std::string, ui::Rect>> servers_on_screen(const TestWindow& window) {
    std::vector<std::pair<std::string, ui::Rect>> servers;
    constexpr std::string_view kBegin = "/environments/live/servers/";
    constexpr std::string_view kEnd = "/title";
    for (const ui::Item& item : window.items()) {
        if (!item.path.starts_with(kBegin) || !item.path.ends_with(kEnd)) continue;
        servers.emplace_back(item.path.substr(kBegin.size(), item.path.size() - kBegin.size() - kEnd.size()),
                             item.rect);
    }
    return servers;
}

/// Draws until the plan has changed and the first frame of the change is on screen.
void draw_echo(TestWindow& window) {
    const auto before = window.session().revision();
    for (int i = 0; i < 10 && window.session().revision() == before; ++i) window.draw();
    REQUIRE(window.session().revision() != before);
    window.draw();
}

/// Types a CPU request and presses Enter, without drawing what comes of it.
void type_cpu(TestWindow& window, std::string_view text) {
    window.click(kCpu);
    window.type(text);
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Enter, true);
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Enter, false);
}

}  // namespace

TEST_SUITE("large plan") {
    TEST_CASE("what is typed is on screen at once, the figures are marked until theirs are there") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kLargePlan});
        window.wait(0.5);
        CHECK(window.label(kFree) == "6 cores free");
        CHECK_FALSE(window.has(kMark));
        type_cpu(window, "3");
        draw_echo(window);
        CHECK(window.value(kCpu) == "3");
        CHECK(window.label(kFree) == "6 cores free");
        REQUIRE(window.has(kMark));
        CHECK(window.item(kMark).role == ui::Role::status);
        window.wait(0.5);
        CHECK(window.label(kFree) == "5 cores free");
        CHECK_FALSE(window.has(kMark));
    }

    TEST_CASE("nothing moves when the mark comes and goes") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kLargePlan});
        window.wait(0.5);
        const auto places = [&] {
            std::vector<ui::Rect> rects;
            for (const char* path : {"/environments/live/cost", kFree, kCpu, "environments/sum"}) {
                if (window.has(path)) rects.push_back(window.item(path).rect);
            }
            return rects;
        };
        const auto before = places();
        type_cpu(window, "3");
        draw_echo(window);
        CHECK(window.has(kMark));
        CHECK(places() == before);
        window.wait(0.5);
        CHECK(places() == before);
    }

    TEST_CASE("no frames are drawn once the result is there") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kLargePlan});
        window.wait(0.5);
        window.enter(kCpu, "3");
        window.wait(10);
        const int before = window.frames();
        window.wait(3'600);
        CHECK(window.frames() == before);
    }

    TEST_CASE("a screen reader is told of results only") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kLargePlan});
        window.wait(0.5);
        const auto before = platform.summaries.size();
        type_cpu(window, "9");
        draw_echo(window);
        CHECK(platform.summaries.size() == before);
        window.wait(0.5);
        REQUIRE(platform.summaries.size() == before + 1);
        CHECK(platform.summaries.back().find("over by 1 core") != std::string::npos);  // 9 of 8
    }

    TEST_CASE("a report that is saved before has the figures of the plan") {
        NullPlatform platform;
        platform.access = ui::FileAccess::dialogs;
        TestWindow window(platform, {.plan = kLargePlan});
        window.wait(0.5);
        window.click("toolbar/save");
        const auto rect = window.item("toolbar/save/report").rect;
        CHECK(window.app().open_text(
            "stowage: 0\n"
            "name: Large\n"
            "environments:\n"
            "  live:\n"
            "    servers: {app: {cpu: 8, memory: 16GiB, cost: 123/month}}\n"
            "    services: {many: {server: app, replicas: 12000, cpu: shared, memory: 1KiB}}\n",
            "test"));
        CHECK(window.session().estimate_is_stale());
        ImGuiIO& io = ImGui::GetIO();
        io.AddMousePosEvent((rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2);
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, true);
        io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
        for (int i = 0; i < 6 && platform.offered.empty(); ++i) window.draw();
        REQUIRE(platform.offered.contains("Large.md"));
        CHECK(platform.offered["Large.md"].find("123.00") != std::string::npos);
        CHECK(platform.offered["Large.md"].find("100.00") == std::string::npos);
    }

    TEST_CASE("a link is copied and a plan saved as it stands") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kLargePlan});
        window.wait(0.5);
        type_cpu(window, "3");
        draw_echo(window);
        CHECK(window.session().estimate_is_stale());
        const auto plan = decode_link(window.app().link());
        REQUIRE(plan.has_value());
        if (plan) CHECK(*plan == window.plan());
        window.app().flush();
        CHECK(plan_of(platform.storage["plan"]) == window.plan());
    }

    TEST_CASE("the length of the link is told when the plan has been saved") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kLargePlan});
        window.wait(0.5);
        const std::string before = window.value("toolbar/link-length");
        window.enter("/name", "A name that is certainly longer than the one that was there before it");
        CHECK(window.value("toolbar/link-length") == before);
        window.wait(2);
        CHECK(window.value("toolbar/link-length") != before);
    }

    TEST_CASE("in a narrow window the mark stands in the line of the answer") {
        NullPlatform platform;
        TestWindow window(platform, {.width = 600, .plan = kLargePlan});
        window.wait(0.5);
        type_cpu(window, "3");
        draw_echo(window);
        CHECK(window.label("answer").ends_with("calculating"));
        window.wait(0.5);
        CHECK_FALSE(window.label("answer").ends_with("calculating"));
    }

    TEST_CASE("of a thousand servers those in view are drawn, one below the other, whatever their height") {
        NullPlatform platform;
        TestWindow window(platform, {.height = 800, .plan = thousand_servers()});
        window.move_to(ImVec2{400, 700});
        int met = 0;
        int last = 0;
        for (int turn = 0; turn < 400 && last < 1'000; ++turn) {
            const auto servers = servers_on_screen(window);
            REQUIRE(servers.size() < 12);  // of some 100 points each
            for (std::size_t i = 0; i < servers.size(); ++i) {
                const int number = std::stoi(servers[i].first.substr(1));
                if (i > 0) {
                    CHECK(number == std::stoi(servers[i - 1].first.substr(1)) + 1);
                    const float step = servers[i].second.top - servers[i - 1].second.top;
                    CHECK(step > 80);
                    CHECK(step < 160);
                }
                if (number <= last) continue;
                CHECK(number == last + 1);
                last = number;
                ++met;
            }
            window.turn_wheel(-5);
        }
        CHECK(met == 1'000);
    }

    TEST_CASE("the way back meets the same servers in the same places") {
        NullPlatform platform;
        TestWindow window(platform, {.height = 800, .plan = thousand_servers()});
        window.move_to(ImVec2{400, 700});
        const auto servers = [&] {
            std::string text;
            for (const auto& [name, rect] : servers_on_screen(window)) {
                text += name + " at " + std::to_string(static_cast<int>(rect.top)) + ", ";
            }
            return text;
        };
        const std::string above = servers();
        window.turn_wheel(-300);
        const std::string middle = servers();
        CHECK(middle != above);
        window.turn_wheel(-300);
        CHECK(servers() != middle);
        window.turn_wheel(300);
        CHECK(servers() == middle);
        window.turn_wheel(10'000);
        CHECK(servers() == above);
    }

    TEST_CASE("a finding leads to a server far out of view, and the keyboard goes on from there") {
        NullPlatform platform;
        TestWindow window(platform, {.height = 800, .plan = thousand_servers()});
        REQUIRE(window.label("findings/0").starts_with("s1000 needs 3 of 2 cores"));
        window.click("findings/0");
        CHECK(window.focused() == "/environments/live/servers/s1000/cpu");
        CHECK(window.has("/environments/live/servers/s999/cpu"));
        window.press(ImGuiKey_Tab);
        CHECK(window.focused() == "/environments/live/servers/s1000/memory");
    }

    TEST_CASE("Tab reaches servers that are not in view yet") {
        NullPlatform platform;
        TestWindow window(platform, {.height = 800, .plan = thousand_servers()});
        window.click("/environments/live/servers/s1/memory");
        for (int i = 0; i < 400 && !window.focused().starts_with("/environments/live/servers/s20/"); ++i) {
            window.press(ImGuiKey_Tab);
        }
        CHECK(window.focused().starts_with("/environments/live/servers/s20/"));
    }

    TEST_CASE("a service can be pinned to one of a thousand servers") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = thousand_servers()});
        const std::string on = "/environments/live/services/web/server";
        window.move_to(ImVec2{400, 700});
        window.turn_wheel(-10'000);
        CHECK(window.value(on) == "s1000");
        window.choose(on, "s3");
        CHECK(window.plan().environments[0].services[0].server == "s3");
    }
}
