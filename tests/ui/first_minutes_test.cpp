// SPDX-License-Identifier: MIT
//
// What a newcomer does first: begin, type figures, take them back, follow what the answer says.
#include <doctest/doctest.h>

#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kLive = "/environments/live";
const std::string kWeb = kLive + "/services/web";

struct Web {
    NullPlatform platform;
    TestWindow window{platform, {.plan = std::string(kWebPlan)}};

    [[nodiscard]] const Environment& live() const { return window.plan().environments.front(); }
};

/// A platform on which nobody has been yet.
struct FirstVisit : NullPlatform {
    FirstVisit() { storage.clear(); }
};

}  // namespace

TEST_SUITE("undo in a field") {
    TEST_CASE("that was not changed is that of the plan, and the field stays entered with the new text") {
        Web web;
        web.window.enter(kWeb + "/replicas", "5");
        web.window.click(kWeb + "/replicas");
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(web.live().services[0].replicas == 2);
        CHECK(web.window.typing());
        CHECK(web.window.value(kWeb + "/replicas") == "2");
        web.window.press(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z);
        CHECK(web.live().services[0].replicas == 5);
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Y);
        CHECK(web.live().services[0].replicas == 5);
        web.window.type("7");
        web.window.press(ImGuiKey_Enter);
        CHECK(web.live().services[0].replicas == 7);
    }

    TEST_CASE("is that of the field while it was changed, and that of the plan when it is as before") {
        Web web;
        web.window.enter(kWeb + "/replicas", "5");
        web.window.click(kWeb + "/cpu");
        web.window.type("7");
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);  // what the 7 replaced
        CHECK(web.live().services[0].replicas == 5);
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(web.live().services[0].replicas == 2);
    }

    TEST_CASE("redo of what was typed there comes before that of the plan") {
        Web web;
        web.window.enter(kWeb + "/replicas", "5");
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        web.window.click(kWeb + "/cpu");
        web.window.type("7");
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Y);
        CHECK(web.live().services[0].replicas == 2);
    }

    TEST_CASE("of an element that was just added takes it away, and the keys go on working") {
        Web web;
        web.window.click(kLive + "/services/add");
        REQUIRE(web.window.typing());
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(web.live().services.size() == 3);
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Y);
        CHECK(web.live().services.size() == 4);
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_K);
        CHECK(web.window.has("palette/field"));
    }
}

TEST_SUITE("a bare number in a field") {
    TEST_CASE("has the unit that stood there") {
        Web web;
        web.window.enter(kWeb + "/memory", "4");
        CHECK(web.window.value(kWeb + "/memory") == "4 GiB");
        web.window.enter(kLive + "/services/jobs/memory", "640");
        CHECK(web.window.value(kLive + "/services/jobs/memory") == "640 MiB");
    }

    TEST_CASE("is told what is accepted where nothing stood") {
        Web web;
        web.window.enter(kLive + "/min_headroom/memory", "2");
        CHECK(web.window.label("rejected" + kLive + "/min_headroom/memory").find("Accepted: ") !=
              std::string::npos);
    }
}

TEST_SUITE("beginning") {
    TEST_CASE("a first visit may start empty, and undo brings the example back") {
        FirstVisit platform;
        TestWindow window(platform);
        const Plan example = window.plan();
        CHECK(window.label("introduction/empty") == "Start empty");
        window.click("introduction/empty");
        CHECK_FALSE(window.has("introduction"));
        REQUIRE(window.plan().environments.size() == 1);
        CHECK(window.plan().environments[0].servers.empty());
        window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(window.plan() == example);
        CHECK(platform.storage.at("tour") == "done");
    }

    TEST_CASE("the buttons of the introduction find room on the narrowest window") {
        FirstVisit platform;
        TestWindow window(platform, {.width = 360, .height = 800});
        CHECK(window.item("introduction/dismiss").rect.right <= 360);
    }

    TEST_CASE("New offers the example and an empty plan") {
        Web web;
        CHECK(web.window.label("toolbar/template") == "New");
        web.window.click("toolbar/template");
        CHECK(web.window.label("toolbar/template/blank") == "One empty environment");
        web.window.click("toolbar/template/blank");
        CHECK(web.live().servers.empty());
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(web.window.plan() == web_plan());
    }
}

TEST_SUITE("the answer leads on") {
    TEST_CASE("findings stand right below the cost") {
        NullPlatform platform;
        TestWindow window(platform);
        window.click("/environments/staging");
        const float findings = window.item("findings/0").rect.top;
        CHECK(findings > window.item("/environments/staging/cost").rect.bottom);
        CHECK(findings < window.item("/environments/staging/tightest").rect.top);
    }

    TEST_CASE("on a phone its line leads down to the first finding") {
        NullPlatform platform;
        TestWindow window(platform, {.width = 390, .height = 844});
        window.click("/environments/staging");
        CHECK_FALSE(window.has("findings/0"));
        window.click("answer");
        CHECK(window.focused() == "findings/0");
        CHECK(window.item("findings/0").rect.bottom <= 844);
    }

    TEST_CASE("beside the panel of a service it leads back to the findings, by keyboard too") {
        NullPlatform platform;
        TestWindow window(platform);
        window.click("/environments/staging");
        window.click("/environments/staging/services/wsgi/settings");
        for (int i = 0; i < 120 && window.focused() != "answer"; ++i) window.press(ImGuiKey_Tab);
        window.press(ImGuiKey_Enter);
        CHECK(window.focused() == "findings/0");
    }

    TEST_CASE("without findings there is nowhere to go") {
        NullPlatform platform;
        const std::string plan = "stowage: 0\nenvironments: {a: {}}\n";
        TestWindow window(platform, {.width = 390, .height = 844, .plan = plan});
        CHECK(window.item("answer").role == ui::Role::status);
    }

    TEST_CASE("what runs out first leads to that size of the server") {
        NullPlatform platform;
        TestWindow window(platform);
        const std::string distributed = "/environments/production-distributed";
        window.click(distributed);
        window.click(distributed + "/tightest");  // App server CPU, over by 1 core
        CHECK(window.focused() == distributed + "/servers/app/cpu");
    }
}

