// SPDX-License-Identifier: MIT
//
// Files that were opened or saved are offered again, where files have paths; and what dialogs of the system
// bring.
#include <doctest/doctest.h>

#include "expectations.hpp"
#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kSecond = "stowage: 0\nname: Second\nenvironments: {only: {}}\n";

/// A platform whose files lie in /home/me.
class Home final : public NullPlatform {
  public:
    Home() {
        files["/home/me/shop.yaml"] = kWebPlan;
        files["/home/me/second.yaml"] = kSecond;
    }
    [[nodiscard]] std::string full_path(const std::string& path) override {
        return path.starts_with('/') ? path : "/home/me/" + path;
    }
};

}  // namespace

TEST_SUITE("recent files") {
    TEST_CASE("without any, Open asks for a file at once") {
        NullPlatform platform;
        TestWindow window(platform);
        window.click("toolbar/open");
        CHECK(window.has("path/field"));
    }

    TEST_CASE("what was opened is offered with its folder, the latest first") {
        Home platform;
        TestWindow window(platform);
        window.app().open_path("/home/me/shop.yaml");
        window.app().open_path("/home/me/second.yaml");
        CHECK(platform.storage["recent"] == "/home/me/second.yaml\n/home/me/shop.yaml\n");
        window.click("toolbar/open");
        CHECK(window.label("toolbar/open/recent//home/me/second.yaml") == "second.yaml");
        CHECK(window.value("toolbar/open/recent//home/me/second.yaml") == "/home/me");
        window.click("toolbar/open/recent//home/me/shop.yaml");
        CHECK(window.plan() == web_plan());
        CHECK(platform.storage["recent"] == "/home/me/shop.yaml\n/home/me/second.yaml\n");
    }

    TEST_CASE("another file can still be asked for") {
        Home platform;
        TestWindow window(platform);
        window.app().open_path("/home/me/second.yaml");
        window.click("toolbar/open");
        window.click("toolbar/open/file");
        CHECK(window.has("path/field"));
    }

    TEST_CASE("they come back with the program") {
        Home platform;
        platform.storage["recent"] = "/home/me/shop.yaml\n";
        TestWindow window(platform);
        window.click("toolbar/open");
        CHECK(window.has("toolbar/open/recent//home/me/shop.yaml"));
    }

    TEST_CASE("a path is remembered in full, and a saved plan too") {
        Home platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        window.type("mine.yaml");
        window.press(ImGuiKey_Enter);
        CHECK(platform.storage["recent"] == "/home/me/mine.yaml\n");
    }

    TEST_CASE("a report is no plan to open again") {
        Home platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.click("toolbar/save");
        window.click("toolbar/save/report");
        window.click("path/confirm");
        CHECK(platform.files.contains("Web-shop.md"));
        CHECK_FALSE(platform.storage.contains("recent"));
    }

    TEST_CASE("ten are kept") {
        Home platform;
        TestWindow window(platform);
        for (int i = 1; i <= 12; ++i) {
            const std::string path = "/home/me/" + std::to_string(i) + ".yaml";
            platform.files[path] = kSecond;
            window.app().open_path(path);
        }
        CHECK(platform.storage["recent"].starts_with("/home/me/12.yaml\n/home/me/11.yaml\n"));
        CHECK(platform.storage["recent"].ends_with("\n/home/me/3.yaml\n"));
    }

    TEST_CASE("one that is gone is told and dropped") {
        Home platform;
        TestWindow window(platform);
        window.app().open_path("/home/me/shop.yaml");
        window.app().open_path("/home/me/second.yaml");
        platform.files.erase("/home/me/shop.yaml");
        window.click("toolbar/open");
        window.click("toolbar/open/recent//home/me/shop.yaml");
        CHECK(window.label("notice") ==
              "cannot open /home/me/shop.yaml. It is no longer among the recent files.");
        CHECK(window.plan().name == "Second");
        CHECK(platform.storage["recent"] == "/home/me/second.yaml\n");
        window.click("toolbar/open");
        CHECK_FALSE(window.has("toolbar/open/recent//home/me/shop.yaml"));
    }

    TEST_CASE("a file that is no plan, or whose name no line can hold, is not remembered") {
        Home platform;
        platform.files["/home/me/list.txt"] = "milk: 1";
        platform.files["/home/me/two\nlines.yaml"] = kSecond;
        TestWindow window(platform);
        window.app().open_path("/home/me/list.txt");
        CHECK_FALSE(platform.storage.contains("recent"));
        window.app().open_path("/home/me/two\nlines.yaml");
        CHECK(window.plan().name == "Second");
        CHECK(platform.storage["recent"].empty());
    }

    TEST_CASE("the list of actions finds them by name") {
        Home platform;
        TestWindow window(platform);
        window.app().open_path("/home/me/shop.yaml");
        window.app().open_path("/home/me/second.yaml");
        window.press(ImGuiMod_Ctrl | ImGuiKey_K);
        window.type("open shop");
        CHECK(window.label("palette/0") == "Open shop.yaml");
        CHECK(window.value("palette/0") == "/home/me");
        window.press(ImGuiKey_Enter);
        CHECK(window.app().notice() == "");
        CHECK(window.plan().name == "Web shop");
    }

    TEST_CASE("a text that was opened from nowhere is not among them") {
        NullPlatform platform;
        TestWindow window(platform);
        window.app().open_text(kWebPlan, "shop.yaml");
        CHECK_FALSE(platform.storage.contains("recent"));
    }
}

TEST_SUITE("dialogs that answer with a path") {
    TEST_CASE("a plan is written where the answer says, and that is its place from then on") {
        Home platform;
        platform.access = ui::FileAccess::dialogs;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        REQUIRE(platform.offered.contains("Web-shop.yaml"));
        window.app().save_to("/home/me/mine.yaml");
        CHECK(platform.files["/home/me/mine.yaml"] == platform.offered["Web-shop.yaml"]);
        CHECK(window.app().notice() == "Saved to /home/me/mine.yaml.");
        CHECK(window.session().path() == "/home/me/mine.yaml");
        CHECK(platform.storage["recent"] == "/home/me/mine.yaml\n");
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        CHECK(platform.offered.contains("/home/me/mine.yaml"));
    }

    TEST_CASE("a plan that came into the window meanwhile keeps its own place") {
        Home platform;
        platform.access = ui::FileAccess::dialogs;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        window.app().open_path("/home/me/second.yaml");
        window.app().save_to("/home/me/mine.yaml");
        CHECK(platform.files["/home/me/mine.yaml"] == platform.offered["Web-shop.yaml"]);
        CHECK(window.session().path() == "/home/me/second.yaml");
    }

    TEST_CASE("that comments are not saved is told first, also of a file that has the plan that was there") {
        Home platform;
        platform.access = ui::FileAccess::dialogs;
        platform.storage["plan"] = kSecond;
        platform.files["/home/me/second.yaml"] = "# mine\n" + kSecond;
        TestWindow window(platform);
        window.app().open_path("/home/me/second.yaml");
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        CHECK(platform.offered.empty());
        window.press(ImGuiKey_Enter);
        CHECK(platform.offered.contains("/home/me/second.yaml"));
    }

    TEST_CASE("a place that cannot be written is told") {
        Home platform;
        platform.access = ui::FileAccess::dialogs;
        platform.files_can_be_written = false;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.press(ImGuiMod_Ctrl | ImGuiKey_S);
        window.app().save_to("/home/me/mine.yaml");
        CHECK(window.app().notice() == "cannot write /home/me/mine.yaml");
        CHECK(window.session().path().empty());
    }
}
