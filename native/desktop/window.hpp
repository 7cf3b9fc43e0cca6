// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

struct GLFWwindow;

namespace stowage::desktop {

/// A GLFW window with an OpenGL context and an ImGui context in it. The caller owns the loop.
class Window {
  public:
    /// Null when there is no display or no OpenGL 3; `problem` then says why.
    [[nodiscard]] static std::unique_ptr<Window> open(std::string& problem);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    [[nodiscard]] GLFWwindow* handle() const { return window_; }
    [[nodiscard]] bool should_close() const;
    /// True when an event arrived that the interface may have to answer with frames; at the latest after
    /// `seconds` (infinite: only with an event).
    bool wait_events(double seconds);
    /// Runs `draw` between NewFrame and Render and shows the result.
    void draw_frame(const std::function<void()>& draw);
    /// Paths that were dropped on the window since the last call.
    [[nodiscard]] std::vector<std::string> take_dropped();
    /// Monotonic, in seconds.
    [[nodiscard]] static double now();

  private:
    friend struct Callbacks;
    explicit Window(GLFWwindow* window);
    void lay_out_in_points();
    [[nodiscard]] float pixels_per_point() const;
    /// GLFW's window coordinates are pixels on some systems and points on others.
    [[nodiscard]] double points_per_coordinate() const;

    GLFWwindow* window_;
    bool had_event_ = false;
    std::vector<std::string> dropped_;
};

}  // namespace stowage::desktop
