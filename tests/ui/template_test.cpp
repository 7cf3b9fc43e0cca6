// SPDX-License-Identifier: MIT
//
// What a new user sees. The figures are those of the document behind the template (seed_plan_test.cpp has
// them in full).
#include <doctest/doctest.h>

#include "expectations.hpp"
#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr const char* kTabs[] = {"/environments/development", "/environments/staging",
                                 "/environments/production-single", "/environments/production-distributed"};

/// Messages of the findings on screen, one a line, each with its fixes.
std::string findings(const TestWindow& window) {
    std::string text;
    for (const ui::Item& item : window.items()) {
        if (!item.path.starts_with("findings/")) continue;
        text += (item.role == ui::Role::button && item.value.empty() ? "  fix" : item.value) + ": " +
                item.label + "\n";
    }
    return text;
}

/// The figure right of a server's bar.
std::string free(const TestWindow& window, const std::string& server, const std::string& resource) {
    return window.label(server + "/bars/" + resource + "/free");
}

}  // namespace

TEST_SUITE("template") {
    TEST_CASE("a new user sees it with its four tabs, the first selected, and no message") {
        NullPlatform platform;
        TestWindow window(platform);
        CHECK(window.value("/name") == "Resource planning for hybrid deployment");
        CHECK(platform.title == "Resource planning for hybrid deployment - Stowage");
        CHECK(window.label(kTabs[0]) == "Development");
        CHECK(window.label(kTabs[1]) == "Staging");
        CHECK(window.label(kTabs[2]) == "Production, single server");
        CHECK(window.label(kTabs[3]) == "Production, distributed");
        CHECK(window.value(kTabs[0]) == "selected");
        CHECK(window.value(kTabs[1]).empty());
        CHECK(window.app().notice().empty());
    }

    TEST_CASE("development: shared CPU, 2846 MiB free, no error and no warning") {
        NullPlatform platform;
        const TestWindow window(platform);
        const std::string server = "/environments/development/servers/dev";
        CHECK(free(window, server, "cpu") == "2 cores free");
        CHECK(free(window, server, "memory") == "2846 MiB free");
        CHECK(window.value("/environments/development/services/wsgi/cpu") == "shared");
        CHECK(window.label("/environments/development/cost") == "$30.37");
        CHECK(window.label("/environments/development/findings") == "1 note");
        CHECK(findings(window) ==
              "info: Does not survive the loss of its only server: without dev, 4 replicas of 4 services "
              "find no "
              "place\n"
              "  fix: Add 1 machine to dev (+30.37 a month)\n");
    }

    TEST_CASE("staging: no CPU and 1.75 GiB free, the instance is too small") {
        NullPlatform platform;
        TestWindow window(platform);
        window.click("/environments/staging");
        CHECK(window.value("/environments/staging") == "selected");
        CHECK(window.value(kTabs[0]).empty());
        const std::string server = "/environments/staging/servers/staging";
        CHECK(free(window, server, "cpu") == "0 cores free");
        CHECK(free(window, server, "memory") == "1.75 GiB free");
        CHECK(window.value(server + "/bars/cpu") == "4 cores of 4 cores used, 0 cores free");
        CHECK(window.value(server + "/bars/memory") == "6.25 GiB of 8 GiB used, 1.75 GiB free");
        CHECK(window.label("/environments/staging/cost") == "$60.74");
        CHECK(
            findings(window) ==
            "error: t3.large has 2 vCPU, staging needs 4\n"
            "  fix: Rent c6a.xlarge at 111.69 a month (+50.95 a month)\n"
            "warning: staging leaves no CPU to the operating system: all 4 cores are requested\n"
            "warning: t3.large sustains 0.6 of its 2 vCPU, staging needs 4\n"
            "  fix: Rent c6a.xlarge at 111.69 a month (+50.95 a month)\n"
            "info: Does not survive the loss of its only server: without staging, 6 replicas of 5 services "
            "find no "
            "place\n"
            "  fix: Add 1 machine to staging (+60.74 a month)\n"
            "info: A rolling update finds no room for all surge replicas of 3 services: Nginx 0 of 1, WSGI "
            "0 of 1 and ASGI 0 of 1\n"
            "  fix: Add 1 machine to staging (+60.74 a month)\n"
            "info: WSGI 2 x 2 x 1 = 4 and ASGI 1 x 1 x 5 = 5: 9 connections of the 97 that PostgreSQL gives; "
            "no service states calls: all are counted\n");
    }

    TEST_CASE("production on one server: no CPU and 2.5 GiB free, two things are paid twice") {
        NullPlatform platform;
        TestWindow window(platform);
        window.click("/environments/production-single");
        const std::string server = "/environments/production-single/servers/production";
        CHECK(free(window, server, "cpu") == "0 cores free");
        CHECK(free(window, server, "memory") == "2.5 GiB free");
        CHECK(window.label("/environments/production-single/cost") == "$223.67..421.47");
        CHECK(window.label("/environments/production-single/findings") == "1 error, 4 warnings, 4 notes");
        CHECK(contains(findings(window), "PostgreSQL runs on a server and is rented as RDS PostgreSQL too"));
        CHECK(contains(findings(window), "Redis runs on a server and is rented as ElastiCache Redis too"));
    }

    TEST_CASE("production on three servers: app is over by one core, the others are full") {
        NullPlatform platform;
        TestWindow window(platform);
        window.click("/environments/production-distributed");
        const std::string servers = "/environments/production-distributed/servers/";
        CHECK(free(window, servers + "app", "cpu") == "over by 1 core");
        CHECK(free(window, servers + "app", "memory") == "8.5 GiB free");
        CHECK(free(window, servers + "db", "cpu") == "0 cores free");
        CHECK(free(window, servers + "cache", "cpu") == "0 cores free");
        CHECK(window.label("/environments/production-distributed/tightest") ==
              "App server CPU, over by 1 core");
        CHECK(contains(findings(window), "error: App server needs 9 of 8 cores: over-committed by 1 core\n"));
        CHECK(contains(findings(window), "warning: DB server leaves no CPU and no memory"));
        CHECK(contains(findings(window), "warning: Cache server leaves no CPU and no memory"));
    }

    TEST_CASE("screen readers are told the result whenever it changes, and only then") {
        NullPlatform platform;
        TestWindow window(platform);
        CHECK(platform.summaries ==
              std::vector<std::string>{
                  "Development: 30.37 USD a month; 1 note; tightest: dev memory, 2846 MiB free."});
        window.click("/environments/staging");
        window.wait(5);
        REQUIRE(platform.summaries.size() == 2);
        CHECK(platform.summaries[1].starts_with("Staging: 60.74 USD a month; 1 error, 2 warnings, 3 notes;"));
    }
}
