// SPDX-License-Identifier: MIT
//
// Rows of the services: filling down, and moving to another place.
#include <doctest/doctest.h>

#include "rows_on_screen.hpp"

using namespace stowage;
using namespace stowage::test;

TEST_SUITE("filling down") {
    TEST_CASE("Ctrl+Down gives the first row's value in the column with the focus, as one step") {
        Rows rows;
        rows.select("web", "jobs");
        rows.window.click(kServices + "sql/memory");
        rows.window.press(ImGuiMod_Ctrl | ImGuiKey_DownArrow);
        for (const Service& service : rows.services()) CHECK(service.memory == Bytes::gib(1));
        CHECK(rows.window.label("notice") == "Done: fill down memory of web to 2 services.");
        CHECK(rows.window.focused() == kServices + "sql/memory");
        rows.window.press(ImGuiKey_Escape);
        rows.undo();
        CHECK(rows.window.plan() == web_plan());
    }

    TEST_CASE("what is being typed into the first row is filled down with it") {
        Rows rows;
        rows.select("web", "sql");
        rows.window.click(kServices + "web/cpu");
        rows.window.type("0.75");
        rows.window.press(ImGuiMod_Ctrl | ImGuiKey_DownArrow);
        CHECK(rows.services()[0].cpu->amount == MilliCpu::millis(750));
        CHECK(rows.services()[1].cpu->amount == MilliCpu::millis(750));
        CHECK(rows.services()[2].cpu->amount == MilliCpu::millis(500));
    }

    TEST_CASE("the line names the column that was used last, also that of a list") {
        Rows rows;
        rows.select("web", "sql");
        CHECK(rows.window.label("selection/fill") == "Fill down");
        rows.window.choose(kServices + "web/server", "db");
        CHECK(rows.window.label("selection/fill") == "Fill down server");
        rows.window.choose(kServices + "sql/server", "app");
        rows.window.click("selection/fill");
        CHECK(rows.services()[1].server == "db");
    }

    TEST_CASE("it says why where there is nothing to fill") {
        Rows rows;
        rows.window.click(Rows::handle("web"));
        rows.click(Rows::handle("sql"), ImGuiMod_Ctrl);
        rows.window.click("selection/fill");
        CHECK(rows.window.label("notice").find("Press a cell") != std::string::npos);
        rows.window.click(kServices + "web/title");
        rows.window.press(ImGuiMod_Ctrl | ImGuiKey_DownArrow);
        CHECK(rows.window.label("notice").starts_with("Names are not filled down"));
        rows.window.click(kServices + "web/cpu");  // both have 1 core
        rows.window.press(ImGuiMod_Ctrl | ImGuiKey_DownArrow);
        CHECK(rows.window.label("notice") == "All of them have this CPU already.");
        CHECK(rows.window.plan() == web_plan());
    }

    TEST_CASE("a value that one of them cannot have changes nothing, and the message says why") {
        Rows rows;
        rows.window.enter(kServices + "web/replicas",
                          "150000");  // twice of that is more than a plan may have
        rows.select("web", "sql");
        rows.window.click(kServices + "web/replicas");
        rows.window.press(ImGuiMod_Ctrl | ImGuiKey_DownArrow);
        CHECK(rows.window.label("notice").starts_with("Nothing was filled down. "));
        CHECK(rows.services()[1].replicas == 1);
    }

    TEST_CASE("with a single row Ctrl+Down is only an arrow") {
        Rows rows;
        rows.window.click(Rows::handle("web"));
        rows.window.press(ImGuiMod_Ctrl | ImGuiKey_DownArrow);
        CHECK_FALSE(rows.window.has("notice"));
    }
}

namespace {

/// More services than the window shows, below as many replicas that find no server.
struct ManyRows {
    NullPlatform platform;
    TestWindow window{platform, {.height = 700, .plan = plan_of_many()}};

    ManyRows() { window.reach(Rows::handle("s0")); }

    static std::string plan_of_many() {
        constexpr int kCount = 40;
        std::string plan = "stowage: 0\nenvironments:\n  live:\n    services:\n";
        for (int i = 0; i < kCount; ++i)
            plan += "      s" + std::to_string(i) + ": {cpu: 0.1, memory: 64MiB}\n";
        return plan;
    }
    [[nodiscard]] std::string order() const { return names_of(window.plan().environments.front().services); }
    /// Holds the row where the pointer is near an end of the view, until nothing scrolls any more.
    void drag_to(std::string_view service, float y) {
        window.hold(Rows::handle(service));
        window.move_to(ImVec2{60, y});
        for (int frames = 0; frames < 300; ++frames) window.draw();
    }
};

}  // namespace

