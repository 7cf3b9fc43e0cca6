// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <limits>

namespace stowage::ui {

/// In seconds: what a platform tells Dear ImGui at most of a pause between two frames, so that a pause does
/// not count as time for its animations.
inline constexpr double kLongestStep = 0.1;

/// Decides when the next frame is drawn: nothing is drawn unless something changed. Pure: it is told the time
/// and never asks for it. Times are seconds of the platform's monotonic clock.
class FrameScheduler {
  public:
    /// An event needs more than one frame: Dear ImGui lays out popups in the second and settles hover in the
    /// third.
    static constexpr int kFramesAfterEvent = 3;

    void request_frames(int count = kFramesAfterEvent) { pending_ = std::max(pending_, count); }
    /// One frame not before `time`: a caret that blinks, a tooltip that is due.
    void request_at(double time) { wake_at_ = std::min(wake_at_, time); }
    /// Withdraws every request_at(), for whoever then asks anew for what is still wanted.
    void withdraw_later() { wake_at_ = kNever; }

    [[nodiscard]] bool should_draw(double now) const { return pending_ > 0 || now >= wake_at_; }
    /// How many frames in a row are still to be drawn for what has happened.
    [[nodiscard]] int frames_due() const { return pending_; }
    /// Tells that a frame is about to be drawn; what it asks for counts from now on.
    void begin_frame(double now) {
        if (pending_ > 0) --pending_;
        if (now >= wake_at_) wake_at_ = kNever;
    }
    /// When should_draw() becomes true: 0 for at once, infinite for not before the next event.
    [[nodiscard]] double next_wake() const { return pending_ > 0 ? 0.0 : wake_at_; }

  private:
    static constexpr double kNever = std::numeric_limits<double>::infinity();
    int pending_ = kFramesAfterEvent;
    double wake_at_ = kNever;
};

}  // namespace stowage::ui
