// SPDX-License-Identifier: MIT
//
// Duplicating an environment at another size.
#include <doctest/doctest.h>

#include "fixtures.hpp"
#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kProduction = "/environments/production-distributed";

/// The template's largest environment on screen, with the dialog for its copy.
struct Asked {
    NullPlatform platform;
    TestWindow window{platform};
    Asked() {
        window.click(kProduction);
        window.choose_action(kProduction, "scaled-copy");
    }
    [[nodiscard]] const Environment& copy() const { return window.plan().environments.back(); }
};

}  // namespace

TEST_SUITE("scaled copy") {
    TEST_CASE("half of it, under a name that is typed, with Enter") {
        Asked at;
        CHECK(at.window.focused() == "copy/name");
        CHECK(at.window.value("copy/size=Half") == "selected");
        CHECK(at.window.label("copy/rule").find("rounded up") != std::string::npos);
        at.window.type("Rehearsal");
        at.window.press(ImGuiKey_Enter);
        CHECK_FALSE(at.window.has("copy/name"));
        CHECK(at.window.value("/environments/rehearsal") == "selected");
        CHECK(at.copy().services[1].replicas == 1);                                 // WSGI: of 2
        CHECK(at.copy().services[1].load.arrivals->high.events == Decimal{25, 0});  // of 50
        at.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(at.window.plan() == seed_plan());
        CHECK(at.window.value(kProduction) == "selected");
    }

    TEST_CASE("without a name it is called after the original and its size") {
        Asked at;
        at.window.click("copy/confirm");
        CHECK(at.copy().title == "Production, distributed at half size");
    }

    TEST_CASE("any factor, refused in words while it is none") {
        Asked at;
        at.window.click("copy/size=Another");
        CHECK(at.window.focused() == "copy/factor");
        at.window.type("20");
        CHECK(at.window.label("copy/refused").find("from 0.1 to 10") != std::string::npos);
        CHECK_FALSE(at.window.item("copy/confirm").enabled);
        at.window.press(ImGuiKey_Enter);
        CHECK(at.window.has("copy/factor"));
        CHECK(at.window.plan() == seed_plan());
        at.window.enter("copy/factor", "3");
        CHECK(at.copy().services[1].replicas == 6);
        CHECK(at.copy().servers[0].count == 3);
        CHECK(at.copy().services[3].replicas == 1);  // PostgreSQL stays single
        CHECK(at.copy().title == "Production, distributed at 3 times the size");
    }

    TEST_CASE("the same size is a plain copy; Escape and Cancel make none") {
        Asked at;
        at.window.press(ImGuiKey_Escape);  // the field
        at.window.press(ImGuiKey_Escape);
        CHECK_FALSE(at.window.has("copy/name"));
        CHECK(at.window.plan() == seed_plan());
        at.window.choose_action(kProduction, "scaled-copy");
        at.window.click("copy/cancel");
        CHECK(at.window.plan() == seed_plan());
        at.window.choose_action(kProduction, "scaled-copy");
        at.window.click("copy/size=Same size");
        at.window.click("copy/confirm");
        CHECK(at.copy().services == at.window.plan().environments[3].services);
    }

    TEST_CASE("the palette asks too, and on a phone everything of it is in the window") {
        NullPlatform platform;
        TestWindow window(platform, {.width = 390, .height = 844});
        window.press(ImGuiMod_Ctrl | ImGuiKey_K);
        window.type("another size");
        window.press(ImGuiKey_Enter);
        window.click("copy/size=Another");
        for (const ui::Item& item : window.items()) {
            if (!item.path.starts_with("copy")) continue;
            CHECK_MESSAGE((item.rect.left >= 0 && item.rect.right <= 390), item.path);
        }
    }
}
