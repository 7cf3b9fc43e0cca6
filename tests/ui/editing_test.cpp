// SPDX-License-Identifier: MIT
#include <doctest/doctest.h>

#include "expectations.hpp"
#include "fixtures.hpp"
#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kStaging = "/environments/staging";
const std::string kWsgi = kStaging + "/services/wsgi";
const std::string kServer = kStaging + "/servers/staging";

/// The template with staging on screen: 4 of 4 cores and 6.25 of 8 GiB used.
struct Staging {
    NullPlatform platform;
    TestWindow window{platform};
    Staging() { window.click(kStaging); }
};

}  // namespace

TEST_SUITE("editing") {
    TEST_CASE("a cell that is edited changes the totals") {
        Staging at;
        at.window.enter(kWsgi + "/replicas", "3");  // half a core and 1 GiB more
        CHECK(at.window.value(kWsgi + "/replicas") == "3");
        CHECK(at.window.label(kServer + "/bars/cpu/free") == "over by 0.5 cores");
        CHECK(at.window.label(kServer + "/bars/memory/free") == "768 MiB free");
        CHECK(at.window.label(kStaging + "/findings").starts_with("2 errors, 1 warning"));
    }

    TEST_CASE("what is typed is understood with other units and shown in the plan's") {
        Staging at;
        at.window.enter(kWsgi + "/cpu", "250m");
        CHECK(at.window.value(kWsgi + "/cpu") == "0.25");
        CHECK(at.window.label(kServer + "/bars/cpu/free") == "0.5 cores free");
        at.window.enter(kWsgi + "/memory", "512 MiB");
        CHECK(at.window.label(kServer + "/bars/memory/free") == "2.75 GiB free");
    }

    TEST_CASE("Tab keeps what was typed and goes on to the next cell") {
        Staging at;
        at.window.click(kWsgi + "/replicas");
        at.window.type("3");
        at.window.press(ImGuiKey_Tab);
        CHECK(at.window.value(kWsgi + "/replicas") == "3");
        at.window.type("1");
        at.window.press(ImGuiKey_Enter);
        CHECK(at.window.value(kWsgi + "/cpu") == "1");
        CHECK(at.window.label(kServer + "/bars/cpu/free") == "over by 2 cores");  // 4 - 1 + 3
    }

    TEST_CASE("a click elsewhere keeps what was typed") {
        Staging at;
        at.window.click(kWsgi + "/replicas");
        at.window.type("3");
        at.window.click(kStaging + "/cost");
        CHECK(at.window.session().undo_label() == "set replicas");
        CHECK(at.window.value(kWsgi + "/replicas") == "3");
    }

    TEST_CASE("a click on another tab keeps what was typed") {
        Staging at;
        at.window.click(kWsgi + "/replicas");
        at.window.type("3");
        at.window.click("/environments/development");
        CHECK(at.window.session().undo_label() == "set replicas");
    }

    TEST_CASE("Escape brings the old text back") {
        Staging at;
        at.window.click(kWsgi + "/replicas");
        at.window.type("3");
        CHECK(at.window.value(kWsgi + "/replicas") == "3");
        at.window.press(ImGuiKey_Escape);
        CHECK(at.window.value(kWsgi + "/replicas") == "2");
        CHECK(at.window.session().undo_label().empty());
    }

    TEST_CASE("a wrong value stays in its field with its message, and the plan is unchanged") {
        Staging at;
        at.window.enter(kWsgi + "/memory", "12mb");
        CHECK(at.window.value(kWsgi + "/memory") == "12mb");
        CHECK(at.window.plan() == seed_plan());
        CHECK(at.window.label(kStaging + "/cost") == "$60.74");
        const std::string message = at.window.label("rejected" + kWsgi + "/memory");
        CHECK_MESSAGE(contains(message, "12"), message);
        CHECK_MESSAGE(contains(message, "512MiB"), message);  // what would be accepted
        CHECK(at.window.app().notice().empty());              // the place of the message is the field
    }

    TEST_CASE("a wrong value goes when a right one is typed") {
        Staging at;
        at.window.enter(kWsgi + "/memory", "12mb");
        at.window.enter(kWsgi + "/memory", "2GiB");
        CHECK(at.window.value(kWsgi + "/memory") == "2 GiB");
        CHECK_FALSE(at.window.has("rejected" + kWsgi + "/memory"));
    }

    TEST_CASE("a wrong value goes when the old one is typed again") {
        Staging at;
        at.window.enter(kWsgi + "/memory", "12mb");
        at.window.enter(kWsgi + "/memory", "1 GiB");
        CHECK(at.window.value(kWsgi + "/memory") == "1 GiB");
        CHECK_FALSE(at.window.has("rejected" + kWsgi + "/memory"));
        CHECK(at.window.session().undo_label().empty());
    }

    TEST_CASE("a wrong value goes with Escape") {
        Staging at;
        at.window.enter(kWsgi + "/memory", "12mb");
        at.window.click(kWsgi + "/memory");
        at.window.press(ImGuiKey_Escape);
        CHECK(at.window.value(kWsgi + "/memory") == "1 GiB");
        CHECK_FALSE(at.window.has("rejected" + kWsgi + "/memory"));
    }

    TEST_CASE("the message of a wrong value leads back to its field, from another tab too") {
        Staging at;
        at.window.enter(kWsgi + "/memory", "12mb");
        at.window.click("/environments/development");
        at.window.click("rejected" + kWsgi + "/memory");
        CHECK(at.window.value(kStaging) == "selected");
        at.window.type("2GiB");
        at.window.press(ImGuiKey_Enter);
        CHECK(at.window.value(kWsgi + "/memory") == "2 GiB");
    }

    TEST_CASE("a value is chosen from a list") {
        Staging at;
        at.window.choose(kWsgi + "/kind", "asgi");
        CHECK(at.window.value(kWsgi + "/kind") == "asgi");
        CHECK_FALSE(at.window.has(kWsgi + "/kind=asgi"));  // the list has closed
        at.window.choose(kWsgi + "/server", "");
        CHECK(at.window.value(kWsgi + "/server") == "automatic");
    }

    TEST_CASE("a reserve rule is chosen, and its keep is taken off what is free") {
        Staging at;  // 4 cores and 8 GiB
        at.window.choose(kStaging + "/reserved", "aks");
        CHECK(at.window.value(kStaging + "/reserved") == "AKS");
        CHECK(at.window.label(kServer + "/bars/cpu/free") == "over by 0.14 cores");  // 4 of 4 are used
        at.window.choose(kStaging + "/reserved", "");
        CHECK(at.window.label(kServer + "/bars/cpu/free") == "0 cores free");
    }

    TEST_CASE("own figures of a reserve lead to two fields, the first ready to be filled in") {
        Staging at;
        CHECK_FALSE(at.window.has(kStaging + "/reserved/cpu"));
        at.window.choose(kStaging + "/reserved", "own");
        CHECK(at.window.value(kStaging + "/reserved") == "own figures");
        CHECK(at.window.focused() == kStaging + "/reserved/cpu");
        at.window.enter(kStaging + "/reserved/cpu", "250m");
        at.window.enter(kStaging + "/reserved/memory", "512MiB");
        CHECK(at.window.label(kServer + "/bars/cpu/free") == "over by 0.25 cores");
        CHECK(at.window.label(kServer + "/bars/memory/free") == "1.25 GiB free");  // of 1.75
        at.window.choose(kStaging + "/reserved", "own");  // once more: the figures stay
        CHECK(at.window.value(kStaging + "/reserved/cpu") == "0.25");
    }

    TEST_CASE("a server's menu has a reserve of its own, which replaces the environment's") {
        Staging at;
        at.window.choose(kStaging + "/reserved", "host");
        at.window.click(kServer + "/more");
        CHECK(at.window.value(kServer + "/reserved") == "as the environment");
        at.window.choose(kServer + "/reserved", "own");
        at.window.enter(kServer + "/reserved/memory", "1GiB");
        CHECK(at.window.label(kServer + "/bars/memory/free") == "768 MiB free");
        CHECK(at.window.label(kServer + "/bars/cpu/free") == "0 cores free");
    }

    TEST_CASE("a machine type is chosen from the region's list, with a filter") {
        Staging at;
        at.window.click(kServer + "/instance");
        at.window.type("C6A.x");  // in any case
        CHECK(at.window.has(kServer + "/instance=c6a.xlarge"));
        CHECK_FALSE(at.window.has(kServer + "/instance=t3.large"));
        at.window.click(kServer + "/instance=c6a.xlarge");
        CHECK(at.window.value(kServer + "/instance") == "c6a.xlarge");
        // c6a.xlarge carries 4 cores without bursting: only the headroom is left to complain about.
        CHECK(at.window.label(kStaging + "/findings").starts_with("1 warning"));
    }

    TEST_CASE("settings without a column are in the panel of the service") {
        Staging at;
        at.window.click(kWsgi + "/settings");
        at.window.enter(kWsgi + "/memory_limit", "2GiB");
        CHECK(at.window.plan().environments[1].services[1].memory_limit == Bytes::gib(2));
    }

    TEST_CASE("the plan and its environments are named in place") {
        Staging at;
        at.window.enter("/name", "Our shop");
        CHECK(at.platform.title == "Our shop - Stowage");
        at.window.enter(kStaging + "/title", "Acceptance test");
        CHECK(at.window.label("/environments/acceptance-test") == "Acceptance test");
        CHECK(at.window.value("/environments/acceptance-test") == "selected");
    }

    TEST_CASE("a note is edited where it stands") {
        Staging at;
        at.window.click(kStaging + "/note");
        at.window.type("rehearsal only");
        at.window.press(ImGuiKey_Enter);
        CHECK(at.window.value(kStaging + "/note") == "rehearsal only");
        CHECK(at.window.plan().environments[1].note == "rehearsal only");
    }
}