TEST_SUITE("moving rows") {
    TEST_CASE("a row is dragged by its handle, and a line shows where it would go") {
        Rows rows;
        rows.drag("jobs", "web", -4);
        CHECK(rows.window.label("drop-line") == "before web");
        rows.window.release();
        CHECK(rows.order() == "jobs web sql");
        CHECK(rows.undo_label() == "move 1 service");
        CHECK(rows.selected().empty());
        CHECK_FALSE(rows.window.has("drop-line"));
        rows.drag("jobs", "sql", 4);
        CHECK(rows.window.label("drop-line") == "at the end");
        rows.window.release();
        CHECK(rows.window.plan() == web_plan());
    }

    TEST_CASE("selected rows go together when one of them is dragged") {
        Rows rows;
        rows.window.click(Rows::handle("web"));
        rows.click(Rows::handle("jobs"), ImGuiMod_Ctrl);
        rows.drag("jobs", "sql", 4);
        rows.window.release();
        CHECK(rows.order() == "sql web jobs");
        CHECK(rows.selected() == "web jobs");
        rows.undo();
        CHECK(rows.order() == "web sql jobs");
    }

    TEST_CASE("near an end of the view the tables scroll, so that a row reaches places out of view") {
        ManyRows rows;
        REQUIRE_FALSE(rows.window.has(Rows::handle("s39")));
        rows.drag_to("s0", 695);
        CHECK(rows.window.label("drop-line") == "at the end");
        rows.window.release();
        CHECK(rows.order().ends_with("s39 s0"));
        rows.drag_to("s0", 1);
        CHECK(rows.window.label("drop-line") == "before s1");
        CHECK(rows.window.item(Rows::handle("s1")).rect.top > 0);
        rows.window.release();
        CHECK(rows.order().starts_with("s0 s1"));
    }

    TEST_CASE("a row that is dragged out of view is let go, and stays where it was") {
        ManyRows rows;
        const std::string before = rows.order();
        rows.window.hold(Rows::handle("s0"));
        rows.window.move_to(ImVec2{60, 350});
        REQUIRE(rows.window.has("drop-line"));
        rows.window.turn_wheel(500);  // to the unplaced replicas, a screen above
        CHECK_FALSE(rows.window.has("drop-line"));
        rows.window.release();
        rows.window.reach(Rows::handle("s0"));
        CHECK(rows.order() == before);
    }

    TEST_CASE("a row falls that is let go while its table is not there") {
        Rows rows;
        rows.drag("jobs", "web", -4);
        rows.window.press(ImGuiMod_Ctrl | ImGuiKey_K);
        rows.window.type("compare providers");
        rows.window.press(ImGuiKey_Enter);
        rows.window.release();
        rows.window.press(ImGuiKey_Escape);
        CHECK(rows.window.has(Rows::handle("web")));
        CHECK(rows.window.plan() == web_plan());
        CHECK_FALSE(rows.window.has("drop-line"));
    }

    TEST_CASE("Escape lets the row go, and keeps what is selected") {
        Rows rows;
        rows.window.click(Rows::handle("sql"));
        rows.drag("jobs", "web", -4);
        rows.window.press(ImGuiKey_Escape);
        CHECK_FALSE(rows.window.has("drop-line"));
        rows.window.release();
        CHECK(rows.window.plan() == web_plan());
        CHECK(rows.selected() == "sql");
    }

    TEST_CASE("Alt with the arrows moves the row with the focus, which it keeps") {
        Rows rows;
        rows.window.click(kServices + "jobs/memory");
        rows.window.press(ImGuiMod_Alt | ImGuiKey_UpArrow);
        CHECK(rows.order() == "web jobs sql");
        CHECK(rows.window.focused() == kServices + "jobs/memory");
        rows.window.press(ImGuiMod_Alt | ImGuiKey_UpArrow);
        rows.window.press(ImGuiMod_Alt | ImGuiKey_UpArrow);  // at the top it stays
        CHECK(rows.order() == "jobs web sql");
        rows.window.press(ImGuiMod_Alt | ImGuiKey_DownArrow);
        CHECK(rows.order() == "web jobs sql");
    }

    TEST_CASE("Alt with the arrows moves the selection as a block, and so does the palette") {
        Rows rows;
        rows.select("sql", "jobs");
        rows.window.press(ImGuiMod_Alt | ImGuiKey_UpArrow);
        CHECK(rows.order() == "sql jobs web");
        CHECK(rows.undo_label() == "move 2 services");
        rows.pick("move the selected down");
        CHECK(rows.order() == "web sql jobs");
    }

    TEST_CASE("comes to rest when it is over") {
        Rows rows;
        rows.drag("jobs", "web", -4);
        rows.window.release();
        rows.window.wait(10);
        const int before = rows.window.frames();
        rows.window.wait(3'600);
        CHECK(rows.window.frames() == before);
    }

    TEST_CASE("a row that is moved out of view by keyboard comes back into it") {
        NullPlatform platform;
        std::string plan = "stowage: 0\nenvironments:\n  live:\n    services:\n";
        for (int i = 1; i <= 60; ++i) plan += "      s" + std::to_string(i) + ": {cpu: 1, memory: 1GiB}\n";
        TestWindow window(platform, {.height = 500, .plan = plan});
        window.app().focus(Rows::handle("s1"));
        window.wait(0.5);
        REQUIRE(window.focused() == Rows::handle("s1"));
        for (int i = 0; i < 40; ++i) window.press(ImGuiMod_Alt | ImGuiKey_DownArrow);
        CHECK(window.plan().environments[0].services[40].name == "s1");
        CHECK(window.focused() == Rows::handle("s1"));
    }
}
