// SPDX-License-Identifier: MIT
//
// Where things are: inside the window, beside each other, large enough to be hit, at every width and for
// every amount of content.
#include <doctest/doctest.h>

#include <algorithm>

#include "fixtures.hpp"
#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;

namespace {

constexpr float kWidths[] = {360, 420, 800, 1280};  // a phone, a large phone, a tablet, a laptop
constexpr const char* kEnvironments[] = {"development", "staging", "production-single",
                                         "production-distributed"};
/// WCAG 2.2, success criterion 2.5.8: the least size of a target, in CSS pixels.
constexpr float kLeastTarget = 24;

bool is_control(const ui::Item& item) {
    switch (item.role) {
        case ui::Role::button:
        case ui::Role::tab:
        case ui::Role::textbox:
        case ui::Role::combobox:
        case ui::Role::checkbox:
        case ui::Role::option:
        case ui::Role::menuitem:
        case ui::Role::link: return true;
        default: return false;
    }
}

/// Part of a bar: as long as what it shows. The list of servers in the service's row does the same, which the
/// criterion accepts ("equivalent").
bool is_segment(const ui::Item& item) { return item.path.find("/segments/") != std::string::npos; }

std::vector<ui::Item> controls(const TestWindow& window) {
    std::vector<ui::Item> found;
    for (const ui::Item& item : window.items()) {
        if (is_control(item)) found.push_back(item);
    }
    return found;
}

bool overlap(const ui::Rect& a, const ui::Rect& b) {
    constexpr float kTouch = 0.5f;  // neighbours may share an edge
    return std::min(a.right, b.right) - std::max(a.left, b.left) > kTouch &&
           std::min(a.bottom, b.bottom) - std::max(a.top, b.top) > kTouch;
}

std::string text_of(const ui::Item& item) {
    const auto number = [](float value) { return std::to_string(static_cast<int>(value)); };
    return item.path + " at " + number(item.rect.left) + ".." + number(item.rect.right) + ", " +
           number(item.rect.top) + ".." + number(item.rect.bottom);
}

void check_no_overlap(const TestWindow& window) {
    const auto items = controls(window);
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (std::size_t j = i + 1; j < items.size(); ++j) {
            CHECK_MESSAGE(!overlap(items[i].rect, items[j].rect), text_of(items[i])
                                                                      << " and " << text_of(items[j]));
        }
    }
}

void check_inside(const TestWindow& window) {
    for (const ui::Item& item : window.items()) {
        CHECK_MESSAGE((item.rect.left >= 0 && item.rect.right <= window.bounds().right), text_of(item));
    }
    // What reaches beyond the window is cut there: its visible rest is narrower than it should be.
    for (const ui::Item& item : controls(window)) {
        if (is_segment(item)) continue;
        CHECK_MESSAGE(item.rect.width() >= kLeastTarget, text_of(item));
    }
}

void check_bar(const TestWindow& window) {
    for (const char* path : {"/name", "toolbar/undo", "toolbar/redo", "toolbar/open", "toolbar/save",
                             "toolbar/template", "toolbar/copy-link", "toolbar/theme", "toolbar/help",
                             "tabs/add", "/environments/development", "/environments/staging",
                             "/environments/production-single", "/environments/production-distributed"}) {
        CHECK_MESSAGE(window.has(path), "not on screen: " << path);
        if (!window.has(path)) continue;
        CHECK_MESSAGE(window.item(path).rect.width() >= kLeastTarget, text_of(window.item(path)));
        CHECK_MESSAGE(window.item(path).rect.height() >= kLeastTarget, text_of(window.item(path)));
    }
}

std::string with_services(int count) {
    std::string text =
        "stowage: 0\nenvironments:\n  a:\n    servers: {s: {cpu: 64, memory: 512GiB}}\n    services:\n";
    for (int i = 1; i <= count; ++i) {
        text += "      service-" + std::to_string(i) + ": {server: s, cpu: 10m, memory: 16MiB}\n";
    }
    return text;
}

}  // namespace

