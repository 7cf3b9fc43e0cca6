// SPDX-License-Identifier: MIT
#include "window.hpp"

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "stowage/ui/frame_scheduler.hpp"

namespace stowage::desktop {
namespace {

constexpr int kWidth = 1360;  // every column has room
constexpr int kHeight = 860;
constexpr int kLeastWidth = 360;
constexpr int kLeastHeight = 300;

std::string glfw_problem() {
    const char* text = nullptr;
    glfwGetError(&text);
    return text == nullptr ? "no window system" : text;
}

/// A key that means something else without the modifiers that are held.
bool is_chord(int key, int modifiers, bool has_character) {
    if (key >= GLFW_KEY_LEFT_SHIFT && key <= GLFW_KEY_RIGHT_SUPER) return false;  // one of them itself
    constexpr int kOfShortcuts = GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SUPER;
    return (modifiers & (has_character ? kOfShortcuts : kOfShortcuts | GLFW_MOD_SHIFT)) != 0;
}

/// The parts of the screens that windows may cover, the primary screen first.
std::vector<Area> screens() {
    int count = 0;
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    std::vector<Area> areas;
    for (int i = 0; i < count; ++i) {
        Area area;
        glfwGetMonitorWorkarea(monitors[i], &area.x, &area.y, &area.width, &area.height);
        if (area.width > 0 && area.height > 0) areas.push_back(area);
    }
    return areas;
}

}  // namespace

std::unique_ptr<Window> Window::open(const std::optional<WindowPlace>& last_place, std::string& problem) {
    if (glfwInit() != GLFW_TRUE) {
        problem = glfw_problem();
        return nullptr;
    }
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);  // the oldest that imgui's backend takes
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);  // macOS gives no other
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);              // until it has its place
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "stowage");  // by which desktops find the name and the icon
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, "stowage");
    GLFWwindow* window = glfwCreateWindow(kWidth, kHeight, "Stowage", nullptr, nullptr);
    if (window == nullptr) {
        problem = glfw_problem();
        glfwTerminate();
        return nullptr;
    }
    std::unique_ptr<Window> opened(new Window(window));
    opened->stand_at(last_place);
    return opened;
}

void Window::stand_at(const std::optional<WindowPlace>& last_place) {
    Area area;
    glfwGetWindowSize(window_, &area.width, &area.height);  // the scale of the screen is in it
    glfwGetWindowPos(window_, &area.x, &area.y);
    if (last_place) area = last_place->area;
    Area frame;  // how far title bar and borders reach beyond the content
    glfwGetWindowFrameSize(window_, &frame.x, &frame.y, &frame.width, &frame.height);
    const Area whole = on_screen({area.x - frame.x, area.y - frame.y, area.width + frame.x + frame.width,
                                  area.height + frame.y + frame.height},
                                 screens());
    normal_area_ = {whole.x + frame.x, whole.y + frame.y, whole.width - frame.x - frame.width,
                    whole.height - frame.y - frame.height};
    glfwSetWindowSize(window_, normal_area_.width, normal_area_.height);
    // A new window goes where the window manager puts it.
    if (last_place) glfwSetWindowPos(window_, normal_area_.x, normal_area_.y);
    if (last_place && last_place->maximised) glfwMaximizeWindow(window_);
    glfwShowWindow(window_);
}

WindowPlace Window::place() const {
    return {normal_area_, glfwGetWindowAttrib(window_, GLFW_MAXIMIZED) == GLFW_TRUE};
}

void Window::note_place() {
    if (!std::exchange(moved_, false)) return;
    if (glfwGetWindowAttrib(window_, GLFW_MAXIMIZED) == GLFW_TRUE) return;
    if (glfwGetWindowAttrib(window_, GLFW_ICONIFIED) == GLFW_TRUE) return;
    glfwGetWindowPos(window_, &normal_area_.x, &normal_area_.y);
    glfwGetWindowSize(window_, &normal_area_.width, &normal_area_.height);
}

/// The least size is one in points too: text of twice the size needs twice the window.
void Window::limit_size() {
    const double coordinates = 1.0 / points_per_coordinate();
    glfwSetWindowSizeLimits(window_, static_cast<int>(kLeastWidth * coordinates),
                            static_cast<int>(kLeastHeight * coordinates), GLFW_DONT_CARE, GLFW_DONT_CARE);
}

