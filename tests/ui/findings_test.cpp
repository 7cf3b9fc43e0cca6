// SPDX-License-Identifier: MIT
//
// A click on a finding leads to the field where it can be mended, wherever that is.
#include <doctest/doctest.h>

#include "fixtures.hpp"
#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// The path of the finding of that code on screen; the environment that it is of is shown.
std::string finding(const TestWindow& window, FindingCode code) {
    const auto& findings = window.session().estimate().environments[*window.session().selected()].findings;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (findings[i].code == code) return "findings/" + std::to_string(i);
    }
    FAIL_CHECK("no such finding: " << name_of(code));
    return {};
}

/// A plan of one environment "a" in AWS.
std::string plan_with(const std::string& content) {
    return "stowage: 0\nenvironments:\n  a:\n    provider: aws\n    region: us-east-1\n" + content;
}

/// Clicks the finding and gives the path of the field that has the focus then.
std::string led_to(const std::string& plan, FindingCode code, const WindowSetup& setup = {}) {
    NullPlatform platform;
    WindowSetup with_plan = setup;
    with_plan.plan = plan;
    TestWindow window(platform, with_plan);
    const std::string path = finding(window, code);
    if (!window.has(path)) window.reach(path);
    window.click(path);
    return window.focused();
}

/// Forty servers, of which the last is too small for what is pinned to it.
std::string many_servers() {
    std::string text = "    servers:\n";
    for (int i = 1; i <= 40; ++i) text += "      s" + std::to_string(i) + ": {cpu: 2, memory: 4GiB}\n";
    return plan_with(text + "    services:\n      web: {server: s40, cpu: 3, memory: 1GiB}\n");
}

/// A thousand services, of which the last fits nowhere.
std::string many_services() {
    std::string text = "    servers: {s: {cpu: 2, memory: 4GiB}}\n    services:\n";
    for (int i = 1; i < 1'000; ++i) {
        text += "      w" + std::to_string(i) + ": {server: s, cpu: 1m, memory: 1MiB}\n";
    }
    return plan_with(text + "      w1000: {cpu: 99, memory: 1MiB}\n");
}

}  // namespace