TEST_SUITE("layout") {
    TEST_CASE("the bar and the tabs are complete, inside the window and apart, at every width") {
        for (const float width : kWidths) {
            CAPTURE(width);
            NullPlatform platform;
            TestWindow window(platform, {.width = width});
            check_bar(window);
        }
    }

    TEST_CASE("no two controls overlap and none is cut off, in any environment at any width") {
        for (const float width : kWidths) {
            CAPTURE(width);
            NullPlatform platform;
            TestWindow window(platform, {.width = width, .height = 3'000});
            for (const std::string name : kEnvironments) {
                CAPTURE(name);
                window.click("/environments/" + name);
                check_no_overlap(window);
                check_inside(window);
            }
        }
    }

    TEST_CASE("so it is on every page of the load, with what is typed there, and in the dialog of a curve") {
        for (const float width : kWidths) {
            CAPTURE(width);
            NullPlatform platform;
            TestWindow window(platform, {.width = width, .height = 3'000});
            const auto check = [&] {
                check_no_overlap(window);
                check_inside(window);
            };
            window.click("/environments/production-distributed");
            window.click("load/open");
            window.enter("load/target", "300ms");
            check();
            window.click("load/page=Rules");
            window.enter("load/metric/cpu", "82%");
            window.enter("load/metric/queue", "many");
            check();
            window.click("load/page=A day");
            window.click("load/day/rent");
            check();
            window.click("load/page=Ranges");
            check();
            window.click("load/page=A day");
            window.click("load/day/own");
            check_inside(window);
        }
    }

    TEST_CASE("beside the answer all settings of an environment stand in one line") {
        NullPlatform platform;
        const TestWindow window(platform, {.width = 1280});
        const std::string path = "/environments/development/";
        const float top = window.item(path + "provider").rect.top;
        CHECK(window.item(path + "discount").rect.top == top);
        CHECK(window.item(path + "min_headroom/memory").rect.top == top);
    }

    TEST_CASE("in the widest window figures stay near the name that they are of") {
        NullPlatform platform;
        TestWindow window(platform, {.width = 3840, .height = 2160});
        window.click("/environments/production-single");
        for (const std::string row : {"services/wsgi", "managed/rds"}) {
            const std::string path = "/environments/production-single/" + row;
            const float apart =
                window.item(path + "/more").rect.right - window.item(path + "/title").rect.left;
            CHECK_MESSAGE(apart < 1280, row);  // a third of the window
        }
    }

    TEST_CASE("a menu that grows while it is open stays inside the window") {
        NullPlatform platform;
        TestWindow window(platform, {.width = 1280, .height = 800});
        const std::string server = "/environments/development/servers/dev";
        window.click(server + "/more");
        window.click(server + "/cost/bought");
        REQUIRE(window.has(server + "/cost/purchase"));
        for (const ui::Item& item : window.items())
            CHECK_MESSAGE(item.rect.bottom <= window.bounds().bottom, text_of(item));
        CHECK(window.has(server + "/delete"));
    }

    TEST_CASE("two plans side by side are inside the window, with nothing on top of another") {
        for (const float width : kWidths) {
            CAPTURE(width);
            NullPlatform platform;
            TestWindow window(platform, {.width = width, .height = 6'000});
            window.click("toolbar/save");
            window.click("toolbar/save/baseline");
            window.click("toolbar/save");
            window.click("toolbar/save/baseline");  // one that can be gone back to has a button of its own
            window.click("toolbar/save");
            window.click("toolbar/save/sides");
            REQUIRE(window.has("sides/previous"));
            check_no_overlap(window);
            check_inside(window);
        }
    }

    TEST_CASE("the button that copies the link has its whole name where it shows a part of it") {
        for (const float width : kWidths) {
            NullPlatform platform;
            const TestWindow window(platform, {.width = width});
            CHECK(window.label("toolbar/copy-link") == "Copy link");
        }
        NullPlatform platform;
        const TestWindow narrow(platform, {.width = 800});
        const TestWindow wide(platform, {.width = 1280});
        CHECK(narrow.item("toolbar/copy-link").rect.width() < wide.item("toolbar/copy-link").rect.width());
    }

    TEST_CASE("the comparison of providers is inside the window, with nothing on top of another") {
        for (const float width : kWidths) {
            CAPTURE(width);
            NullPlatform platform;
            TestWindow window(platform, {.width = width, .height = 6'000});
            window.click("/environments/production-single");
            window.click("compare-providers");
            REQUIRE(window.has("compare/title"));
            check_no_overlap(window);
            check_inside(window);
        }
    }

    TEST_CASE("what a narrow window leaves out of the table is in the panel of the service") {
        NullPlatform platform;
        TestWindow window(platform, {.width = 400, .height = 3'000});
        const std::string wsgi = "/environments/development/services/wsgi";
        CHECK_FALSE(window.has(wsgi + "/kind"));
        CHECK_FALSE(window.has(wsgi + "/server"));
        window.choose_action(wsgi, "open");
        CHECK(window.has("panel" + wsgi + "/kind"));
        CHECK(window.has("panel" + wsgi + "/server"));
        check_no_overlap(window);
        check_inside(window);
        window.click("panel/close");
        CHECK(window.has(wsgi + "/cpu"));
    }

    TEST_CASE("the panel of a service of every kind is inside the window, with nothing on top of another") {
        std::string plan =
            "stowage: 0\nenvironments:\n  a:\n    servers: {s: {cpu: 64, memory: 512GiB}}\n    services:\n";
        for (const ServiceKind kind : kServiceKinds) {
            const std::string name(name_of(kind));
            plan += "      " + name + ": {kind: " + name + ", cpu: 1, memory: 1GiB, replicas: 3}\n";
        }
        for (const float width : kWidths) {
            CAPTURE(width);
            NullPlatform platform;
            TestWindow window(platform, {.width = width, .height = 3'000, .plan = plan});
            for (const ServiceKind kind : kServiceKinds) {
                const std::string service = "/environments/a/services/" + std::string(name_of(kind));
                CAPTURE(service);
                window.choose_action(service, "open");
                CHECK(window.has("panel" + service + "/room"));
                check_no_overlap(window);
                check_inside(window);
                window.click("panel/close");
            }
        }
    }

    TEST_CASE("services without a server are told at every width") {
        const std::string plan =
            "stowage: 0\nenvironments:\n  a:\n    servers: {s: {title: " + std::string(80, 'W') +
            ", cpu: 2, memory: 4GiB}}\n    services:\n      big: {title: " + std::string(80, 'W') +
            ", replicas: 3, cpu: 3, memory: 1GiB}\n";
        for (const float width : kWidths) {
            CAPTURE(width);
            NullPlatform platform;
            TestWindow window(platform, {.width = width, .height = 3'000, .plan = plan});
            CHECK(window.has("/environments/a/unplaced/big"));
            check_no_overlap(window);
            check_inside(window);
        }
    }

    TEST_CASE("cost and findings stay in view above the tables of a narrow window") {
        NullPlatform platform;
        TestWindow window(platform, {.width = 400, .height = 700});
        window.click("/environments/staging");
        CHECK(window.label("answer") == "$60.74 a month  \u00B7  1 error, 2 warnings, 3 notes");
    }

    TEST_CASE("a message above the plan does not cover anything") {
        for (const float width : kWidths) {
            CAPTURE(width);
            NullPlatform platform;
            TestWindow window(platform, {.width = width, .height = 3'000});
            window.app().notify(Severity::error, std::string(300, 'x') + " and many more words about it");
            window.wait(0.2);
            CHECK(window.has("notice"));
            check_no_overlap(window);
            check_inside(window);
        }
    }

    TEST_CASE("menus, lists and dialogs are inside the window") {
        for (const float width : kWidths) {
            CAPTURE(width);
            NullPlatform platform;
            TestWindow window(platform, {.width = width});
            const std::string dev = "/environments/development";
            for (const std::string& path :
                 {std::string("toolbar/save"), std::string("toolbar/template"), dev + "/more",
                  dev + "/servers/dev/more", dev + "/servers/dev/instance", dev + "/services/wsgi/more",
                  dev + "/region", std::string("toolbar/help")}) {
                CAPTURE(path);
                if (!window.has(path)) window.reach(path);
                window.click(path);
                check_inside(window);
                window.press(ImGuiKey_Escape);
                window.press(ImGuiKey_Escape);
            }
        }
    }

    TEST_CASE("long names do not push anything out of its place") {
        const std::string name(63, 'n');
        const std::string title(200, 'W');  // the widest letter
        const std::string plan =
            "stowage: 0\nname: " + std::string(200, 'P') + "\nenvironments:\n  " + name +
            ":\n    title: " + title + "\n    provider: aws\n    region: us-east-1\n    servers:\n      " +
            name + ": {title: " + title + ", cpu: 4, memory: 8GiB, instance: t3.large}\n" +
            "    services:\n      " + name + ": {title: " + title + ", server: " + name +
            ", cpu: 5, memory: 9999.5MiB}\n    managed:\n      " + name + ": {title: " + title +
            ", for: " + name + ", instance: db.t3.medium, max_cost: 1000000}\n";
        for (const float width : kWidths) {
            CAPTURE(width);
            NullPlatform platform;
            TestWindow window(platform, {.width = width, .height = 3'000, .plan = plan});
            check_no_overlap(window);
            check_inside(window);
        }
    }

    TEST_CASE("many environments wrap into lines of tabs") {
        std::string plan = "stowage: 0\nenvironments:\n";
        for (int i = 0; i < 30; ++i) plan += "  environment-" + std::to_string(i) + ": {}\n";
        for (const float width : kWidths) {
            CAPTURE(width);
            NullPlatform platform;
            TestWindow window(platform, {.width = width, .height = 2'000, .plan = plan});
            CHECK(window.has("/environments/environment-29"));
            CHECK(window.has("tabs/add"));
            check_no_overlap(window);
            check_inside(window);
        }
    }

    TEST_CASE("of a thousand services only those in view are drawn") {
        // A row is 28 points high and has 7 controls and 2 figures: 800 points show at most 29 rows, 261
        // items, and what stands around them.
        constexpr std::size_t kMost = 320;
        NullPlatform platform;
        TestWindow many(platform, {.height = 800, .plan = with_services(1'000)});
        CHECK(many.items().size() <= kMost);
        check_no_overlap(many);
        CHECK_FALSE(many.has("/environments/a/services/service-1000/cpu"));
        many.reach("/environments/a/services/service-1000/cpu");
        CHECK(many.items().size() <= kMost);
        check_no_overlap(many);
        many.enter("/environments/a/services/service-1000/cpu", "20m");
        CHECK(many.plan().environments[0].services[999].cpu->amount == MilliCpu::millis(20));
    }

    TEST_CASE("of five hundred servers only those in view are drawn") {
        std::string plan = "stowage: 0\nenvironments:\n  a:\n    servers:\n";
        for (int i = 0; i < 500; ++i) plan += "      s" + std::to_string(i) + ": {cpu: 2, memory: 4GiB}\n";
        NullPlatform platform;
        TestWindow window(platform, {.height = 800, .plan = plan});
        CHECK(window.items().size() < 200);
        check_no_overlap(window);
    }

    TEST_CASE("a window that is resized rearranges itself") {
        NullPlatform platform;
        TestWindow window(platform, {.height = 3'000});
        for (const float width : {1'280.0f, 400.0f, 1'280.0f, 360.0f}) {
            CAPTURE(width);
            window.resize(width, 3'000);
            check_bar(window);
            check_no_overlap(window);
            check_inside(window);
        }
    }
}