/// Every callback notes that something happened and passes it on to ImGui, in points.
struct Callbacks {
    static Window& window_of(GLFWwindow* handle) {
        return *static_cast<Window*>(glfwGetWindowUserPointer(handle));
    }
    static Window& note(GLFWwindow* handle) {
        Window& window = window_of(handle);
        window.had_event_ = true;
        return window;
    }
    static void install(GLFWwindow* handle) {
        glfwSetCursorPosCallback(handle, [](GLFWwindow* w, double x, double y) {
            const double points = note(w).points_per_coordinate();
            ImGui_ImplGlfw_CursorPosCallback(w, x * points, y * points);
        });
        glfwSetMouseButtonCallback(handle, [](GLFWwindow* w, int button, int action, int mods) {
            note(w);
            ImGui_ImplGlfw_MouseButtonCallback(w, button, action, mods);
        });
        glfwSetScrollCallback(handle, [](GLFWwindow* w, double x, double y) {
            note(w);
            ImGui_ImplGlfw_ScrollCallback(w, x, y);
        });
        glfwSetKeyCallback(handle, [](GLFWwindow* w, int key, int code, int action, int mods) {
            const Window& window = note(w);
            // Where + stands elsewhere than beside Backspace its key bears the name of what stands there on a
            // US keyboard.
            const char* name = glfwGetKeyName(key, code);
            const bool plus = name != nullptr && std::string_view(name) == "+";
            ImGui_ImplGlfw_KeyCallback(w, plus ? GLFW_KEY_KP_ADD : key, code, action, mods);
            // ImGui asks for the modifiers once a frame: a quick hand has let them go by then, where frames
            // take long.
            if (action != GLFW_RELEASE && is_chord(key, mods, name != nullptr)) window.draw_at_chord_();
        });
        glfwSetCharCallback(handle, [](GLFWwindow* w, unsigned character) {
            note(w);
            ImGui_ImplGlfw_CharCallback(w, character);
        });
        glfwSetCursorEnterCallback(handle, [](GLFWwindow* w, int entered) {
            note(w);
            ImGui_ImplGlfw_CursorEnterCallback(w, entered);
        });
        glfwSetWindowFocusCallback(handle, [](GLFWwindow* w, int focused) {
            note(w);
            ImGui_ImplGlfw_WindowFocusCallback(w, focused);
        });
        glfwSetFramebufferSizeCallback(handle, [](GLFWwindow* w, int, int) { note(w); });
        glfwSetWindowRefreshCallback(handle, [](GLFWwindow* w) { note(w); });
        glfwSetWindowContentScaleCallback(handle, [](GLFWwindow* w, float, float) { note(w).limit_size(); });
        // Moving changes nothing that is drawn.
        glfwSetWindowPosCallback(handle, [](GLFWwindow* w, int, int) { window_of(w).moved_ = true; });
        glfwSetWindowSizeCallback(handle, [](GLFWwindow* w, int, int) { note(w).moved_ = true; });
        glfwSetDropCallback(handle, [](GLFWwindow* w, int count, const char** paths) {
            Window& window = note(w);
            for (int i = 0; i < count; ++i) window.dropped_.emplace_back(paths[i]);
        });
    }
};

Window::Window(GLFWwindow* window) : window_(window) {
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    limit_size();
    glfwSetWindowUserPointer(window, this);
    ImGui::CreateContext();
    Callbacks::install(window);
    constexpr bool kInstallCallbacks = false;  // ours call ImGui's
    ImGui_ImplGlfw_InitForOpenGL(window, kInstallCallbacks);
    ImGui_ImplOpenGL3_Init("#version 150");
}

Window::~Window() {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
    glfwDestroyWindow(window_);
    glfwTerminate();
}

bool Window::should_close() const { return glfwWindowShouldClose(window_) == GLFW_TRUE; }

void Window::draw_at_chord(std::function<void()> draw) { draw_at_chord_ = std::move(draw); }

double Window::now() { return glfwGetTime(); }

void Window::wake() { glfwPostEmptyEvent(); }

bool Window::wait_events(double seconds) {
    had_event_ = false;
    if (seconds <= 0) {
        glfwPollEvents();
    } else if (std::isinf(seconds)) {
        glfwWaitEvents();
    } else {
        glfwWaitEventsTimeout(seconds);
    }
    note_place();
    return had_event_;
}

double Window::points_per_coordinate() const {
    int width = 0;
    int framebuffer = 0;
    int ignored = 0;
    glfwGetWindowSize(window_, &width, &ignored);
    glfwGetFramebufferSize(window_, &framebuffer, &ignored);
    const double scale = static_cast<double>(pixels_per_point());
    return width > 0 ? static_cast<double>(framebuffer) / width / scale : 1.0;
}

float Window::pixels_per_point() const {
    float x = 1.0f;
    float y = 1.0f;
    glfwGetWindowContentScale(window_, &x, &y);
    return std::max(x, 1.0f) * static_cast<float>(scale_) / 100.0f;
}

void Window::set_scale(int percent) {
    scale_ = percent;
    limit_size();
    pass_pointer();  // it stays where it is, which is another point now
}

void Window::pass_pointer() {
    double x = 0;
    double y = 0;
    glfwGetCursorPos(window_, &x, &y);
    const double points = points_per_coordinate();
    ImGui_ImplGlfw_CursorPosCallback(window_, x * points, y * points);
}

/// The interface is laid out in points everywhere; ImGui rasterises text at the framebuffer's scale.
void Window::lay_out_in_points() {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    const float scale = pixels_per_point();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width) / scale, static_cast<float>(height) / scale};
    io.DisplayFramebufferScale = {scale, scale};
    io.DeltaTime = std::min(io.DeltaTime, static_cast<float>(ui::kLongestStep));
}

std::vector<std::string> Window::take_dropped() { return std::exchange(dropped_, {}); }

void Window::draw_frame(const std::function<void()>& draw) {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
    const bool focused = glfwGetWindowAttrib(window_, GLFW_FOCUSED) == GLFW_TRUE;
    const bool hovered = glfwGetWindowAttrib(window_, GLFW_HOVERED) == GLFW_TRUE;
    if (focused && !hovered)
        pass_pointer();  // the backend has looked for it outside, and not told it in points
    lay_out_in_points();
    ImGui::NewFrame();
    draw();
    ImGui::Render();
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_, &width, &height);
    glViewport(0, 0, width, height);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    glfwSwapBuffers(window_);
}

}  // namespace stowage::desktop