TEST_SUITE("undo and redo") {
    TEST_CASE("by button, which says what it takes back") {
        Staging at;
        CHECK_FALSE(at.window.item("toolbar/undo").enabled);
        CHECK_FALSE(at.window.item("toolbar/redo").enabled);
        at.window.enter(kWsgi + "/replicas", "3");
        CHECK(at.window.label("toolbar/undo") == "Undo: set replicas");
        at.window.click("toolbar/undo");
        CHECK(at.window.value(kWsgi + "/replicas") == "2");
        CHECK_FALSE(at.window.item("toolbar/undo").enabled);
        CHECK(at.window.label("toolbar/redo") == "Redo: set replicas");
        at.window.click("toolbar/redo");
        CHECK(at.window.value(kWsgi + "/replicas") == "3");
    }

    TEST_CASE("by Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y") {
        Staging at;
        at.window.enter(kWsgi + "/replicas", "3");
        at.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(at.window.value(kWsgi + "/replicas") == "2");
        at.window.press(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z);
        CHECK(at.window.value(kWsgi + "/replicas") == "3");
        at.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        at.window.press(ImGuiMod_Ctrl | ImGuiKey_Y);
        CHECK(at.window.value(kWsgi + "/replicas") == "3");
    }

    TEST_CASE("every step once, in order") {
        Staging at;
        at.window.enter(kWsgi + "/replicas", "3");
        at.window.enter(kWsgi + "/cpu", "2");
        at.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(at.window.value(kWsgi + "/cpu") == "0.5");
        CHECK(at.window.value(kWsgi + "/replicas") == "3");
        at.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(at.window.plan() == seed_plan());
    }

    TEST_CASE("Ctrl+Z in a field takes back typing, not the plan") {
        Staging at;
        at.window.enter(kWsgi + "/replicas", "3");
        at.window.click(kWsgi + "/cpu");
        at.window.type("7");
        at.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);  // the 7
        at.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);  // what it replaced
        CHECK(at.window.typing());
        CHECK(at.window.value(kWsgi + "/cpu") == "0.5");
        CHECK(at.window.value(kWsgi + "/replicas") == "3");
    }

    TEST_CASE("they show the environment where the change was made") {
        Staging at;
        at.window.enter(kWsgi + "/replicas", "3");
        at.window.click("/environments/development");
        at.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(at.window.value(kStaging) == "selected");
    }
}
