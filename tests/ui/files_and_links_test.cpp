// SPDX-License-Identifier: MIT
//
// How a plan comes into the window, leaves it and comes back.
#include <doctest/doctest.h>

#include "expectations.hpp"
#include "stowage/text/link.hpp"
#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kReplicas = "/environments/live/services/web/replicas";

/// A plan without the prices that saving adds.
Plan unpriced(Plan plan) {
    plan.prices = {};
    return plan;
}

}  // namespace

TEST_SUITE("templates") {
    TEST_CASE("are listed and replace the plan, undoably") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.click("toolbar/template");
        for (const PlanTemplate& known : plan_templates()) {
            CHECK(window.label("toolbar/template/" + std::string(known.name)) == known.title);
        }
        window.click("toolbar/template/hybrid-django");
        CHECK(window.plan() == seed_plan());
        CHECK(window.label("toolbar/undo") == "Undo: open template hybrid-django");
        window.click("toolbar/undo");
        CHECK(window.plan() == web_plan());
    }
}

TEST_SUITE("files by path") {
    TEST_CASE("a plan is opened") {
        NullPlatform platform;
        platform.files["shop.yaml"] = kWebPlan;
        TestWindow window(platform);
        window.click("toolbar/open");
        window.type("shop.yaml");  // the field has the focus
        window.click("path/confirm");
        CHECK(window.plan() == web_plan());
        CHECK(window.app().notice().empty());
        CHECK_FALSE(window.has("path/field"));
    }

    TEST_CASE("Enter opens it too") {
        NullPlatform platform;
        platform.files["shop.yaml"] = kWebPlan;
        TestWindow window(platform);
        window.press(ImGuiMod_Ctrl | ImGuiKey_O);
        window.type("shop.yaml");
        window.press(ImGuiKey_Enter);
        CHECK(window.plan() == web_plan());
        CHECK_FALSE(window.has("path/field"));
    }

    TEST_CASE("a file that is not there, or that is no plan, is told and changes nothing") {
        NullPlatform platform;
        platform.files["list.txt"] = "milk: 1";
        TestWindow window(platform);
        window.click("toolbar/open");
        window.type("nowhere.yaml");
        window.press(ImGuiKey_Enter);
        CHECK(contains(window.label("notice"), "cannot open nowhere.yaml"));
        window.click("toolbar/open");
        window.type("list.txt");
        window.press(ImGuiKey_Enter);
        CHECK(contains(window.label("notice"), "list.txt: "));
        CHECK(contains(window.label("notice"), "the format number is missing"));
        CHECK(window.plan() == seed_plan());
        window.click("notice/dismiss");
        CHECK_FALSE(window.has("notice"));
    }

    TEST_CASE("a plan is saved under a name made of its own, and told") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.click("toolbar/save");
        window.click("toolbar/save/plan");
        CHECK(window.value("path/field") == "Web-shop.yaml");
        window.click("path/confirm");
        REQUIRE(platform.files.contains("Web-shop.yaml"));
        CHECK(unpriced(plan_of(platform.files["Web-shop.yaml"])) == web_plan());
        CHECK(window.label("notice") == "Saved to Web-shop.yaml.");
    }

    TEST_CASE("Enter saves under the name as it stands") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        window.press(ImGuiKey_Enter);
        CHECK(platform.files.contains("Web-shop.yaml"));
        CHECK_FALSE(window.has("path/field"));
    }

    TEST_CASE("a plan is saved under a name that is typed") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        window.type("mine.yaml");
        window.press(ImGuiKey_Enter);
        CHECK(platform.files.contains("mine.yaml"));
        CHECK(platform.files.size() == 1);
    }

    TEST_CASE("Ctrl+S keeps what is being typed") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.click(kReplicas);
        window.type("7");
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        window.press(ImGuiKey_Enter);
        REQUIRE(platform.files.contains("Web-shop.yaml"));
        CHECK(plan_of(platform.files["Web-shop.yaml"]).environments[0].services[0].replicas == 7);
    }

    TEST_CASE("a file that cannot be written is told") {
        NullPlatform platform;
        platform.files_can_be_written = false;
        TestWindow window(platform);
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        window.click("path/confirm");
        CHECK(contains(window.label("notice"), "cannot write Resource-planning-for-hybrid-deployment.yaml"));
    }

    TEST_CASE("Cancel and Escape do nothing") {
        NullPlatform platform;
        TestWindow window(platform);
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        window.click("path/cancel");
        CHECK_FALSE(window.has("path/field"));
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        window.press(ImGuiKey_Escape);
        CHECK_FALSE(window.has("path/field"));
        CHECK(platform.files.empty());
    }

    TEST_CASE("an opened file is saved where it came from, without being asked") {
        NullPlatform platform;
        platform.files["plans/shop.yaml"] = kWebPlan;
        TestWindow window(platform);
        window.app().open_path("plans/shop.yaml");
        window.wait(0.1);
        window.enter(kReplicas, "7");
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        CHECK(window.value("path/field") == "plans/shop.yaml");
        window.click("path/confirm");
        CHECK(plan_of(platform.files["plans/shop.yaml"]).environments[0].services[0].replicas == 7);
        CHECK(platform.files.size() == 1);
    }

    TEST_CASE("another file is replaced only at the second press") {
        NullPlatform platform;
        platform.files["Web-shop.yaml"] = "precious";
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        window.click("path/confirm");
        CHECK(platform.files["Web-shop.yaml"] == "precious");
        CHECK(window.label("path/occupied") == "There is a file of that name already.");
        CHECK(window.label("path/confirm") == "Replace");
        window.click("path/confirm");
        CHECK(unpriced(plan_of(platform.files["Web-shop.yaml"])) == web_plan());
        CHECK_FALSE(window.has("path/field"));
    }

    TEST_CASE("that comments are not kept is said before the file is written") {
        NullPlatform platform;
        platform.files["shop.yaml"] = "# our shop\n" + std::string(kWebPlan);
        platform.files["plain.yaml"] = kWebPlan;
        TestWindow window(platform);
        window.app().open_path("shop.yaml");
        window.wait(0.1);
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        CHECK(window.label("path/comments").starts_with("Comments (# ...)"));
        window.click("path/cancel");
        window.app().open_path("plain.yaml");
        window.wait(0.1);
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        CHECK_FALSE(window.has("path/comments"));
    }

    TEST_CASE("the report is saved as Markdown") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.click("toolbar/save");
        window.click("toolbar/save/report");
        window.click("path/confirm");
        CHECK(platform.files["Web-shop.md"].starts_with("# Web shop"));
    }
}