TEST_SUITE("figures of the load that are missing") {
    TEST_CASE("are told in the panel of a service, which leads to the first of them") {
        Web web;
        web.window.click(kWeb + "/settings");
        const std::string missing = "panel" + kWeb + "/load/missing";
        web.window.reach(missing);
        CHECK(web.window.label(missing) == "Response times need arrivals and a service time.");
        web.window.click(missing);
        CHECK(web.window.focused() == "panel" + kWeb + "/load/arrivals");
        web.window.type("20/s");
        web.window.press(ImGuiKey_Enter);
        CHECK(web.window.label(missing) == "Response times need a service time.");
        web.window.click(missing);
        web.window.type("80ms");
        web.window.press(ImGuiKey_Enter);
        CHECK_FALSE(web.window.has(missing));
    }

    TEST_CASE("a load that does not grow leads to its growth") {
        Web web;
        web.window.click(kWeb + "/settings");
        web.window.reach("panel" + kWeb + "/load/arrivals");
        web.window.enter("panel" + kWeb + "/load/arrivals", "20/s");
        web.window.click("panel/close");
        web.window.reach("load/open");
        web.window.click("load/open");
        web.window.reach("load/growth");
        CHECK(web.window.label("load/growth") == "No load grows. State the growth of one, such as 6%/month.");
        web.window.click("load/growth");
        CHECK(web.window.focused() == kWeb + "/load/growth");
        web.window.type("6%/month");
        web.window.press(ImGuiKey_Enter);
        CHECK(web.live().services[0].load.growth.has_value());
    }
}

TEST_SUITE("a machine of another size") {
    TEST_CASE("that is larger is told on the server, and its size is taken in one step") {
        Web web;  // app: 4 cores, 8 GiB
        const std::string app = kLive + "/servers/app";
        CHECK_FALSE(web.window.has(app + "/take-size"));
        web.window.click(app + "/instance");
        web.window.type("c6a.2xlarge");
        web.window.click(app + "/instance=c6a.2xlarge");
        CHECK(web.window.label(app + "/size") == "Larger than planned");
        web.window.click(app + "/take-size");
        CHECK(web.window.value(app + "/cpu") == "8");
        CHECK(web.window.value(app + "/memory") == "16 GiB");
        CHECK_FALSE(web.window.has(app + "/take-size"));
        CHECK(web.window.label("toolbar/undo") == "Undo: Take the size of c6a.2xlarge");
        web.window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK(web.window.value(app + "/cpu") == "4");
    }

    TEST_CASE("that is smaller is a finding, told once, and its size can be taken as well") {
        NullPlatform platform;
        TestWindow window(platform);
        window.click("/environments/staging");  // t3.large for 4 cores and 8 GiB
        const std::string server = "/environments/staging/servers/staging";
        CHECK_FALSE(window.has(server + "/size"));
        window.click(server + "/take-size");
        CHECK(window.value(server + "/cpu") == "2");
        CHECK(window.value(server + "/memory") == "8 GiB");
    }

    TEST_CASE("a size that follows the machine has nothing to take") {
        NullPlatform platform;
        const std::string plan =
            "stowage: 0\nenvironments: {a: {provider: aws, region: us-east-1, servers: {s: {instance: "
            "c6a.large}}}}\n";
        const TestWindow window(platform, {.plan = plan});
        CHECK_FALSE(window.has("/environments/a/servers/s/take-size"));
    }
}

TEST_SUITE("room on the screen") {
    TEST_CASE("the button that adds an environment stands beside a tab, however many there are") {
        for (int width = 360; width <= 900; width += 10) {
            CAPTURE(width);
            NullPlatform platform;
            const TestWindow window(platform, {.width = static_cast<float>(width), .height = 844});
            const ui::Rect last = window.item("/environments/production-distributed").rect;
            const ui::Rect add = window.item("tabs/add").rect;
            CHECK(add.top < last.bottom);
            CHECK(add.right <= static_cast<float>(width));
        }
    }

    TEST_CASE("in the widest window bars are no longer than tables, with the answer beside them") {
        NullPlatform platform;
        TestWindow window(platform, {.width = 3840, .height = 2160});
        window.click("/environments/production-single");
        const ui::Rect bar = window.item("/environments/production-single/servers/production/bars/cpu").rect;
        CHECK(bar.width() < 1280);
        CHECK(window.item("/environments/production-single/cost").rect.right < 1800);
    }
}
