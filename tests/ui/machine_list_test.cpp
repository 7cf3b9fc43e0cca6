// SPDX-License-Identifier: MIT
//
// The list of machine types: filtered, sorted, and what is near the one that is rented.
#include <doctest/doctest.h>

#include <algorithm>

#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kInstance = "/environments/live/servers/app/instance";

constexpr const char* kPlan =
    "stowage: 0\nenvironments:\n  live:\n    provider: aws\n    region: us-east-1\n"
    "    servers:\n      app: {cpu: 2, memory: 8GiB, instance: m6i.large}\n"
    "    services:\n      web: {kind: wsgi, server: app, cpu: 1, memory: 1GiB}\n";

/// The list of a server that rents an m6i.large, opened.
struct Open {
    NullPlatform platform;
    TestWindow window{platform, {.plan = kPlan}};
    Open() { window.click(kInstance); }

    /// Names of the types in view, in their order; `mark` tells the group.
    [[nodiscard]] std::vector<std::string> types(const std::string& mark) const {
        std::vector<std::string> names;
        for (const ui::Item& item : window.items()) {
            const std::string path = kInstance + mark;
            if (item.path.starts_with(path) && item.path.size() > path.size())
                names.push_back(item.path.substr(path.size()));
        }
        return names;
    }
    [[nodiscard]] std::vector<const Price*> prices(const std::vector<std::string>& names) const {
        std::vector<const Price*> found;
        for (const std::string& name : names)
            found.push_back(window.session().catalogue().find_price("aws", "us-east-1", name));
        return found;
    }
};

}  // namespace

TEST_SUITE("list of machine types") {
    TEST_CASE("begins with the one that is rented and the next sizes") {
        Open at;
        const auto near = at.types("/near=");
        REQUIRE(near.size() >= 3);
        CHECK(near[0] == "m6i.large");
        CHECK(std::find(near.begin(), near.end(), "m6i.xlarge") != near.end());  // the next of the series
    }

    TEST_CASE("one of those is taken like any other") {
        Open at;
        at.window.click(kInstance + "/near=m6i.xlarge");
        CHECK(at.window.plan().environments[0].servers[0].instance == "m6i.xlarge");
        CHECK_FALSE(at.window.has(kInstance + "/filter"));
    }

    TEST_CASE("is sorted by price") {
        Open at;
        at.window.click(kInstance + "/filter");
        at.window.type("m6");  // without what is near, all that is left is in the list
        at.window.click(kInstance + "/order=price");
        const auto prices = at.prices(at.types("="));
        REQUIRE(prices.size() > 4);
        for (std::size_t i = 2; i < prices.size(); ++i) CHECK(prices[i - 1]->hourly <= prices[i]->hourly);
    }

    TEST_CASE("shows the types of one architecture, and dedicated ones only") {
        Open at;
        at.window.click(kInstance + "/filter");
        at.window.type("g");
        at.window.click(kInstance + "/architecture=Arm");
        at.window.click(kInstance + "/dedicated");
        const auto names = at.types("=");
        REQUIRE_FALSE(names.empty());
        for (const std::string& name : names) {
            if (name.empty()) continue;
            const InstanceType* type = at.window.session().catalogue().find_type("aws", name);
            REQUIRE(type != nullptr);
            CHECK(type->architecture == Architecture::arm64);
            CHECK(type->cpu_class == CpuClass::dedicated);
        }
    }

    TEST_CASE("shows the latest generation of each series only") {
        Open at;
        at.window.click(kInstance + "/filter");
        at.window.type("c5.");
        CHECK_FALSE(at.types("=c5.").empty());
        at.window.click(kInstance + "/latest");
        CHECK(at.types("=c5.").empty());  // c6i and c7i follow it
    }

    TEST_CASE("is inside the window on a phone") {
        NullPlatform platform;
        TestWindow window(platform, {.width = 360, .plan = kPlan});
        window.click(kInstance);
        REQUIRE(window.has(kInstance + "/filter"));
        for (const ui::Item& item : window.items()) {
            CAPTURE(item.path);
            CHECK(item.rect.left >= 0);
            CHECK(item.rect.right <= 360);
        }
        CHECK(window.item(kInstance + "/filter").rect.width() > 250);
    }
}
