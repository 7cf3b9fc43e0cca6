// SPDX-License-Identifier: MIT
//
// Adding, copying, renaming, deleting and reordering what a plan consists of.
#include <doctest/doctest.h>

#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kLive = "/environments/live";

/// A plan with two environments, "live" on screen.
struct Web {
    NullPlatform platform;
    TestWindow window{platform, {.plan = std::string(kWebPlan)}};

    [[nodiscard]] const Environment& live() const { return window.plan().environments.front(); }
    [[nodiscard]] std::string environments() const { return names_of(window.plan().environments); }
    [[nodiscard]] std::string servers() const { return names_of(live().servers); }
    [[nodiscard]] std::string services() const { return names_of(live().services); }
    [[nodiscard]] std::string managed() const { return names_of(live().managed); }
    void undo() { window.press(ImGuiMod_Ctrl | ImGuiKey_Z); }
};

}  // namespace

TEST_SUITE("environments") {
    TEST_CASE("a new one gets a tab of its own, which is shown") {
        Web web;
        web.window.click("tabs/add");
        CHECK(web.environments() == "live test environment");
        CHECK(web.window.label("/environments/environment") == "New environment");
        CHECK(web.window.value("/environments/environment") == "selected");
        web.undo();
        CHECK(web.window.value(kLive) == "selected");
    }

    TEST_CASE("a copy stands beside its original and is shown") {
        Web web;
        web.window.choose_action(kLive, "duplicate");
        CHECK(web.environments() == "live live-2 test");
        CHECK(web.window.value("/environments/live-2") == "selected");
        CHECK(names_of(web.window.plan().environments[1].services) == "web sql jobs");
    }

    TEST_CASE("renaming changes the tab") {
        Web web;
        web.window.enter(kLive + "/title", "Open for business");
        CHECK(web.environments() == "open-for-business test");
        CHECK(web.window.label("/environments/open-for-business") == "Open for business");
        web.undo();
        CHECK(web.environments() == "live test");
        CHECK(web.window.value(kLive) == "selected");
    }

    TEST_CASE("deleting shows the neighbour, and undo brings it back") {
        Web web;
        web.window.choose_action(kLive, "delete");
        CHECK(web.environments() == "test");
        CHECK(web.window.value("/environments/test") == "selected");
        web.undo();
        CHECK(web.environments() == "live test");
        CHECK(web.window.value(kLive) == "selected");
    }

    TEST_CASE("without the last one the window says what to do, and does it") {
        Web web;
        web.window.choose_action(kLive, "delete");
        web.window.choose_action("/environments/test", "delete");
        CHECK(web.window.plan().environments.empty());
        web.window.click("empty/add");
        CHECK(web.environments() == "environment");
        CHECK(web.window.has("/environments/environment/servers/add"));
    }

    TEST_CASE("moving reorders the tabs") {
        Web web;
        web.window.choose_action(kLive, "down");
        CHECK(web.environments() == "test live");
        CHECK(web.window.item("/environments/test").rect.left < web.window.item(kLive).rect.left);
        CHECK(web.window.value(kLive) == "selected");
    }
}

TEST_SUITE("servers") {
    TEST_CASE("a new one is added below the others") {
        Web web;
        web.window.click(kLive + "/servers/add");
        CHECK(web.servers() == "app db server");
        CHECK(web.window.item(kLive + "/servers/server/cpu").rect.top >
              web.window.item(kLive + "/servers/db/cpu").rect.bottom);
    }

    TEST_CASE("a copy, a rename, a move, a deletion") {
        Web web;
        web.window.choose_action(kLive + "/servers/app", "duplicate");
        CHECK(web.servers() == "app app-2 db");
        web.window.enter(kLive + "/servers/app-2/title", "Spare");
        CHECK(web.servers() == "app spare db");
        web.window.choose_action(kLive + "/servers/spare", "up");
        CHECK(web.servers() == "spare app db");
        web.window.choose_action(kLive + "/servers/spare", "delete");
        CHECK(web.servers() == "app db");
    }

    TEST_CASE("services follow the rename of their server") {
        Web web;
        web.window.enter(kLive + "/servers/app/title", "Front");
        CHECK(web.window.value(kLive + "/services/web/server") == "Front");
    }

    TEST_CASE("services of a deleted server are placed automatically") {
        Web web;
        web.window.choose_action(kLive + "/servers/app", "delete");
        CHECK(web.window.value(kLive + "/services/web/server") == "automatic");
        CHECK(web.window.value(kLive + "/services/sql/server") == "db");
    }
}

TEST_SUITE("services") {
    TEST_CASE("a new one is added as the last row") {
        Web web;
        web.window.click(kLive + "/services/add");
        CHECK(web.services() == "web sql jobs service");
        CHECK(web.window.value(kLive + "/services/service/replicas") == "1");
    }

    TEST_CASE("a copy, a rename, a move, a deletion") {
        Web web;
        web.window.choose_action(kLive + "/services/sql", "duplicate");
        CHECK(web.services() == "web sql sql-2 jobs");
        web.window.enter(kLive + "/services/sql-2/title", "Replica");
        CHECK(web.services() == "web sql replica jobs");
        web.window.choose_action(kLive + "/services/replica", "down");
        CHECK(web.services() == "web sql jobs replica");
        web.window.choose_action(kLive + "/services/replica", "delete");
        CHECK(web.services() == "web sql jobs");
    }

    TEST_CASE("replicas are spread by a line of the row's menu, which then offers the opposite") {
        Web web;
        web.window.choose_action(kLive + "/services/web", "spread=toggle");
        CHECK(web.live().services[0].spread);
        web.window.click(kLive + "/services/web/more");
        CHECK(web.window.label(kLive + "/services/web/spread=toggle") == "Allow replicas to share a machine");
        web.window.click(kLive + "/services/web/spread=toggle");
        CHECK_FALSE(web.live().services[0].spread);
    }
}

TEST_SUITE("managed services") {
    TEST_CASE("a new one, a copy, a rename, a move, a deletion") {
        Web web;
        web.window.click(kLive + "/managed/add");
        CHECK(web.managed() == "rds managed");
        web.window.choose_action(kLive + "/managed/rds", "duplicate");
        CHECK(web.managed() == "rds rds-2 managed");
        web.window.enter(kLive + "/managed/rds-2/title", "Reports");
        CHECK(web.managed() == "rds reports managed");
        web.window.choose_action(kLive + "/managed/reports", "up");
        CHECK(web.managed() == "reports rds managed");
        web.window.choose_action(kLive + "/managed/reports", "delete");
        CHECK(web.managed() == "rds managed");
    }

    TEST_CASE("the service that it stands for and its instance are chosen from lists") {
        Web web;
        web.window.choose(kLive + "/managed/rds/for", "");
        CHECK(web.live().managed[0].for_service.empty());
        web.window.click(kLive + "/managed/rds/instance");
        web.window.type("db.t3.large");
        web.window.click(kLive + "/managed/rds/instance=db.t3.large");
        CHECK(web.live().managed[0].instance == "db.t3.large");
    }
}
