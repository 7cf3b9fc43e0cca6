// SPDX-License-Identifier: MIT
#include "window.hpp"

#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "stowage/ui/frame_scheduler.hpp"

namespace stowage::desktop {
namespace {

constexpr int kWidth = 1240;
constexpr int kHeight = 860;
constexpr int kLeastWidth = 360;
constexpr int kLeastHeight = 300;

std::string glfw_problem() {
    const char* text = nullptr;
    glfwGetError(&text);
    return text == nullptr ? "no window system" : text;
}

}  // namespace

std::unique_ptr<Window> Window::open(std::string& problem) {
    if (glfwInit() != GLFW_TRUE) {
        problem = glfw_problem();
        return nullptr;
    }
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);  // the oldest that imgui's backend takes
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);  // macOS gives no other
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
    GLFWwindow* window = glfwCreateWindow(kWidth, kHeight, "Stowage", nullptr, nullptr);
    if (window == nullptr) {
        problem = glfw_problem();
        glfwTerminate();
        return nullptr;
    }
    return std::unique_ptr<Window>(new Window(window));
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
            note(w);
            ImGui_ImplGlfw_KeyCallback(w, key, code, action, mods);
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
        glfwSetWindowContentScaleCallback(handle, [](GLFWwindow* w, float, float) { note(w); });
        glfwSetDropCallback(handle, [](GLFWwindow* w, int count, const char** paths) {
            Window& window = note(w);
            for (int i = 0; i < count; ++i) window.dropped_.emplace_back(paths[i]);
        });
    }
};

Window::Window(GLFWwindow* window) : window_(window) {
    glfwMakeContextCurrent(window);
    glfwSwapInterval(1);
    glfwSetWindowSizeLimits(window, kLeastWidth, kLeastHeight, GLFW_DONT_CARE, GLFW_DONT_CARE);
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

double Window::now() { return glfwGetTime(); }

bool Window::wait_events(double seconds) {
    had_event_ = false;
    if (seconds <= 0) {
        glfwPollEvents();
    } else if (std::isinf(seconds)) {
        glfwWaitEvents();
    } else {
        glfwWaitEventsTimeout(seconds);
    }
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
    return std::max(x, 1.0f);
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
