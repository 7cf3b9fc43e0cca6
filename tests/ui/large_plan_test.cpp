// SPDX-License-Identifier: MIT
//
// A plan that takes long to estimate: what is typed is on screen at once, its figures follow.
#include <doctest/doctest.h>

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
}
