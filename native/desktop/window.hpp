// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "window_place.hpp"

struct GLFWwindow;

namespace stowage::desktop {

/// A GLFW window with an OpenGL context and an ImGui context in it. The caller owns the loop.
class Window {
  public:
    /// At its last place, or the nearest to it that is on a screen. Null when there is no display or no
    /// OpenGL 3; `problem` then says why.
    [[nodiscard]] static std::unique_ptr<Window> open(const std::optional<WindowPlace>& last_place,
                                                      std::string& problem);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    [[nodiscard]] GLFWwindow* handle() const { return window_; }
    [[nodiscard]] bool should_close() const;
    /// Where it stands now, for the next start.
    [[nodiscard]] WindowPlace place() const;
    /// How large everything is drawn, in per cent of its usual size.
    [[nodiscard]] int scale() const { return scale_; }
    void set_scale(int percent);
    /// True when an event arrived that the interface may have to answer with frames; at the latest after
    /// `seconds` (infinite: only with an event).
    bool wait_events(double seconds);
    /// `draw` is to draw a frame. It is called by wait_events() for every key that is pressed with modifiers,
    /// while they are held.
    void draw_at_chord(std::function<void()> draw);
    /// Runs `draw` between NewFrame and Render and shows the result.
    void draw_frame(const std::function<void()>& draw);
    /// Paths that were dropped on the window since the last call.
    [[nodiscard]] std::vector<std::string> take_dropped();
    /// Makes wait_events() return. From any thread.
    static void wake();
    /// Monotonic, in seconds.
    [[nodiscard]] static double now();

  private:
    friend struct Callbacks;
    explicit Window(GLFWwindow* window);
    void stand_at(const std::optional<WindowPlace>& last_place);
    void note_place();
    void limit_size();
    void lay_out_in_points();
    [[nodiscard]] float pixels_per_point() const;
    /// GLFW's window coordinates are pixels on some systems and points on others.
    [[nodiscard]] double points_per_coordinate() const;
    /// Tells ImGui where the pointer is, in points.
    void pass_pointer();

    GLFWwindow* window_;
    int scale_ = 100;  ///< per cent
    bool had_event_ = false;
    bool moved_ = true;  ///< or changed its size, since its place was noted
    Area normal_area_;   ///< when it was last not maximised
    std::vector<std::string> dropped_;
    std::function<void()> draw_at_chord_ = [] {};
};

}  // namespace stowage::desktop
