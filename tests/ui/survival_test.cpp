// SPDX-License-Identifier: MIT
//
// What the environment must live through, what finds no place, and what a server is short of.
#include <doctest/doctest.h>

#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kLive = "/environments/live";

/// One server of 2 cores, and a service that needs 3.
constexpr const char* kTooLarge =
    "stowage: 0\nenvironments:\n  live:\n    servers:\n"
    "      app: {cpu: 2, memory: 4GiB}\n      db: {cpu: 1, memory: 4GiB}\n"
    "    services:\n      big: {replicas: 2, cpu: 3, memory: 1GiB}\n";

}  // namespace

TEST_SUITE("switches of the environment") {
    TEST_CASE("say what it must survive, each undoably") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        CHECK(window.value(kLive + "/survive/server_loss") == "false");
        window.click(kLive + "/survive/server_loss");
        window.click(kLive + "/survive/rolling_update");
        CHECK(window.plan().environments[0].survive.server_loss);
        CHECK(window.plan().environments[0].survive.rolling_update);
        CHECK(window.value(kLive + "/survive/server_loss") == "true");
        window.click(kLive + "/survive/server_loss");
        CHECK_FALSE(window.plan().environments[0].survive.server_loss);
        window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(window.plan().environments[0].survive.server_loss);
    }

    TEST_CASE("name zones where a server has one") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        CHECK_FALSE(window.has(kLive + "/survive/zone_loss"));
        window.click(kLive + "/servers/app/more");
        window.enter(kLive + "/servers/app/zone", "eu-1a");
        window.press(ImGuiKey_Escape);
        window.click(kLive + "/survive/zone_loss");
        CHECK(window.plan().environments[0].survive.zone_loss);
    }

    TEST_CASE("choose which memory must fit") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.click(kLive + "/fit_memory");
        CHECK(window.plan().environments[0].fit_memory == FitMemory::limit);
        window.click(kLive + "/fit_memory");
        CHECK(window.plan() == web_plan());
    }
}

TEST_SUITE("outlook") {
    TEST_CASE("an environment in which nothing runs has nothing to lose") {
        NullPlatform platform;
        TestWindow window(
            platform,
            {.plan = "stowage: 0\nenvironments:\n  live: {servers: {s: {cpu: 2, memory: 4GiB}}}\n"});
        CHECK(window.value(kLive + "/survival/server_loss") == "nothing runs yet");
        CHECK(window.value(kLive + "/survival/rolling_update") == "nothing runs yet");
        CHECK_FALSE(window.has(kLive + "/survival/zone_loss"));
    }
}

TEST_SUITE("services without a server") {
    TEST_CASE("are listed with what each server lacks") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kTooLarge});
        CHECK(window.has(kLive + "/unplaced/big"));
        const std::string why = window.label(kLive + "/unplaced/big/why");
        CHECK(why.find("app lacks 1 core") != std::string::npos);
        CHECK(why.find("db lacks 2 cores") != std::string::npos);
    }

    TEST_CASE("are dragged to a server") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kTooLarge});
        window.hold(kLive + "/unplaced/big");
        window.move_to(kLive + "/servers/app/bars/cpu");
        CHECK(window.label(kLive + "/servers/app/drop") == "lacks 1 core each");
        window.release();
        CHECK(window.plan().environments[0].services[0].server == "app");
        CHECK_FALSE(window.has(kLive + "/unplaced"));
    }

    TEST_CASE("are moved through the list of servers") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kTooLarge});
        window.click(kLive + "/unplaced/big");
        window.click(kLive + "/services/big/move=db");
        CHECK(window.plan().environments[0].services[0].server == "db");
    }

    TEST_CASE("are no card when there are none") {
        NullPlatform platform;
        const TestWindow window(platform, {.plan = std::string(kWebPlan)});
        CHECK_FALSE(window.has(kLive + "/unplaced"));
    }
}

TEST_SUITE("servers") {
    TEST_CASE("say which resource binds") {
        NullPlatform platform;
        TestWindow window(platform);
        window.click("/environments/production-distributed");
        // 9 of 8 cores, 7.5 of 16 GiB
        CHECK(window.label("/environments/production-distributed/servers/app/binding")
                  .starts_with("CPU runs out first"));
    }

    TEST_CASE("disk and pods have a bar where the server states them") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        const std::string app = kLive + "/servers/app";
        CHECK_FALSE(window.has(app + "/bars/pods"));
        window.click(app + "/more");
        window.enter(app + "/pods", "10");
        window.enter(app + "/disk", "80GiB");
        window.press(ImGuiKey_Escape);
        CHECK(window.label(app + "/bars/pods/free") == "7 pods free");  // 2 of web, 1 of jobs
        CHECK(window.has(app + "/bars/disk"));
    }

    TEST_CASE("tell in their menu how many machines would do") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        const std::string app = kLive + "/servers/app";
        window.enter(kLive + "/services/web/replicas", "9");  // 9 cores and half a one: 3 machines of 4
        window.click(app + "/more");
        CHECK(window.label(app + "/machines-needed") == "3");
    }
}