TEST_SUITE("findings") {
    TEST_CASE("of a bought machine without its price lead to the field for that") {
        CHECK(led_to(plan_with("    servers: {s: {cpu: 2, memory: 4GiB, cost: {lifetime: 36 months}}}\n"),
                     FindingCode::unpriced) == "/environments/a/servers/s/cost/purchase");
    }

    TEST_CASE("of a server lead to its size") {
        const std::string plan = plan_with(
            "    servers: {app: {cpu: 2, memory: 4GiB}}\n"
            "    services: {web: {server: app, cpu: 3, memory: 1GiB}}\n");
        CHECK(led_to(plan, FindingCode::server_overcommitted) == "/environments/a/servers/app/cpu");
    }

    TEST_CASE("of an instance lead to the instance") {
        const std::string plan =
            plan_with("    servers: {app: {cpu: 4, memory: 8GiB, instance: t3.large}}\n");
        CHECK(led_to(plan, FindingCode::instance_too_small) == "/environments/a/servers/app/instance");
    }

    TEST_CASE("of a budget lead to the budget") {
        const std::string plan =
            plan_with("    budget: 1\n    servers: {app: {cpu: 2, memory: 4GiB, instance: t3.medium}}\n");
        CHECK(led_to(plan, FindingCode::budget_exceeded) == "/environments/a/budget");
    }

    TEST_CASE("of a managed service lead to its row") {
        const std::string plan = plan_with(
            "    servers: {app: {cpu: 2, memory: 4GiB}}\n"
            "    services: {sql: {kind: postgres, server: app, cpu: 1, memory: 1GiB}}\n"
            "    managed: {rds: {for: sql, instance: db.t3.medium, max_cost: 1}}\n");
        CHECK(led_to(plan, FindingCode::paid_twice) == "/environments/a/managed/rds/for");
        CHECK(led_to(plan, FindingCode::max_cost_below_price) == "/environments/a/managed/rds/max_cost");
    }

    TEST_CASE("of a setting that has no field in the row open the panel of the service") {
        const std::string plan = plan_with(
            "    servers: {app: {cpu: 2, memory: 4GiB}}\n"
            "    services: {web: {server: app, cpu: 1, memory: 1GiB, memory_limit: 512MiB}}\n");
        CHECK(led_to(plan, FindingCode::memory_limit_below_request) ==
              "/environments/a/services/web/memory_limit");
    }

    TEST_CASE("of a region lead to the place of the environment") {
        const std::string plan =
            "stowage: 0\nenvironments:\n  a:\n    provider: aws\n    region: atlantis\n"
            "    servers: {app: {cpu: 2, memory: 4GiB, instance: t3.medium}}\n";
        CHECK(led_to(plan, FindingCode::region_unknown) == "/environments/a/region");
    }

    TEST_CASE("of a server out of view scroll to it") {
        CHECK(led_to(many_servers(), FindingCode::server_overcommitted, {.height = 800}) ==
              "/environments/a/servers/s40/cpu");
    }

    TEST_CASE("of a service out of view scroll to it") {
        CHECK(led_to(many_services(), FindingCode::service_unplaced, {.height = 600}) ==
              "/environments/a/services/w1000/kind");
    }

    TEST_CASE("in a narrow window, where the answer is below the tables, scroll back to the field") {
        CHECK(led_to(many_servers(), FindingCode::server_overcommitted, {.width = 400, .height = 700}) ==
              "/environments/a/servers/s40/cpu");
        CHECK(led_to(many_services(), FindingCode::service_unplaced, {.width = 400, .height = 700}) ==
              "/environments/a/services/w1000/replicas");
    }

    TEST_CASE("the field that a finding leads to can be typed into at once") {
        NullPlatform platform;
        TestWindow window(platform,
                          {.plan = plan_with("    servers: {app: {cpu: 2, memory: 4GiB}}\n"
                                             "    services: {web: {server: app, cpu: 3, memory: 1GiB}}\n")});
        CHECK(window.label("findings/0").starts_with("app needs 3 of 2 cores"));
        window.click("findings/0");
        window.type("4");
        window.press(ImGuiKey_Enter);
        CHECK(window.value("/environments/a/servers/app/cpu") == "4");
        CHECK_FALSE(window.label("findings/0").starts_with("app needs"));
    }

    TEST_CASE("that can be mended have a button, which makes all edits in one step") {
        NullPlatform platform;
        TestWindow window(
            platform,
            {.plan = plan_with("    servers: {one: {cpu: 4, memory: 8GiB}, two: {cpu: 4, memory: 8GiB}}\n"
                               "    services:\n"
                               "      web: {server: one, together: pod, cpu: 1, memory: 1GiB}\n"
                               "      proxy: {server: two, together: pod, cpu: 1, memory: 1GiB}\n")});
        const Plan before = window.plan();
        const std::string button = finding(window, FindingCode::together_impossible) + "/fix/0";
        const std::string label = window.label(button);
        window.click(button);
        const auto& services = window.plan().environments[0].services;
        CHECK(services[0].server == services[1].server);
        CHECK(window.label("toolbar/undo") == "Undo: " + label);
        window.click("toolbar/undo");
        CHECK(window.plan() == before);
    }

    TEST_CASE("every finding of the template leads to a field") {
        for (const char* name : {"staging", "production-single", "production-distributed"}) {
            NullPlatform platform;
            TestWindow window(platform);
            window.click("/environments/" + std::string(name));
            for (int i = 0; window.has("findings/" + std::to_string(i)); ++i) {
                const std::string path = "findings/" + std::to_string(i);
                CAPTURE(window.label(path));
                window.click(path);
                CHECK(window.focused().starts_with("/environments/" + std::string(name) + "/"));
                window.press(ImGuiKey_Escape);
            }
        }
    }

    TEST_CASE(
        "of a long bill the first positions and the sum of the others are told, so that findings stay in "
        "view") {
        NullPlatform platform;
        std::string servers = "    servers:\n";
        for (int i = 1; i <= 120; ++i)
            servers += "      s" + std::to_string(i) + ": {cpu: 2, memory: 4GiB, cost: 10/month}\n";
        TestWindow window(platform, {.plan = plan_with(servers + "    budget: 5\n")});
        CHECK(window.label("cost/more") == "113 more");
        CHECK(window.value("cost/more") == "1,130.00");  // 113 x 10
        CHECK(window.label("findings/0") == "a month costs at least 1,200.00, over the budget of 5.00");
    }

    TEST_CASE("of very many the first hundred are told") {
        NullPlatform platform;
        std::string servers = "    servers:\n";
        for (int i = 1; i <= 120; ++i)
            servers += "      s" + std::to_string(i) + ": {cpu: 2, memory: 4GiB}\n";
        TestWindow window(platform, {.plan = plan_with(servers)});
        window.reach("findings/more");
        CHECK(window.label("findings/more") == "20 more: the report lists them all.");
        CHECK(window.has("findings/99"));
        CHECK_FALSE(window.has("findings/100"));
    }
}
