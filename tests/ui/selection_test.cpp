// SPDX-License-Identifier: MIT
//
// Rows of the services, several at a time: selecting, removing, copying, filling down, moving.
#include <doctest/doctest.h>

#include <algorithm>

#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kServices = "/environments/live/services/";

/// The services web, sql and jobs on screen.
struct Rows {
    NullPlatform platform;
    TestWindow window{platform, {.plan = std::string(kWebPlan)}};

    static std::string handle(std::string_view service) { return kServices + std::string(service) + "/row"; }
    [[nodiscard]] const std::vector<Service>& services() const {
        return window.plan().environments.front().services;
    }
    [[nodiscard]] std::string order() const { return names_of(services()); }
    /// The selected rows, from above.
    [[nodiscard]] std::string selected() const {
        std::string names;
        for (const ui::Item& item : window.items()) {
            if (!item.path.ends_with("/row") || item.value != "true") continue;
            const std::string name =
                item.path.substr(kServices.size(), item.path.size() - kServices.size() - 4);
            names += (names.empty() ? "" : " ") + name;
        }
        return names;
    }
    void click(std::string_view path, int modifier) {
        ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(modifier), true);
        window.click(path);
        ImGui::GetIO().AddKeyEvent(static_cast<ImGuiKey>(modifier), false);
        window.move_to(path);
    }
    void select(std::string_view first, std::string_view last) {
        window.click(handle(first));
        click(handle(last), ImGuiMod_Shift);
    }
    void undo() { window.press(ImGuiMod_Ctrl | ImGuiKey_Z); }
    [[nodiscard]] std::string undo_label() const { return std::string(window.session().undo_label()); }
    void pick(std::string_view action) {
        window.press(ImGuiMod_Ctrl | ImGuiKey_K);
        window.type(action);
        window.press(ImGuiKey_Enter);
    }
    void drag(std::string_view service, std::string_view to, float down = 0) {
        window.hold(handle(service));
        const ui::Rect rect = window.item(handle(to)).rect;
        window.move_to(ImVec2{rect.left + 5, (rect.top + rect.bottom) / 2 + down});
    }
};

}  // namespace

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
