// SPDX-License-Identifier: MIT
//
// An element that is added is named at once, and a name that changes takes the keyboard focus along.
#include <doctest/doctest.h>

#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kLive = "/environments/live";

struct Web {
    NullPlatform platform;
    TestWindow window{platform, {.plan = std::string(kWebPlan)}};

    void type_name(const std::string& name) {
        REQUIRE(window.typing());
        window.type(name);
    }
    /// Types another name over that of jobs, and ends it by pressing something else.
    void rename_jobs_by_pressing(const std::string& path) {
        window.click(kLive + "/services/jobs/title");
        window.type("Background");
        window.click(path);
    }
};

}  // namespace

TEST_SUITE("naming") {
    TEST_CASE("what is typed names a new service, and Tab goes on to its kind") {
        Web web;
        web.window.click(kLive + "/services/add");
        CHECK(web.window.focused() == kLive + "/services/service/title");
        web.type_name("Mail");
        web.window.press(ImGuiKey_Tab);
        CHECK(names_of(web.window.plan().environments[0].services) == "web sql jobs mail");
        CHECK(web.window.label(web.window.focused()) == "Kind");
        CHECK(web.window.focused() == kLive + "/services/mail/kind");
    }

    TEST_CASE(
        "a new service that is named after a program keeps the focus, though its kind comes with the name") {
        Web web;
        web.window.click(kLive + "/services/add");
        web.type_name("Redis");
        web.window.press(ImGuiKey_Tab);
        CHECK(web.window.plan().environments[0].services.back().kind == ServiceKind::redis);
        CHECK(web.window.focused() == kLive + "/services/redis/kind");
    }

    TEST_CASE("a service without a name that came with the plan is named after a program all the same") {
        NullPlatform platform;
        TestWindow window{
            platform,
            {.plan = "stowage: 0\nenvironments: {live: {services: {service: {cpu: 1, memory: 1GiB}}}}"}};
        window.enter(kLive + "/services/service/title", "Redis");
        CHECK(names_of(window.plan().environments[0].services) == "redis");
        CHECK(window.plan().environments[0].services.back().kind == ServiceKind::redis);
    }

    TEST_CASE("Enter goes on to the cores of a new server, ready to be typed into") {
        Web web;
        web.window.click(kLive + "/servers/add");
        web.type_name("Cache");
        web.window.press(ImGuiKey_Enter);
        CHECK(web.window.focused() == kLive + "/servers/cache/cpu");
        web.window.type("8");
        web.window.press(ImGuiKey_Enter);
        CHECK(web.window.plan().environments[0].servers[2].cpu == MilliCpu::cores(8));
    }

    TEST_CASE("a new environment goes on to its provider, a managed service to what it stands for") {
        Web web;
        web.window.click("tabs/add");
        web.type_name("Training");
        web.window.press(ImGuiKey_Tab);
        CHECK(web.window.focused() == "/environments/training/provider");
        web.window.click(kLive);
        web.window.click(kLive + "/managed/add");
        web.type_name("Cache");
        web.window.press(ImGuiKey_Enter);
        CHECK(web.window.focused() == kLive + "/managed/cache/for");
    }

    TEST_CASE("so it is when it was added with Ctrl+K, also where the tables are hidden") {
        Web web;
        web.window.click("compare-providers");
        REQUIRE(web.window.has("compare/back"));
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_K);
        web.window.type("add a service");
        web.window.press(ImGuiKey_Enter);
        CHECK(web.window.focused() == kLive + "/services/service/title");
        web.type_name("Mail");
        web.window.press(ImGuiKey_Enter);
        CHECK(names_of(web.window.plan().environments[0].services) == "web sql jobs mail");
    }

    TEST_CASE("a new element that keeps its name goes on as well") {
        Web web;
        web.window.click(kLive + "/servers/add");
        web.window.press(ImGuiKey_Enter);
        CHECK(web.window.focused() == kLive + "/servers/server/cpu");
    }

    TEST_CASE("on a phone it is the number of replicas that follows") {
        NullPlatform platform;
        TestWindow window(platform, {.width = 390, .height = 800, .plan = std::string(kWebPlan)});
        window.reach(kLive + "/services/add");
        window.click(kLive + "/services/add");
        window.type("Mail");
        window.press(ImGuiKey_Enter);
        CHECK(window.focused() == kLive + "/services/mail/replicas");
    }

    TEST_CASE("a name that changes keeps the focus, and waits for another Enter") {
        Web web;
        web.window.enter(kLive + "/services/jobs/title", "Background");
        CHECK(web.window.focused() == kLive + "/services/background/title");
        CHECK_FALSE(web.window.typing());
        web.window.press(ImGuiKey_Tab);
        CHECK(web.window.focused() == kLive + "/services/background/kind");
    }

    TEST_CASE("Tab and Shift+Tab from a changed name go to its neighbours") {
        Web web;
        web.window.click(kLive + "/servers/db/title");
        web.window.type("Store");
        web.window.press(ImGuiKey_Tab);
        CHECK(web.window.focused() == kLive + "/servers/store/cpu");
        web.window.type("6");
        web.window.press(ImGuiKey_Enter);
        CHECK(web.window.plan().environments[0].servers[1].cpu == MilliCpu::cores(6));
        web.window.click(kLive + "/servers/store/title");
        web.window.type("Archive");
        web.window.press(ImGuiMod_Shift | ImGuiKey_Tab);
        CHECK(web.window.plan().environments[0].servers[1].name == "archive");
        CHECK(web.window.focused().starts_with(kLive + "/servers/app/"));
    }

    TEST_CASE("a press on another field of the renamed row takes what is typed then") {
        Web web;
        web.rename_jobs_by_pressing(kLive + "/services/jobs/replicas");
        web.window.type("4");
        web.window.press(ImGuiKey_Enter);
        CHECK(web.window.plan().environments[0].services[2].name == "background");
        CHECK(web.window.plan().environments[0].services[2].replicas == 4);
    }

    TEST_CASE("a press on a button of the renamed row is not lost") {
        Web web;
        web.rename_jobs_by_pressing(kLive + "/services/jobs/settings");
        CHECK(web.window.plan().environments[0].services[2].name == "background");
        CHECK(web.window.has("panel" + kLive + "/services/background"));
    }

    TEST_CASE("Undo, pressed while a name is typed, takes back the name and nothing before it") {
        Web web;
        web.window.enter(kLive + "/services/jobs/replicas", "5");
        web.rename_jobs_by_pressing("toolbar/undo");
        CHECK(web.window.plan().environments[0].services[2].name == "jobs");
        CHECK(web.window.plan().environments[0].services[2].replicas == 5);
    }

    TEST_CASE("another environment, pressed while a name is typed, is shown") {
        Web web;
        web.rename_jobs_by_pressing("/environments/test");
        CHECK(web.window.plan().environments[0].services[2].name == "background");
        CHECK(web.window.has("/environments/test/servers/one/title"));
    }

    TEST_CASE("the panel of a service stays open when its name changes") {
        Web web;
        web.window.click(kLive + "/services/jobs/settings");
        web.window.enter(kLive + "/services/jobs/title", "Background");
        CHECK(web.window.has("panel" + kLive + "/services/background"));
    }
}
