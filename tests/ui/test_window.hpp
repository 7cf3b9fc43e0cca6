// SPDX-License-Identifier: MIT
#pragma once

#include <imgui.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "null_platform.hpp"
#include "stowage/ui/app.hpp"

namespace stowage::test {

struct WindowSetup {
    float width = 1280;
    float height = 1400;     ///< tall: all of the template is in view
    std::string location{};  ///< the address that the page was opened with
    std::string plan{};      ///< opened at once, as a file
};

/// The interface in a window that exists in memory only, and a user in front of it: events go through Dear
/// ImGui's own queue, frames are drawn when the scheduler wants them and never else, and what the user sees
/// is read from the item registry. A path is that of the registry; without such an item the test fails.
class TestWindow {
  public:
    explicit TestWindow(NullPlatform& platform, const WindowSetup& setup = {});
    ~TestWindow();
    TestWindow(const TestWindow&) = delete;
    TestWindow& operator=(const TestWindow&) = delete;

    [[nodiscard]] ui::App& app() { return *app_; }
    [[nodiscard]] const Session& session() const { return app_->session(); }
    [[nodiscard]] const Plan& plan() const { return session().plan(); }
    /// Frames drawn so far.
    [[nodiscard]] int frames() const { return frames_; }
    /// Windows of Dear ImGui in the last frame: one more when a tooltip or a list is shown.
    [[nodiscard]] static int layers();
    [[nodiscard]] double now() const { return now_; }
    [[nodiscard]] ui::Rect bounds() const;

    /// What is on screen.
    [[nodiscard]] const std::vector<ui::Item>& items() const { return app_->items().items(); }
    [[nodiscard]] bool has(std::string_view path) const { return app_->items().find(path) != nullptr; }
    [[nodiscard]] ui::Item item(std::string_view path) const;
    [[nodiscard]] std::string label(std::string_view path) const { return item(path).label; }
    [[nodiscard]] std::string value(std::string_view path) const { return item(path).value; }
    /// The path of the widget of that label; the first of several.
    [[nodiscard]] std::string path_of(std::string_view label) const;
    /// The path of the widget with the keyboard focus; empty without one.
    [[nodiscard]] std::string focused() const;
    /// True while a field takes what is typed.
    [[nodiscard]] bool typing() const;

    void move_to(std::string_view path);
    void move_to(ImVec2 point);
    void click(std::string_view path, ImGuiMouseButton button = ImGuiMouseButton_Left);
    /// Presses the left button there, or lets it go wherever the pointer is.
    void hold(std::string_view path);
    void release();
    /// Chooses a value of a field with a list.
    void choose(std::string_view path, std::string_view option);
    /// Opens the menu of an element and presses one of its lines: "duplicate", "delete" ...
    void choose_action(const std::string& element, std::string_view action);
    void type(std::string_view text);
    /// Presses and releases a key, with modifiers where given: ImGuiMod_Ctrl | ImGuiKey_Z.
    void press(ImGuiKeyChord chord);
    /// Clicks the field, replaces its text and presses Enter.
    void enter(std::string_view path, std::string_view text);
    /// Scrolls the tables, then the answer, until the item is in view.
    void reach(std::string_view path);
    /// Turns the wheel by so many lines where the pointer is; down: negative.
    void turn_wheel(float lines);
    void resize(float width, float height);
    /// Lets time pass without events.
    void wait(double seconds);
    /// Draws a single frame, due or not.
    void draw();

  private:
    void settle();
    void event();

    NullPlatform& platform_;
    ImGuiContext* context_;
    std::unique_ptr<ui::App> app_;
    double now_ = 100.0;  // an arbitrary start: the interface must not rely on a clock that begins with 0
    double last_frame_ = 100.0;
    int frames_ = 0;
};

}  // namespace stowage::test
