// SPDX-License-Identifier: MIT
//
// Settings that decide the cost: the network, machines that were bought, and own price rows.
#include <doctest/doctest.h>

#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kNetwork = "/environments/live/network/";
const std::string kCost = "/environments/live/servers/app/cost";
const std::string kOwn = "/prices/own/aws~1us-east-1~1c9.large";

struct Web {
    NullPlatform platform;
    TestWindow window{platform, {.plan = std::string(kWebPlan)}};
    [[nodiscard]] const Environment& live() const { return window.plan().environments[0]; }
    void add_own_price(const std::string& name) {
        window.click("own-price/open");
        window.enter("own-price/name", name);
        window.enter("own-price/price", "0.05");
        window.click("own-price/add");
    }
};

}  // namespace

TEST_SUITE("settings of the cost") {
    TEST_CASE("traffic and what carries it are typed in, and what a load balancer needs appears with it") {
        Web at;
        at.window.enter(kNetwork + "egress", "500GB/month");
        CHECK(at.live().network.egress.has_value());
        CHECK_FALSE(at.window.has(kNetwork + "load_balancer_capacity"));
        at.window.enter(kNetwork + "load_balancers", "2");
        at.window.enter(kNetwork + "load_balancer_capacity", "1.5");
        CHECK(at.live().network.load_balancers == 2);
        CHECK(at.live().network.load_balancer_capacity.has_value());
        at.window.enter(kNetwork + "nat_gateways", "1");
        at.window.enter(kNetwork + "nat_data", "100GB/month");
        CHECK(at.live().network.nat_data.has_value());
    }

    TEST_CASE("the month of a bought machine follows from its purchase") {
        Web at;
        at.window.click("/environments/live/servers/app/more");
        at.window.click(kCost + "/bought");
        CHECK(at.window.label(kCost + "/formula") == "No price yet: type in what it was bought for");
        CHECK(at.window.value("cost/environments/live/servers/app") == "no price");
        at.window.enter(kCost + "/purchase", "3600");
        CHECK(at.window.value(kCost + "/lifetime") == "36 months");
        CHECK(at.window.label(kCost + "/formula") == "(3600 / 36 months) USD a month");
        at.window.press(ImGuiKey_Escape);
        CHECK(at.window.value("cost/environments/live/servers/app") == "100.00");
    }

    TEST_CASE("a bought machine becomes one at list price again") {
        Web at;
        at.window.click("/environments/live/servers/app/more");
        at.window.click(kCost + "/bought");
        at.window.click(kCost + "/bought");
        CHECK_FALSE(at.live().servers[0].cost.has_value());
        CHECK(at.window.has(kCost));
    }

    TEST_CASE("an own price that is refused stays in its fields, with the reason, until it is right") {
        Web at;
        at.add_own_price("c9.large");
        CHECK(at.window.plan().prices.own.empty());
        CHECK(at.window.value("own-price/name") == "c9.large");
        CHECK(at.window.value("own-price/price") == "0.05");
        CHECK(at.window.has("rejected/prices/own/c9.large/price"));
        at.window.enter("own-price/name", "aws/us-east-1/c9.large");
        CHECK_FALSE(at.window.has("rejected/prices/own/c9.large/price"));
        at.window.click("own-price/add");
        REQUIRE(at.window.plan().prices.own.size() == 1);
        CHECK(at.window.value("own-price/name").empty());
        at.window.enter(kOwn + "/price", "cheap");
        CHECK(at.window.has("rejected" + kOwn + "/price"));
        at.window.click(kOwn + "/remove");
        CHECK_FALSE(at.window.has("rejected" + kOwn + "/price"));
    }

    TEST_CASE("a row of the own price list is added, edited and removed, each in one step") {
        Web at;
        at.add_own_price("aws/us-east-1/c9.large");
        REQUIRE(at.window.plan().prices.own.size() == 1);
        CHECK(at.window.value(kOwn + "/price") == "0.05");
        at.window.enter(kOwn + "/cpu", "2");
        CHECK(at.window.plan().prices.own[0].cpu == MilliCpu::cores(2));
        at.window.enter(kOwn + "/price", "cheap");
        CHECK(at.window.plan().prices.own[0].price == per_hour(HourlyPrice::nanos(50'000'000)));
        at.window.click(kOwn + "/remove");
        CHECK(at.window.plan().prices.own.empty());
    }
}
