// SPDX-License-Identifier: MIT
//
// One environment bought from every provider, side by side.
#include <doctest/doctest.h>

#include <algorithm>

#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr std::size_t kStaging = 1;  // in the template

/// The template's staging, compared.
struct Compared {
    NullPlatform platform;
    TestWindow window{platform};
    Compared() {
        window.click("/environments/staging");
        window.click("compare-providers");
    }
    [[nodiscard]] const Environment& staging() const { return window.plan().environments[kStaging]; }
};

}  // namespace

TEST_SUITE("comparison of providers") {
    TEST_CASE("opens with a way back") {
        Compared at;
        CHECK(at.window.label("compare/title") == "Providers compared: Staging");
        CHECK(at.window.focused() == "compare/back");
        at.window.click("compare/back");
        CHECK_FALSE(at.window.has("compare/title"));
        CHECK(at.window.focused() == "compare-providers");
    }

    TEST_CASE("opens with Enter, and Escape returns to the button") {
        NullPlatform platform;
        TestWindow window(platform);
        for (int i = 0; i < 200 && window.focused() != "compare-providers"; ++i) window.press(ImGuiKey_Tab);
        for (int i = 0; i < 2; ++i) {
            window.press(ImGuiKey_Enter);
            CHECK(window.has("compare/title"));
            window.press(ImGuiKey_Escape);
            CHECK_FALSE(window.has("compare/title"));
            CHECK(window.focused() == "compare-providers");
        }
    }

    TEST_CASE("the plan stands first with its cost, and every other provider beside it") {
        Compared at;
        CHECK(at.window.label("compare/plan/total") == "60.74");
        CHECK(at.window.label("compare/plan/difference") == "as planned");
        for (const std::string_view provider : at.window.session().catalogue().providers()) {
            const std::string path = "compare/" + std::string(provider);
            CHECK_MESSAGE(at.window.has(provider == "aws" ? "compare/plan" : path), provider);
        }
    }

    TEST_CASE("an offer is adopted in one step") {
        Compared at;
        const Plan before = at.window.plan();
        at.window.click("compare/gcp/adopt");
        CHECK_FALSE(at.window.has("compare/title"));
        CHECK(at.staging().provider == "gcp");
        CHECK(at.window.session().undo_label() == "adopt gcp");
        at.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(at.window.plan() == before);
    }

    TEST_CASE("another environment can be looked at while it is open") {
        Compared at;
        at.window.click("/environments/development");
        CHECK(at.window.label("compare/plan/total") == "30.37");
    }

    TEST_CASE("the others stand in the order of their totals, or of the catalogue") {
        Compared at;
        const auto columns = [&] {
            std::vector<std::string> names;
            for (const ui::Item& item : at.window.items()) {
                if (item.path.ends_with("/total") && !item.path.starts_with("compare/plan"))
                    names.push_back(item.path);
            }
            return names;
        };
        CHECK(at.window.value("compare/order=cheapest first") == "selected");
        auto by_cost = columns();
        at.window.click("compare/order=by provider");
        auto as_listed = columns();
        CHECK(as_listed.size() + 1 == at.window.session().catalogue().providers().size());
        std::sort(by_cost.begin(), by_cost.end());
        std::sort(as_listed.begin(), as_listed.end());
        CHECK(by_cost == as_listed);
    }

    TEST_CASE("an offer of which nothing has a price says so, stands last and cannot be adopted") {
        Compared at;  // all prices of Hetzner are marked as out of date
        CHECK(at.window.label("compare/hetzner/total") == "no price");
        CHECK(at.window.value("compare/hetzner/bar") == "no price");
        CHECK_FALSE(at.window.has("compare/hetzner/adopt"));
        std::string last;
        for (const ui::Item& item : at.window.items()) {
            if (item.path.ends_with("/total")) last = item.path;
        }
        CHECK(last == "compare/hetzner/total");
        at.window.click("compare/stale");
        CHECK(at.window.label("compare/hetzner/total") != "no price");
        CHECK(at.window.has("compare/hetzner/adopt"));
    }

    TEST_CASE("a total that lacks something is told as the least that it can be") {
        NullPlatform platform;
        TestWindow window(platform);
        window.click("/environments/production-single");
        window.click("compare-providers");
        // OVHcloud sells neither of the plan's two managed services in the catalogue.
        CHECK(window.label("compare/ovh/difference") == "no price: RDS PostgreSQL and 1 more");
        CHECK(window.label("compare/ovh/total").starts_with("at least "));
    }

    TEST_CASE("a plan that lacks a price is not the cheapest: it stands behind what has all prices") {
        NullPlatform platform;
        WindowSetup setup;
        setup.plan =
            "stowage: 0\nenvironments: {e: {provider: aws, region: us-east-1, servers: {app: {title: App, "
            "cpu: "
            "2, memory: 4GiB}, db: {cpu: 2, memory: 4GiB, instance: t3.medium}}}}";
        TestWindow window(platform, setup);
        window.click("compare-providers");
        CHECK(window.label("compare/plan/difference") == "no price: App");
        std::vector<std::string> order;
        for (const ui::Item& item : window.items()) {
            if (item.path.ends_with("/total")) order.push_back(item.path);
        }
        const auto plan = std::find(order.begin(), order.end(), "compare/plan/total");
        const auto complete = std::find(order.begin(), order.end(), "compare/gcp/total");
        const auto nothing = std::find(order.begin(), order.end(), "compare/hetzner/total");
        CHECK(complete < plan);
        CHECK(plan < nothing);
        CHECK(nothing != order.end());
        window.click("compare/order=by provider");
        const auto first = std::find_if(window.items().begin(), window.items().end(),
                                        [](const ui::Item& item) { return item.path.ends_with("/total"); });
        REQUIRE(first != window.items().end());
        CHECK(first->path == "compare/plan/total");
    }

    TEST_CASE("providers and regions are told as they write themselves") {
        Compared at;
        CHECK(at.window.label("compare/gcp") == "Google Cloud");
        CHECK(at.window.label("compare/digitalocean/region") == "all regions");
        CHECK(at.window.label("compare/azure/region") == "eastus");
        at.window.click("compare/back");
        CHECK(at.window.value("/environments/staging/provider") == "AWS");
    }

    TEST_CASE("filters stay, and the comparison follows them") {
        Compared at;
        at.window.click("compare/latest");
        at.window.click("compare/architecture=Arm");
        CHECK(at.window.value("compare/latest") == "true");
        CHECK(at.window.value("compare/architecture=Arm") == "selected");
        at.window.click("compare/back");
        at.window.click("compare-providers");
        CHECK(at.window.value("compare/latest") == "true");
        CHECK(at.window.value("compare/architecture=Arm") == "selected");
    }
}
