// SPDX-License-Identifier: MIT
//
// Rows of the services, several at a time: selecting them, and what acts on all that are selected.
#include <doctest/doctest.h>

#include "rows_on_screen.hpp"

using namespace stowage;
using namespace stowage::test;

TEST_SUITE("selecting rows") {
    TEST_CASE("a press on the handle selects the row alone, a second one selects nothing") {
        Rows rows;
        CHECK(rows.selected().empty());
        CHECK(rows.window.label(Rows::handle("web")) == "Select web");
        rows.window.click(Rows::handle("web"));
        CHECK(rows.selected() == "web");
        rows.window.click(Rows::handle("jobs"));
        CHECK(rows.selected() == "jobs");
        rows.window.click(Rows::handle("jobs"));
        CHECK(rows.selected().empty());
        CHECK(rows.window.plan() == web_plan());
    }

    TEST_CASE("with Ctrl it adds the row or takes it out, with Shift it extends from the last") {
        Rows rows;
        rows.window.click(Rows::handle("web"));
        rows.click(Rows::handle("jobs"), ImGuiMod_Ctrl);
        CHECK(rows.selected() == "web jobs");
        rows.click(Rows::handle("web"), ImGuiMod_Ctrl);
        CHECK(rows.selected() == "jobs");
        rows.window.press(ImGuiKey_Escape);
        rows.select("jobs", "web");  // upwards
        CHECK(rows.selected() == "web sql jobs");
        rows.click(Rows::handle("sql"), ImGuiMod_Shift);  // still from jobs
        CHECK(rows.selected() == "sql jobs");
    }

    TEST_CASE("the name does the same with Ctrl and Shift, and is edited without") {
        Rows rows;
        rows.click(kServices + "web/title", ImGuiMod_Ctrl);
        CHECK_FALSE(rows.window.typing());
        rows.click(kServices + "jobs/title", ImGuiMod_Shift);
        CHECK(rows.selected() == "web sql jobs");
        CHECK_FALSE(rows.window.typing());
        rows.window.click(kServices + "sql/title");
        CHECK(rows.window.typing());
        CHECK(rows.selected() == "web sql jobs");
    }

    TEST_CASE("Shift with the arrows extends from the row with the focus, and ends with the table") {
        Rows rows;
        rows.window.click(kServices + "sql/memory");
        rows.window.press(ImGuiKey_Escape);
        rows.window.press(ImGuiMod_Shift | ImGuiKey_DownArrow);
        CHECK(rows.selected() == "sql jobs");
        CHECK(rows.window.focused() == kServices + "jobs/memory");
        rows.window.press(ImGuiMod_Shift | ImGuiKey_DownArrow);
        CHECK(rows.selected() == "sql jobs");
        CHECK(rows.window.focused() == kServices + "jobs/memory");
        rows.window.press(ImGuiMod_Shift | ImGuiKey_UpArrow);
        rows.window.press(ImGuiMod_Shift | ImGuiKey_UpArrow);
        CHECK(rows.selected() == "web sql");
    }

    TEST_CASE("the handle is a checkbox for the keyboard") {
        Rows rows;
        rows.window.app().focus(Rows::handle("jobs"));
        rows.window.wait(0.1);
        rows.window.press(ImGuiKey_UpArrow);
        REQUIRE(rows.window.focused() == Rows::handle("sql"));
        rows.window.press(ImGuiKey_Space);
        CHECK(rows.selected() == "sql");
        rows.window.press(ImGuiKey_UpArrow);
        rows.window.press(ImGuiKey_Space);
        CHECK(rows.selected() == "web sql");
        rows.window.press(ImGuiKey_Space);
        CHECK(rows.selected() == "sql");
    }

    TEST_CASE("a finger, which has no Ctrl, selects row by row") {
        Rows rows;
        ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
        rows.window.click(Rows::handle("web"));
        rows.window.click(Rows::handle("jobs"));
        CHECK(rows.selected() == "web jobs");
        rows.window.click(Rows::handle("web"));
        CHECK(rows.selected() == "jobs");
    }

    TEST_CASE("Ctrl+A selects all, Escape none; a field keeps both keys") {
        Rows rows;
        rows.window.press(ImGuiMod_Ctrl | ImGuiKey_A);
        CHECK(rows.selected() == "web sql jobs");
        rows.window.click(kServices + "sql/memory");
        rows.window.press(ImGuiMod_Ctrl | ImGuiKey_A);
        rows.window.press(ImGuiKey_Escape);  // ends the typing
        CHECK(rows.selected() == "web sql jobs");
        rows.window.press(ImGuiKey_Escape);
        CHECK(rows.selected().empty());
    }

    TEST_CASE("Escape clears the selection before it closes the panel of a service") {
        Rows rows;
        rows.window.click(kServices + "web/settings");
        rows.window.press(ImGuiKey_Escape);  // the field of the panel that has the focus
        rows.window.click(Rows::handle("sql"));
        REQUIRE(rows.window.has("panel/close"));
        rows.window.press(ImGuiKey_Escape);
        CHECK(rows.selected().empty());
        CHECK(rows.window.has("panel/close"));
        rows.window.press(ImGuiKey_Escape);
        CHECK_FALSE(rows.window.has("panel/close"));
    }

    TEST_CASE("a renamed service stays selected, a removed one goes and leaves nothing behind") {
        Rows rows;
        rows.select("web", "sql");
        rows.window.enter(kServices + "web/title", "Shop");
        CHECK(rows.selected() == "shop sql");
        rows.window.choose_action(kServices + "jobs", "delete");  // none of them
        CHECK(rows.selected() == "shop sql");
        rows.undo();
        rows.undo();
        CHECK(rows.order() == "web sql jobs");
        CHECK(rows.selected() == "sql");  // no row is called shop any more
        rows.window.click(Rows::handle("sql"));
        CHECK(rows.selected().empty());
    }

    TEST_CASE("nothing stays selected in another environment, nor in another plan") {
        Rows rows;
        rows.window.press(ImGuiMod_Ctrl | ImGuiKey_A);
        rows.window.click("/environments/test");
        rows.window.click("/environments/live");
        CHECK(rows.selected().empty());
        rows.window.press(ImGuiMod_Ctrl | ImGuiKey_A);
        std::string other(kWebPlan);
        other.replace(other.find("replicas: 2"), 11, "replicas: 3");
        REQUIRE(rows.window.app().open_text(other, "other.yaml"));
        rows.window.wait(0.1);
        CHECK(rows.selected().empty());
    }
}

