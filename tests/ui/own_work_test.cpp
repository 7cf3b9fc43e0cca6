// SPDX-License-Identifier: MIT
//
// That work of one's own is not lost to another plan, another window or another file.
#include <doctest/doctest.h>

#include "expectations.hpp"
#include "stowage/text/link.hpp"
#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kReplicas = "/environments/live/services/web/replicas";
const std::string kOtherPlan =
    "stowage: 0\nname: Other\nenvironments: {live: {services: {web: {cpu: 1, memory: 1GiB}}}}\n";

std::string name_in(const std::string& text) { return plan_of(text).name; }

}  // namespace

TEST_SUITE("own work") {
    TEST_CASE(
        "a template, a link or undo takes the file's place along: saving does not overwrite another's file") {
        NullPlatform platform;
        platform.files["shop.yaml"] = kWebPlan;
        platform.files["other.yaml"] = kOtherPlan;
        TestWindow window(platform);
        const auto place = [&] {
            window.wait(0.1);
            window.press(ImGuiMod_Ctrl | ImGuiKey_S);
            std::string path = window.value("path/field");
            window.click("path/cancel");
            return path;
        };
        window.app().open_path("shop.yaml");
        CHECK(place() == "shop.yaml");
        window.app().open_path("other.yaml");
        CHECK(place() == "other.yaml");
        window.click("toolbar/undo");
        CHECK(place() == "shop.yaml");
        window.app().open_text(encode_link(seed_plan()), "link");
        CHECK(place() == "Resource-planning-for-hybrid-deployment.yaml");
        window.click("toolbar/undo");
        window.enter(kReplicas, "3");
        CHECK(place() == "shop.yaml");
    }

    TEST_CASE("a plan that was saved elsewhere stays there, also after undo") {
        NullPlatform platform;
        platform.files["shop.yaml"] = kWebPlan;
        TestWindow window(platform);
        window.app().open_path("shop.yaml");
        window.wait(0.1);
        window.enter(kReplicas, "3");
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        window.type("copy.yaml");
        window.press(ImGuiKey_Enter);
        window.click("toolbar/undo");
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        CHECK(window.value("path/field") == "copy.yaml");
        CHECK(platform.files["shop.yaml"] == kWebPlan);
    }

    TEST_CASE("a report does not replace the plan's own file without being asked") {
        NullPlatform platform;
        platform.files["Web-shop.md"] = kWebPlan;
        TestWindow window(platform);
        window.app().open_path("Web-shop.md");
        window.wait(0.1);
        window.click("toolbar/save");
        window.click("toolbar/save/report");
        window.click("path/confirm");
        CHECK(window.label("path/confirm") == "Replace");
        CHECK(platform.files["Web-shop.md"] == kWebPlan);
    }

    TEST_CASE("where the system saves, it is asked once whether comments may go") {
        NullPlatform platform;
        platform.access = ui::FileAccess::dialogs;
        TestWindow window(platform, {.plan = "# ours\n" + std::string(kWebPlan)});
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        CHECK(window.label("path/comments").starts_with("Comments (# ...)"));
        CHECK(platform.offered.empty());
        window.click("path/cancel");
        CHECK(platform.offered.empty());
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        window.click("path/confirm");
        CHECK(platform.offered.size() == 1);
        window.enter("/name", "Again");
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        CHECK_FALSE(window.has("path/confirm"));
        CHECK(platform.offered.contains("Again.yaml"));
    }

    TEST_CASE(
        "a colleague's link that is edited does not replace the remembered plan: the menu brings it back") {
        NullPlatform platform;
        platform.storage["plan"] = kWebPlan;
        {
            TestWindow window(platform, {.location = encode_link(plan_of(kOtherPlan))});
            window.enter("/name", "Edited");
            window.wait(2);
            CHECK(name_in(platform.storage["plan"]) == "Edited");
            CHECK(platform.storage["plan.previous"] == kWebPlan);
        }
        TestWindow later(platform);
        CHECK(later.plan().name == "Edited");
        later.click("toolbar/template");
        later.click("toolbar/template/previous");
        CHECK(later.plan() == web_plan());
        later.wait(2);
        CHECK(name_in(platform.storage["plan"]) == "Web shop");
        CHECK(name_in(platform.storage["plan.previous"]) == "Edited");
    }

    TEST_CASE("editing one plan keeps no previous one, and the menu offers none") {
        NullPlatform platform;
        platform.storage["plan"] = kWebPlan;
        TestWindow window(platform);
        for (const char* replicas : {"3", "4"}) {
            window.enter(kReplicas, replicas);
            window.wait(2);
        }
        CHECK_FALSE(platform.storage.contains("plan.previous"));
        window.click("toolbar/template");
        CHECK_FALSE(window.has("toolbar/template/previous"));
    }

    TEST_CASE("what another window has stored meanwhile is kept as the previous plan") {
        NullPlatform platform;
        platform.storage["plan"] = kWebPlan;
        TestWindow window(platform);
        platform.storage["plan"] = kOtherPlan;
        window.enter(kReplicas, "3");
        window.wait(2);
        CHECK(platform.storage["plan.previous"] == kOtherPlan);
    }

    TEST_CASE("what was opened after the last frame is saved when the program goes away") {
        NullPlatform platform;
        TestWindow window(platform);
        window.app().open_text(kOtherPlan, "test");
        window.app().flush();
        CHECK(name_in(platform.storage["plan"]) == "Other");
    }

    TEST_CASE("prices of an older catalogue are used until the user wants those of this one") {
        NullPlatform platform;
        TestWindow window(platform,
                          {.plan = "stowage: 0\n"
                                   "prices: {snapshot: 2020-01-01, used: {aws/us-east-1/t3.medium: 0.5}}\n"
                                   "environments: {e: {provider: aws, region: us-east-1, "
                                   "servers: {app: {instance: t3.medium}}}}\n"});
        CHECK(window.label("/environments/e/cost") == "$365.00");  // 0.5 x 730
        window.click("findings/use-current-prices");
        CHECK(window.label("/environments/e/cost") == "$30.37");  // 0.0416 x 730
        CHECK_FALSE(window.has("findings/use-current-prices"));
        window.click("toolbar/undo");
        CHECK(window.label("/environments/e/cost") == "$365.00");
    }
}