TEST_SUITE("files by dialog") {
    TEST_CASE("the system's dialogs are used where there are any") {
        NullPlatform platform;
        platform.access = ui::FileAccess::dialogs;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.click("toolbar/open");
        CHECK(platform.files_asked_for == 1);
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        CHECK(unpriced(plan_of(platform.offered["Web-shop.yaml"])) == web_plan());
        CHECK_FALSE(window.has("path/field"));
    }
}

TEST_SUITE("links") {
    TEST_CASE("Copy link puts a link on the clipboard that opens the same plan elsewhere") {
        NullPlatform platform;
        TestWindow window(platform);
        window.enter("/environments/development/services/wsgi/replicas", "3");
        window.click("toolbar/copy-link");
        CHECK(platform.clipboard.starts_with("https://example.org/stowage/#p=0."));
        CHECK(contains(window.label("notice"), "on the clipboard"));
        const Plan sent = window.plan();

        NullPlatform colleague;
        TestWindow other(colleague, {.location = platform.clipboard});
        CHECK(unpriced(other.plan()) == unpriced(sent));
        CHECK(other.value("/environments/development/services/wsgi/replicas") == "3");
        CHECK(other.app().notice().empty());
    }

    TEST_CASE("the length of the link is shown, and turns when chat programs would cut it") {
        NullPlatform platform;
        TestWindow window(platform);
        CHECK(window.value("toolbar/link-length").ends_with(" / 2,000"));
        std::string text = "stowage: 0\nenvironments:\n  a:\n    services:\n";
        for (int i = 0; i < 400; ++i) {  // numbers that do not compress well
            text += "      s" + std::to_string(i * 7919 % 10'007) + ": {cpu: " + std::to_string(i * i % 997) +
                    "m, memory: " + std::to_string(i * i * 31 % 9'973) + "MiB}\n";
        }
        CHECK(window.app().open_text(text, "test"));
        window.wait(1);
        CHECK(window.session().link().size() > 2'000);
        CHECK(window.value("toolbar/link-length").ends_with(" / 4,000"));
    }

    TEST_CASE("a damaged link at the start is told, and the template is not shown in its place") {
        const std::string link = encode_link(web_plan());
        for (const std::string& damaged :
             {link.substr(0, link.size() / 2), link.substr(0, link.size() - 1), std::string("#p=0.")}) {
            CAPTURE(damaged);
            NullPlatform platform;
            TestWindow window(platform, {.location = "https://example.org/stowage/" + damaged});
            CHECK(window.value("notice") == "error");
            CHECK(window.label("notice").starts_with("link: "));
            CHECK_FALSE(window.has("/environments/staging"));
            CHECK(window.plan() != seed_plan());
        }
    }

    TEST_CASE("a damaged link at the start leaves the plan of the last time on screen") {
        NullPlatform platform;
        platform.storage["plan"] = kWebPlan;
        TestWindow window(platform, {.location = "https://example.org/stowage/#p=0.damaged"});
        CHECK(window.value("notice") == "error");
        CHECK(window.plan() == web_plan());
        window.wait(5);
        CHECK(platform.storage["plan"] == kWebPlan);
    }

    TEST_CASE("opening a link does not overwrite the plan of the last time: undo brings it back") {
        NullPlatform platform;
        platform.storage["plan"] = kWebPlan;
        TestWindow window(platform, {.location = encode_link(seed_plan())});
        CHECK(window.plan() == seed_plan());
        window.click("toolbar/undo");
        CHECK(window.plan() == web_plan());
    }

    TEST_CASE("a link that is put into the address bar is opened, undoably; our own is not") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.app().location_changed("https://example.org/stowage/" + window.session().link());
        window.wait(0.1);
        CHECK(window.label("toolbar/undo") == "Undo: open test.yaml");
        window.app().location_changed(encode_link(seed_plan()));
        window.wait(0.1);
        CHECK(window.plan() == seed_plan());
        CHECK(window.label("toolbar/undo") == "Undo: open link");
    }
}

TEST_SUITE("what is kept") {
    TEST_CASE("a change is saved after a moment, shown in the address, and comes back") {
        NullPlatform platform;
        {
            TestWindow window(platform);
            window.wait(5);
            CHECK_FALSE(platform.storage.contains("plan"));  // nothing was changed
            window.enter("/environments/development/services/wsgi/replicas", "3");
            CHECK_FALSE(platform.storage.contains("plan"));
            window.wait(2);
            CHECK(platform.storage.contains("plan"));
            CHECK(platform.address == window.session().link());
        }
        TestWindow again(platform);
        CHECK(again.value("/environments/development/services/wsgi/replicas") == "3");
        CHECK(again.app().notice().empty());
    }

    TEST_CASE("what was not saved yet is saved when the program goes away") {
        NullPlatform platform;
        TestWindow window(platform);
        window.enter("/environments/development/services/wsgi/replicas", "3");
        window.app().flush();
        CHECK(plan_of(platform.storage["plan"]).environments[0].services[0].replicas == 3);
    }

    TEST_CASE("a plan that cannot be stored is told") {
        NullPlatform platform;
        platform.storage_works = false;
        TestWindow window(platform);
        window.enter("/environments/development/services/wsgi/replicas", "3");
        window.wait(2);
        CHECK(window.value("notice") == "warning");
        CHECK(contains(window.label("notice"), "could not be saved"));
    }

    TEST_CASE("a stored plan that cannot be read is told and kept") {
        NullPlatform platform;
        platform.storage["plan"] = "stowage: 7";
        TestWindow window(platform);
        CHECK(contains(window.label("notice"), "format 7"));
        CHECK(platform.storage["plan.unreadable"] == "stowage: 7");
    }
}
