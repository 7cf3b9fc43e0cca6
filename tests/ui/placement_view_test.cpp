// SPDX-License-Identifier: MIT
//
// Moving services between servers: by dragging a part of a bar, or through the list that it opens.
#include <doctest/doctest.h>

#include "test_window.hpp"
#include "web_plan.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

const std::string kDistributed = "/environments/production-distributed";
const std::string kServers = kDistributed + "/servers/";
const std::string kApp = kServers + "app";
const std::string kDb = kServers + "db";
const std::string kWsgi = kDistributed + "/services/wsgi";

/// The template's three servers on screen: app has 9 of 8 cores, db and cache are full.
struct Distributed {
    NullPlatform platform;
    TestWindow window{platform};
    Distributed() { window.click(kDistributed); }

    [[nodiscard]] const Service& service(std::size_t index) const {
        return window.plan().environments[3].services[index];
    }
    [[nodiscard]] const Service& wsgi() const { return service(1); }
};

}  // namespace

TEST_SUITE("dragging") {
    TEST_CASE("a service to another server pins it there, in one step") {
        Distributed at;
        at.window.hold(kApp + "/bars/cpu/segments/wsgi");
        at.window.move_to(kDb + "/bars/memory");
        at.window.release();
        CHECK(at.wsgi().server == "db");
        CHECK(at.window.label(kApp + "/bars/cpu/free") == "3 cores free");    // 8 - 1 - 4
        CHECK(at.window.label(kDb + "/bars/cpu/free") == "over by 4 cores");  // 4 - 4 - 4
        CHECK(at.window.label("toolbar/undo") == "Undo: move WSGI to DB server");
        at.window.click("toolbar/undo");
        CHECK(at.wsgi().server == "app");
        CHECK_FALSE(at.window.item("toolbar/undo").enabled);
    }

    TEST_CASE("the cards tell whether the service would fit") {
        Distributed at;
        CHECK_FALSE(at.window.has(kDb + "/drop"));
        at.window.hold(kApp + "/bars/memory/segments/nginx");
        at.window.move_to(kDb + "/bars/memory");
        CHECK(at.window.label(kApp + "/drop") == "is here");
        CHECK(at.window.label(kDb + "/drop") == "lacks 1 core and 512 MiB");
        at.window.move_to(kApp + "/bars/memory");
        at.window.release();
        CHECK_FALSE(at.window.has(kDb + "/drop"));
        CHECK(at.window.plan() == seed_plan());
    }

    TEST_CASE("Escape lets it go, and the button that is still held does nothing more") {
        Distributed at;
        at.window.hold(kApp + "/bars/cpu/segments/wsgi");
        at.window.move_to(kDb + "/bars/cpu");
        at.window.press(ImGuiKey_Escape);
        CHECK_FALSE(at.window.has(kDb + "/drop"));
        at.window.move_to(kServers + "cache/bars/cpu");
        at.window.release();
        CHECK(at.window.plan() == seed_plan());
        // The next one works.
        at.window.hold(kApp + "/bars/cpu/segments/wsgi");
        at.window.move_to(kDb + "/bars/cpu");
        at.window.release();
        CHECK(at.wsgi().server == "db");
    }

    TEST_CASE("beside the servers changes nothing") {
        Distributed at;
        at.window.hold(kApp + "/bars/cpu/segments/wsgi");
        at.window.move_to(kDistributed + "/cost");
        at.window.release();
        CHECK(at.window.plan() == seed_plan());
    }

    TEST_CASE("to the strip above the servers takes the pin away") {
        Distributed at;
        CHECK_FALSE(at.window.has(kDistributed + "/servers/drop"));
        at.window.hold(kApp + "/bars/cpu/segments/nginx");
        at.window.move_to(kDb + "/bars/cpu");
        at.window.move_to(kDistributed + "/servers/drop");
        at.window.release();
        CHECK(at.service(0).server.empty());
        CHECK(at.window.session().undo_label() == "place Nginx automatically");
    }

    TEST_CASE("comes to rest when it is over") {
        Distributed at;
        at.window.hold(kApp + "/bars/cpu/segments/wsgi");
        at.window.move_to(kDb + "/bars/cpu");
        at.window.release();
        at.window.wait(10);
        const int before = at.window.frames();
        at.window.wait(3'600);
        CHECK(at.window.frames() == before);
    }

    TEST_CASE("takes along what runs together with the service") {
        NullPlatform platform;
        TestWindow window(platform,
                          {.plan = "stowage: 0\nenvironments:\n  a:\n    servers:\n"
                                   "      one: {cpu: 4, memory: 8GiB}\n      two: {cpu: 4, memory: 8GiB}\n"
                                   "    services:\n"
                                   "      web: {server: one, together: pod, cpu: 1, memory: 1GiB}\n"
                                   "      proxy: {server: one, together: pod, cpu: 1, memory: 1GiB}\n"});
        window.hold("/environments/a/servers/one/bars/cpu/segments/web");
        window.move_to("/environments/a/servers/two/bars/cpu");
        window.release();
        CHECK(window.plan().environments[0].services[0].server == "two");
        CHECK(window.plan().environments[0].services[1].server == "two");
    }
}

TEST_SUITE("list of servers") {
    TEST_CASE("is opened by a click and by the right button, and tells what each lacks") {
        for (const ImGuiMouseButton button : {ImGuiMouseButton_Left, ImGuiMouseButton_Right}) {
            CAPTURE(button);
            Distributed at;
            at.window.click(kApp + "/bars/cpu/segments/wsgi", button);
            CHECK(at.window.label(kWsgi + "/move=db") == "DB server");
            CHECK(at.window.value(kWsgi + "/move=db") == "lacks 2 cores and 1.5 GiB each");
            at.window.click(kWsgi + "/move=cache");
            CHECK(at.wsgi().server == "cache");
        }
    }

    TEST_CASE("takes the pin away") {
        Distributed at;
        at.window.click(kApp + "/bars/cpu/segments/wsgi");
        at.window.click(kWsgi + "/move=");
        CHECK(at.wsgi().server.empty());
    }

    TEST_CASE("closes when its service is gone") {
        NullPlatform platform;
        TestWindow window(platform, {.plan = std::string(kWebPlan)});
        window.click("/environments/live/services/add");
        window.click("/environments/live/servers/app/bars/cpu/segments/service");
        CHECK(window.has("/environments/live/services/service/move="));
        window.press(ImGuiMod_Ctrl | ImGuiKey_Z);
        CHECK_FALSE(window.has("/environments/live/services/service/move="));
        window.wait(1);
    }
}

TEST_SUITE("bars") {
    TEST_CASE("of a thousand services on one server offer only the parts that can be hit") {
        std::string plan =
            "stowage: 0\nenvironments:\n  a:\n    servers: {s: {cpu: 4, memory: 8GiB}}\n    services:\n"
            "      big: {server: s, cpu: 2, memory: 1GiB}\n";
        for (int i = 0; i < 1'000; ++i)
            plan += "      w" + std::to_string(i) + ": {server: s, cpu: 1m, memory: 1MiB}\n";
        NullPlatform platform;
        TestWindow window(platform, {.plan = plan});
        int segments = 0;
        for (const ui::Item& item : window.items())
            segments += item.path.find("/segments/") != std::string::npos ? 1 : 0;
        CHECK(segments == 2);  // CPU and memory of the big one
    }
}
