// SPDX-License-Identifier: MIT
//
// Nothing is drawn unless something changed. Times are those of an invented clock.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "test_window.hpp"

using namespace stowage;
using namespace stowage::test;
using ui::FrameScheduler;

namespace {

/// Draws every frame that is due at `now`, and counts them.
int drawn_at(FrameScheduler& scheduler, double now) {
    int count = 0;
    while (scheduler.should_draw(now)) {
        scheduler.begin_frame(now);
        ++count;
    }
    return count;
}

}  // namespace

TEST_SUITE("frame scheduler") {
    TEST_CASE("begins with the frames of an event, then rests") {
        FrameScheduler scheduler;
        CHECK(scheduler.next_wake() == 0.0);
        CHECK(drawn_at(scheduler, 1.0) == FrameScheduler::kFramesAfterEvent);
        CHECK_FALSE(scheduler.should_draw(1e9));
        CHECK(std::isinf(scheduler.next_wake()));
    }

    TEST_CASE("tells how many frames are due, so that a platform may show the last of them alone") {
        FrameScheduler scheduler;
        drawn_at(scheduler, 0);
        CHECK(scheduler.frames_due() == 0);
        scheduler.request_frames();
        CHECK(scheduler.frames_due() == 3);
        scheduler.begin_frame(1);
        CHECK(scheduler.frames_due() == 2);
        scheduler.request_at(5);
        CHECK(scheduler.frames_due() == 2);
    }

    TEST_CASE("an event is worth three frames, two events at once no more") {
        FrameScheduler scheduler;
        drawn_at(scheduler, 0);
        scheduler.request_frames();
        scheduler.request_frames();
        CHECK(drawn_at(scheduler, 1.0) == 3);
        scheduler.request_frames(5);
        scheduler.request_frames(1);
        CHECK(drawn_at(scheduler, 1.0) == 5);
    }

    TEST_CASE("a frame that is wanted later is drawn then, once") {
        FrameScheduler scheduler;
        drawn_at(scheduler, 0);
        scheduler.request_at(2.0);
        CHECK(scheduler.next_wake() == 2.0);
        CHECK(drawn_at(scheduler, 1.99) == 0);
        CHECK(drawn_at(scheduler, 2.0) == 1);
        CHECK(std::isinf(scheduler.next_wake()));
    }

    TEST_CASE("of several later frames the earliest counts") {
        FrameScheduler scheduler;
        drawn_at(scheduler, 0);
        scheduler.request_at(3.0);
        scheduler.request_at(2.0);
        scheduler.request_at(std::numeric_limits<double>::infinity());
        CHECK(scheduler.next_wake() == 2.0);
    }

    TEST_CASE("a frame that is drawn anyway before does not use up a later one") {
        FrameScheduler scheduler;
        drawn_at(scheduler, 0);
        scheduler.request_at(2.0);
        scheduler.request_frames(1);
        CHECK(drawn_at(scheduler, 1.0) == 1);
        CHECK(scheduler.next_wake() == 2.0);
    }

    TEST_CASE("later frames are withdrawn by whoever asks for them anew") {
        FrameScheduler scheduler;
        drawn_at(scheduler, 0);
        scheduler.request_at(2.0);
        scheduler.withdraw_later();
        CHECK(drawn_at(scheduler, 9.0) == 0);
        scheduler.request_at(10.0);
        CHECK(scheduler.next_wake() == 10.0);
    }

    TEST_CASE("what a frame asks for while it is drawn counts from then on") {
        FrameScheduler scheduler;
        drawn_at(scheduler, 0);
        scheduler.request_at(2.0);
        scheduler.begin_frame(2.0);
        scheduler.request_at(2.0 + 0.4);
        CHECK(scheduler.next_wake() == 2.4);
    }
}

TEST_SUITE("frames of the interface") {
    TEST_CASE("none while idle") {
        NullPlatform platform;
        TestWindow window(platform);
        const int before = window.frames();
        window.wait(3'600);
        CHECK(window.frames() == before);
    }

    TEST_CASE("none while idle after an edit has been saved") {
        NullPlatform platform;
        TestWindow window(platform);
        window.enter("/environments/development/services/wsgi/replicas", "3");
        window.wait(10);
        const int before = window.frames();
        window.wait(3'600);
        CHECK(window.frames() == before);
    }

    TEST_CASE("none with the pointer resting on something that has a tooltip, once that is shown") {
        NullPlatform platform;
        TestWindow window(platform);
        window.move_to("/name");
        window.move_to("/environments/development/cost");
        window.wait(2);
        const int before = window.frames();
        window.wait(3'600);
        CHECK(window.frames() == before);
    }

    TEST_CASE("a tooltip gets the frames that it needs to appear and no more") {
        NullPlatform platform;
        TestWindow window(platform);
        window.move_to("/name");
        window.move_to("/environments/development/cost");
        const int before = window.frames();
        const int layers = window.layers();
        window.wait(2);
        CHECK(window.layers() == layers + 1);
        CHECK(window.frames() - before <= 6);
    }

    TEST_CASE("so does that of what the keyboard has come to, with the pointer elsewhere") {
        NullPlatform platform;
        TestWindow window(platform);
        window.move_to(ImVec2{1, 1});  // nothing is there
        window.wait(2);
        const int layers = window.layers();
        while (window.focused() != "toolbar/help") {
            REQUIRE(window.frames() < 1'000);
            window.press(ImGuiKey_Tab);
        }
        const int before = window.frames();
        window.wait(2);
        CHECK(window.layers() == layers + 1);
        CHECK(window.frames() - before <= 6);
    }

    TEST_CASE("an event draws a handful") {
        NullPlatform platform;
        TestWindow window(platform);
        const int before = window.frames();
        window.press(ImGuiKey_F5);  // means nothing here
        CHECK(window.frames() - before <= 4 * FrameScheduler::kFramesAfterEvent);
    }

    TEST_CASE("the caret of a field blinks with less than six frames a second") {
        NullPlatform platform;
        TestWindow window(platform);
        window.click("/environments/development/services/wsgi/replicas");
        window.wait(1);
        const int before = window.frames();
        window.wait(10);
        CHECK(window.frames() - before > 10);  // it does blink
        CHECK(window.frames() - before < 60);
    }

    TEST_CASE("a field that is left takes the next blink of its caret along") {
        NullPlatform platform;
        TestWindow window(platform);
        window.click("/environments/development/services/wsgi/replicas");
        window.wait(3);  // its explanation has come, and asks for nothing more
        window.press(ImGuiKey_Escape);
        const int before = window.frames();
        window.wait(10);
        CHECK(window.frames() == before);
    }

    TEST_CASE("dialogs come to rest as well") {
        NullPlatform platform;
        TestWindow window(platform);
        window.press(ImGuiKey_F1);
        window.wait(2);
        const int before = window.frames();
        window.wait(3'600);
        CHECK(window.frames() == before);
    }

    TEST_CASE("a message from outside is drawn at once") {
        NullPlatform platform;
        TestWindow window(platform);
        window.app().notify(Severity::info, "The file was dropped.");
        CHECK(window.app().scheduler().next_wake() == 0.0);
        window.wait(0.1);
        CHECK(window.label("notice") == "The file was dropped.");
    }
}
