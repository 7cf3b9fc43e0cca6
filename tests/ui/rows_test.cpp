// SPDX-License-Identifier: MIT
//
// Services go to a spreadsheet and come back.
#include <doctest/doctest.h>

#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

TEST_SUITE("rows") {
    TEST_CASE("Ctrl+C outside of fields copies the services on screen as a table") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.press(ImGuiMod_Ctrl | ImGuiKey_C);
        CHECK(platform.clipboard.starts_with("name\tkind\treplicas\tcpu\tmemory\tserver\n"));
        CHECK(window.label("notice").find("spreadsheet") != std::string::npos);
    }

    TEST_CASE("lines of cells that are pasted become services, as one step") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        const std::size_t before = window.plan().environments.front().services.size();
        CHECK(window.app().open_text("mail\tcelery\t2\t0.1\t128 MiB\nfront\tnginx\t1\t0.2\t64 MiB\n",
                                     "pasted text"));
        CHECK(window.plan().environments.front().services.size() == before + 2);
        CHECK(window.session().undo_label() == "paste 2 services");
        window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(window.plan().environments.front().services.size() == before);
    }

    TEST_CASE("a table that cannot be read is told by line and column, and nothing is taken") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        const auto revision = window.session().revision();
        CHECK_FALSE(window.app().open_text("mail\tcelery\tmany\n", "pasted text"));
        CHECK(window.app().notice().find("line 1, column 3") != std::string::npos);
        CHECK(window.session().revision() == revision);
    }

    TEST_CASE("a table that says what is there already is no step") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.enter("/name", "Before");
        const auto revision = window.session().revision();
        CHECK(window.app().open_text("name\tkind\n", "pasted text"));
        CHECK(window.session().revision() == revision);
        CHECK(window.app().notice().find("nothing") != std::string::npos);
    }

    TEST_CASE("a plan with a tab in its first line is a plan") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        CHECK(window.app().open_text("stowage:\t0\nname: Tabbed\n", "pasted text"));
        CHECK(window.plan().name == "Tabbed");
        CHECK(window.app().open_text("# made\tby hand\nstowage: 0\nname: Noted\n", "pasted text"));
        CHECK(window.plan().name == "Noted");
    }

    TEST_CASE("in a field both keys are the field's") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.click("/name");
        REQUIRE(window.typing());
        window.press(ImGuiMod_Ctrl | ImGuiKey_C);
        CHECK_FALSE(platform.clipboard.starts_with("name\t"));
    }
}