TEST_SUITE("what acts on the selection") {
    TEST_CASE("a line says how many are selected, beside the heading and without moving anything") {
        Rows rows;
        const float top = rows.window.item(Rows::handle("web")).rect.top;
        rows.window.click(Rows::handle("web"));
        CHECK_FALSE(rows.window.has("selection"));
        rows.click(Rows::handle("sql"), ImGuiMod_Ctrl);
        CHECK(rows.window.label("selection") == "2 services selected");
        CHECK(rows.window.item(Rows::handle("web")).rect.top == top);
        CHECK(rows.window.item("selection/clear").rect.bottom <= top);
        rows.window.click("selection/clear");
        CHECK(rows.selected().empty());
        CHECK_FALSE(rows.window.has("selection"));
    }

    TEST_CASE("where there is no room beside the heading the line is below the table") {
        NullPlatform platform;
        TestWindow window(platform, {.width = 390, .height = 2'000, .plan = std::string(kWebPlan)});
        const float top = window.item(Rows::handle("web")).rect.top;
        window.press(ImGuiMod_Ctrl | ImGuiKey_A);
        CHECK(window.item(Rows::handle("web")).rect.top == top);
        CHECK(window.item("selection").rect.top > window.item(Rows::handle("jobs")).rect.bottom);
        for (const char* path :
             {"selection/remove", "selection/duplicate", "selection/fill", "selection/clear"})
            CHECK(window.item(path).rect.right <= 390);
    }

    TEST_CASE("Delete removes all selected ones as one step") {
        Rows rows;
        rows.window.press(ImGuiKey_Delete);
        CHECK(rows.window.plan() == web_plan());
        rows.select("web", "sql");
        rows.window.press(ImGuiKey_Delete);
        CHECK(rows.order() == "jobs");
        CHECK(rows.undo_label() == "delete 2 services");
        rows.undo();
        CHECK(rows.window.plan() == web_plan());
        CHECK(rows.selected().empty());
    }

    TEST_CASE("Delete in a field is the field's") {
        Rows rows;
        rows.select("web", "sql");
        rows.window.click(kServices + "web/replicas");
        rows.window.press(ImGuiKey_Delete);
        rows.window.press(ImGuiKey_Escape);
        CHECK(rows.window.plan() == web_plan());
    }

    TEST_CASE("Remove and Duplicate of the line, and of a selected row's menu") {
        Rows rows;
        rows.select("web", "sql");
        rows.window.click("selection/duplicate");
        CHECK(rows.order() == "web sql web-2 sql-2 jobs");
        CHECK(rows.undo_label() == "duplicate 2 services");
        rows.window.click("selection/remove");
        CHECK(rows.order() == "web-2 sql-2 jobs");
        rows.select("web-2", "sql-2");
        rows.window.click(kServices + "sql-2/more");
        CHECK(rows.window.label(kServices + "sql-2/delete") == "Delete 2 services");
        rows.window.click(kServices + "sql-2/delete");
        CHECK(rows.order() == "jobs");
    }

    TEST_CASE("the menu of another row acts on that row alone, and can select it") {
        Rows rows;
        rows.select("web", "sql");
        rows.window.click(kServices + "jobs/more");
        CHECK(rows.window.label(kServices + "jobs/delete") == "Delete");
        rows.window.click(kServices + "jobs/select");
        CHECK(rows.selected() == "web sql jobs");
    }

    TEST_CASE("Ctrl+C copies the selected rows alone") {
        Rows rows;
        rows.window.click(Rows::handle("sql"));
        rows.window.press(ImGuiMod_Ctrl | ImGuiKey_C);
        CHECK(rows.platform.clipboard ==
              "name\tkind\treplicas\tcpu\tmemory\tserver\nsql\tpostgres\t1\t1\t2GiB\tdb\n");
        CHECK(rows.window.label("notice").starts_with("The selected 1 service of live is on"));
    }

    TEST_CASE("the palette has the same for what is selected") {
        Rows rows;
        rows.pick("select all services");
        CHECK(rows.selected() == "web sql jobs");
        rows.click(Rows::handle("web"), ImGuiMod_Ctrl);
        rows.pick("duplicate the selected 2");
        CHECK(rows.order() == "web sql jobs sql-2 jobs-2");
        rows.pick("delete the selected 2");
        CHECK(rows.order() == "web sql-2 jobs-2");
        rows.select("web", "sql-2");
        rows.pick("clear the selection");
        CHECK(rows.selected().empty());
    }
}
