// SPDX-License-Identifier: MIT
//
// Plans that are kept on this device under names: nothing of them is lost unless somebody wants it.
#include <doctest/doctest.h>

#include "expectations.hpp"
#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kSecond =
    "stowage: 0\nname: Second\nenvironments: {only: {services: {web: {cpu: 1, memory: 1GiB}}}}\n";

/// A device that keeps "Old", of a day in May, and "shop", of one in June.
class Device final : public NullPlatform {
  public:
    Device() {
        storage["kept.%4fld"] = "# kept 2026-05-01 09:30\n" + kSecond;
        storage["kept.shop"] = "# kept 2026-06-02 10:00\n" + std::string(kWebPlan);
    }
};

void open_list(TestWindow& window) { window.click("toolbar/plans"); }

void act(TestWindow& window, const std::string& line, const std::string& action) {
    window.click("plans/" + line + "/more");
    window.click("plans/" + line + "/" + action);
}

/// Keeps the plan on screen under a name that is typed.
void keep_as(TestWindow& window, std::string_view name) { window.enter("plans/name", name); }

}  // namespace

TEST_SUITE("plans on this device") {
    TEST_CASE("are listed with their day and what is in them, the latest first") {
        Device platform;
        TestWindow window(platform);
        open_list(window);
        CHECK(window.label("plans/0") == "shop");
        CHECK(window.value("plans/0") == "2026-06-02 10:00");
        CHECK(window.label("plans/1") == "Old");
        CHECK(window.label("plans/1/contents") == "1 environment, 1 service");
    }

    TEST_CASE("without one the list says what it is for") {
        NullPlatform platform;
        TestWindow window(platform);
        open_list(window);
        CHECK(window.has("plans/none"));
    }

    TEST_CASE("F8 and the list of actions lead there") {
        Device platform;
        TestWindow window(platform);
        window.press(ImGuiKey_F8);
        CHECK(window.has("plans/0"));
        window.press(ImGuiKey_Escape);
        CHECK_FALSE(window.has("plans/0"));
        window.press(ImGuiMod_Ctrl | ImGuiKey_K);
        window.type("plans on this device");
        CHECK(window.value("palette/0") == "F8");
        window.press(ImGuiKey_Enter);
        CHECK(window.has("plans/0"));
    }

    TEST_CASE("the plan on screen is kept under its own name, as it would be saved") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kSecond});
        window.click("toolbar/save");
        window.click("toolbar/save/keep");
        CHECK(window.focused() == "plans/name");
        window.press(ImGuiKey_Enter);
        CHECK(platform.storage["kept.%53econd"] ==
              "# kept 2026-11-28 14:05\n" + window.session().text_to_save());
        CHECK(window.label("plans/message") == "Kept as \u201CSecond\u201D.");
        CHECK(window.label("plans/0") == "Second");
    }

    TEST_CASE("opening one is a step that undo takes back") {
        Device platform;
        TestWindow window(platform, {.plan = kSecond});
        const Plan before = window.plan();
        open_list(window);
        window.click("plans/0");
        CHECK(window.plan() == web_plan());
        CHECK_FALSE(window.has("plans"));
        CHECK_FALSE(window.session().dropped_comments());  // the comment is ours
        window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(window.plan() == before);
    }

    TEST_CASE("the plan that was being worked on is the previous one after that, also in another session") {
        Device platform;
        TestWindow window(platform, {.plan = kSecond});
        window.enter("/name", "Edited");
        window.wait(3);
        open_list(window);
        window.click("plans/0");
        window.wait(3);
        CHECK(platform.storage["plan.previous"].find("name: Edited") != std::string::npos);
    }

    TEST_CASE("a name that is taken is asked about, and what was there comes back with undo") {
        Device platform;
        const std::string before = platform.storage["kept.shop"];
        TestWindow window(platform, {.plan = kSecond});
        open_list(window);
        keep_as(window, "shop");
        CHECK(window.label("plans/occupied") ==
              "There is a plan of that name already of 2026-06-02 10:00. Replace takes its place.");
        CHECK(window.label("plans/keep") == "Replace");
        CHECK(platform.storage["kept.shop"] == before);
        window.click("plans/keep");
        CHECK(platform.storage["kept.shop"].find("name: Second") != std::string::npos);
        CHECK(window.label("plans/undo") == "Undo: replace \u201Cshop\u201D");
        window.click("plans/undo");
        CHECK(platform.storage["kept.shop"] == before);
        CHECK_FALSE(window.has("plans/undo"));
    }

    TEST_CASE("a plan is deleted and comes back, also after the list was closed") {
        Device platform;
        const Texts before = platform.storage;
        TestWindow window(platform);
        open_list(window);
        act(window, "1", "delete");
        CHECK_FALSE(platform.storage.contains("kept.%4fld"));
        CHECK(window.label("plans/message") == "Deleted \u201COld\u201D.");
        act(window, "0", "delete");
        CHECK(window.has("plans/none"));
        window.click("plans/close");
        open_list(window);
        window.click("plans/undo");
        window.click("plans/undo");
        CHECK(platform.storage["kept.%4fld"] == before.at("kept.%4fld"));
        CHECK(platform.storage["kept.shop"] == before.at("kept.shop"));
    }

    TEST_CASE("undo of a deletion does not overwrite another plan of that name") {
        Device platform;
        TestWindow window(platform);
        open_list(window);
        act(window, "0", "delete");
        platform.storage["kept.shop"] = kSecond;  // another window
        window.click("plans/undo");
        CHECK(platform.storage["kept.shop"] == kSecond);
        CHECK(window.label("plans/message") ==
              "Another plan is called \u201Cshop\u201D by now. Rename that one, then press Undo again.");
        CHECK(window.has("plans/undo"));
    }

    TEST_CASE("a plan gets another name in its line") {
        Device platform;
        const std::string text = platform.storage["kept.shop"];
        TestWindow window(platform);
        open_list(window);
        act(window, "0", "rename");
        CHECK(window.focused() == "plans/0/name");
        window.type("Web shop");
        window.press(ImGuiKey_Enter);
        CHECK(window.label("plans/0") == "Web shop");
        CHECK(platform.storage["kept.%57eb%20shop"] == text);
        CHECK_FALSE(platform.storage.contains("kept.shop"));
    }

    TEST_CASE("Escape leaves the new name, then the list") {
        Device platform;
        TestWindow window(platform);
        open_list(window);
        act(window, "0", "rename");
        window.type("Mistake");
        window.press(ImGuiKey_Escape);
        CHECK(window.label("plans/0") == "shop");
        CHECK_FALSE(window.has("plans/0/name"));
        window.press(ImGuiKey_Escape);
        CHECK_FALSE(window.has("plans"));
    }

    TEST_CASE("a name that is another's is refused") {
        Device platform;
        const Texts before = platform.storage;
        TestWindow window(platform);
        open_list(window);
        act(window, "0", "rename");
        window.type("Old");
        window.press(ImGuiKey_Enter);
        CHECK(window.label("plans/message") == "There is a plan called \u201COld\u201D already.");
        CHECK(platform.storage == before);
    }

    TEST_CASE("a name has to be one, and short enough for a file name") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = kSecond});
        open_list(window);
        keep_as(window, "  ");
        CHECK(window.label("plans/message") == "A plan that is kept needs a name.");
        keep_as(window, std::string(73, 'a'));
        CHECK(window.label("plans/message").find("too long: 72 letters") != std::string::npos);
        keep_as(window, std::string(72, 'A'));
        CHECK(window.label("plans/0") == std::string(72, 'A'));
    }

    TEST_CASE("a plan is exported as the file that it was") {
        Device platform;
        platform.access = ui::FileAccess::dialogs;
        TestWindow window(platform);
        open_list(window);
        act(window, "0", "export");
        CHECK(platform.offered["shop.yaml"] == kWebPlan);
        CHECK(window.has("plans/0"));
    }

    TEST_CASE("where files have paths, exporting asks for one") {
        Device platform;
        TestWindow window(platform);
        open_list(window);
        act(window, "0", "export");
        window.click("path/confirm");
        CHECK(platform.files["shop.yaml"] == kWebPlan);
        CHECK(window.session().path().empty());  // it is not the plan on screen
    }

    TEST_CASE("a text that is no plan is shown as such, and can be exported and deleted") {
        NullPlatform platform;
        platform.access = ui::FileAccess::dialogs;
        platform.storage["kept.broken"] = "# kept 2026-06-02 10:00\nstowage: 7\n";
        TestWindow window(platform, {.plan = kSecond});
        const Plan before = window.plan();
        open_list(window);
        CHECK(window.label("plans/0/contents").starts_with("Cannot be read: "));
        window.click("plans/0");
        CHECK(window.plan() == before);
        CHECK(window.item("plans/message").value == "error");
        act(window, "0", "export");
        CHECK(platform.offered["broken.yaml"] == "stowage: 7\n");
        act(window, "0", "delete");
        CHECK_FALSE(platform.storage.contains("kept.broken"));
    }

    TEST_CASE("a key that is no name is shown as it is, and what it holds can be had") {
        NullPlatform platform;
        platform.storage["kept.%zz"] = kSecond;
        platform.storage["kept.%0a"] = kSecond;  // a line break is no name
        TestWindow window(platform);
        open_list(window);
        CHECK(window.label("plans/0") == "kept.%0a");
        CHECK(window.label("plans/1") == "kept.%zz");
        CHECK(window.value("plans/1") == "");  // nobody knows when
        window.click("plans/1");
        CHECK(window.plan().name == "Second");
    }

    TEST_CASE("without room nothing changes, and it is told what takes it and what helps") {
        Device platform;
        platform.storage["kept.large"] = "# " + std::string(1'200'000, '.');
        const Texts before = platform.storage;
        TestWindow window(platform, {.plan = kSecond});
        platform.storage_room = 0;
        open_list(window);
        keep_as(window, "one more");
        CHECK(window.label("plans/message") ==
              "It could not be stored, and nothing has changed. The plans that are kept here take 1.2 MB: "
              "export one as a file and delete it here, then try again.");
        act(window, "0", "rename");
        window.type("other");
        window.press(ImGuiKey_Enter);
        for (const auto& [key, text] : before) CHECK(platform.storage[key] == text);
        CHECK_FALSE(platform.storage.contains("kept.other"));
    }

    TEST_CASE("where the plan on screen finds no room, kept ones are named as what takes it") {
        Device platform;
        TestWindow window(platform, {.plan = kSecond});
        platform.storage_room = 0;
        window.enter("/name", "Edited");
        window.wait(3);
        CHECK(window.app().notice() ==
              "The plan could not be saved here; save it as a file or copy its link. Deleting plans that are "
              "kept here makes room.");
    }

    TEST_CASE("what another window does is seen") {
        Device platform;
        TestWindow window(platform);
        open_list(window);
        platform.storage.erase("kept.shop");
        window.app().storage_changed();
        window.wait(0.1);
        CHECK(window.label("plans/0") == "Old");
        platform.storage.erase("kept.%4fld");  // not told
        window.click("plans/0");
        CHECK(window.label("plans/message") ==
              "\u201COld\u201D is no longer here: another window has deleted it.");
        CHECK(window.has("plans/none"));
    }

    TEST_CASE("one that is larger than a plan can be is left whole: it is neither exported cut nor renamed") {
        Device platform;
        platform.access = ui::FileAccess::dialogs;
        // 8 MiB are 8,388,608 bytes; this one was put there by somebody else.
        const std::string large = kSecond + std::string(9'500'000, '#');
        platform.storage["kept.large"] = large;
        TestWindow window(platform);
        open_list(window);
        const auto check_refused = [&] {
            CHECK(
                window.label("plans/message") ==
                "\u201Clarge\u201D has 9.5 MB, and a plan has at most 8.4 MB: all but its beginning would be "
                "lost. Nothing has changed.");
        };
        REQUIRE(window.label("plans/2") == "large");
        act(window, "2", "export");
        check_refused();
        CHECK(platform.offered.empty());
        act(window, "2", "rename");
        window.enter("plans/2/name", "other");
        check_refused();
        act(window, "2", "delete");
        check_refused();
        CHECK(platform.storage["kept.large"] == large);
        CHECK_FALSE(platform.storage.contains("kept.other"));
        act(window, "0", "export");
        CHECK(platform.offered.size() == 1);
    }

    TEST_CASE("two hundred are the most") {
        NullPlatform platform;
        for (int i = 1; i <= 200; ++i) platform.storage["kept." + std::to_string(i)] = kSecond;
        TestWindow window(platform, {.plan = kSecond});
        open_list(window);
        keep_as(window, "one more");
        CHECK(window.label("plans/message").starts_with("200 plans are kept here, and that is the most."));
        CHECK_FALSE(platform.storage.contains("kept.one%20more"));
    }

    TEST_CASE("the list fits a phone") {
        Device platform;
        TestWindow window(platform, {.width = 360, .height = 640});
        open_list(window);
        for (const char* path : {"plans/name", "plans/keep", "plans/0", "plans/0/more", "plans/close"}) {
            CAPTURE(path);
            CHECK(window.item(path).rect.left >= 0);
            CHECK(window.item(path).rect.right <= 360);
        }
    }
}
