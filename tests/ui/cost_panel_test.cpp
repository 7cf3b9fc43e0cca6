// SPDX-License-Identifier: MIT
//
// What a month costs, looked at from several sides, and against a baseline.
#include <doctest/doctest.h>

#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

/// 100 a month for 4 cores and 8 GiB, of which a quarter of the CPU and an eighth of the memory is requested.
constexpr const char* kQuarter =
    "stowage: 0\nenvironments:\n  live:\n"
    "    servers:\n      app: {cpu: 4, memory: 8GiB, cost: 100/month}\n"
    "    services:\n      web: {kind: wsgi, server: app, cpu: 1, memory: 1GiB}\n";

const std::string kCount = "/environments/live/servers/app/count";

}  // namespace

TEST_SUITE("cost panel") {
    TEST_CASE("the bill is there by position and by category") {
        NullPlatform platform;
        TestWindow window(platform);
        window.click("/environments/production-single");
        CHECK(window.value("cost/environments/production-single/servers/production") == "121.47");
        CHECK(window.value("cost-view=positions") == "selected");
        window.click("cost-view=categories");
        CHECK(window.value("cost-share/0") == "121.47");
        CHECK(window.value("cost-share/1") == "102.20..300.00");  // 52.56 + 49.64, 200 + 100
        CHECK_FALSE(window.has("cost/environments/production-single/servers/production"));
    }

    TEST_CASE("a service pays its larger share of the server, and the rest is unused headroom") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kQuarter});
        CHECK(window.value("cost/headroom") == "75.00");
        window.click("cost-view=services");
        CHECK(window.label("cost-share/0") == "web");
        CHECK(window.value("cost-share/0") == "25.00");
        CHECK(window.value("cost-share/1") == "75.00");
        window.click("cost-view=servers");
        CHECK(window.value("cost-share/0") == "100.00");
    }

    TEST_CASE("a year is twelve months, and back") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kQuarter});
        window.click("cost-span=year");
        CHECK(window.label("/environments/live/cost") == "$1,200.00");
        CHECK(window.value("cost/environments/live/servers/app") == "1,200.00");
        CHECK(window.value("cost/headroom") == "900.00");
        window.click("cost-span=month");
        CHECK(window.label("/environments/live/cost") == "$100.00");
    }

    TEST_CASE("prices of a core and of a GiB are told") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kQuarter});
        CHECK(window.value("cost/per-vcpu") == "25.00");  // 100 / 4
        CHECK(window.value("cost/per-gib") == "12.50");   // 100 / 8
        CHECK_FALSE(window.has("cost/per-million-requests"));
    }

    TEST_CASE("a price that the plan keeps is marked with a word") {
        NullPlatform platform;
        TestWindow window(
            platform,
            {.plan = "stowage: 0\nprices: {snapshot: 2020-01-01, used: {aws/us-east-1/t3.large: 0.05}}\n"
                     "environments:\n  live:\n    provider: aws\n    region: us-east-1\n"
                     "    servers:\n      app: {instance: t3.large}\n"});
        CHECK(window.value("cost/environments/live/servers/app") == "36.50, kept");  // 0.05 x 730
    }

    TEST_CASE("what nobody gave a name is told in words that begin a line") {
        NullPlatform platform;
        TestWindow window(platform);
        window.click("/environments/development");
        window.enter("/environments/development/network/egress", "500GB/month");
        window.enter("/environments/development/network/nat_gateways", "1");
        CHECK(
            window.path_of("Traffic to the internet").starts_with("cost/environments/development/network/"));
        window.click("cost-view=categories");
        CHECK(window.label("cost-share/0") == "Server");
        CHECK(window.label("cost-share/1") == "NAT gateway");
        CHECK(window.label("cost-share/2") == "Traffic");
    }

    TEST_CASE("the switches work from the keyboard") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kQuarter});
        for (int i = 0; i < 120 && window.focused() != "cost-view=servers"; ++i) window.press(ImGuiKey_Tab);
        window.press(ImGuiKey_Enter);
        CHECK(window.has("cost-share/0"));
    }
}

TEST_SUITE("baseline") {
    TEST_CASE("what changed since it was pinned is told, and undo leads back to no change") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kQuarter});
        CHECK_FALSE(window.has("baseline"));
        window.click("toolbar/save");
        window.click("toolbar/save/baseline");
        CHECK(window.value("baseline/cost") == "no change");
        window.enter(kCount, "2");
        CHECK(window.value("baseline/cost").starts_with("+100.00"));
        CHECK(window.value("baseline/cpu") == "+4 cores");
        CHECK(window.value("baseline/memory") == "+8 GiB");
        CHECK(window.label("baseline/change/0") == "app");
        CHECK(window.value("baseline/change/0").starts_with("+100.00"));
        window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(window.value("baseline/cost") == "no change");
        window.click("baseline/unpin");
        CHECK_FALSE(window.has("baseline"));
    }

    TEST_CASE("another plan can be held against it") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kQuarter});
        window.click("toolbar/save");
        window.click("toolbar/save/baseline");
        std::string dearer = kQuarter;
        dearer.replace(dearer.find("100/month"), 9, "130/month");
        REQUIRE(window.app().open_text(dearer, "other.yaml"));
        window.draw();
        CHECK(window.value("baseline/cost").starts_with("+30.00"));
    }
}
