// SPDX-License-Identifier: MIT
#include <imgui.h>

#include <memory>
#include <utility>

#include "benchmark_plans.hpp"
#include "benchmarks.hpp"
#include "null_platform.hpp"
#include "null_renderer.hpp"
#include "stowage/builtin_catalogue.hpp"
#include "stowage/text/plan_template.hpp"
#include "stowage/text/plan_text.hpp"
#include "stowage/ui/app.hpp"

namespace stowage::bench {
namespace {

/// The interface at the size of a laptop's window, on no screen.
class Window {
  public:
    explicit Window(std::string_view plan) : context_(ImGui::CreateContext()) {
        use();
        ImGuiIO& io = ImGui::GetIO();
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        io.DisplaySize = {1280, 800};
        app_ = std::make_unique<ui::App>(
            platform_, std::make_shared<const Catalogue>(*Catalogue::read(assets::catalogue())));
        app_->open_text(plan, "plan");
        io.AddMousePosEvent(400, 500);          // over the tables
        for (int i = 0; i < 10; ++i) frame(0);  // glyphs are rasterised when they are first used
    }
    ~Window() {
        use();
        app_.reset();
        ImGui::DestroyContext(context_);
    }
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Scrolls the tables to their end, where the services are, and back by a few screens.
    void scroll_to_services() {
        for (int i = 0; i < 10; ++i) frame(-10'000);
        for (int i = 0; i < 200; ++i) frame(1);
    }
    /// Clicks the first CPU request on screen, types another one and presses Enter, until it is shown. No
    /// time passes in which the figures of the change could be worked out.
    std::size_t edit() {
        use();
        const double step = std::exchange(step_, 0.0);
        ImGuiIO& io = ImGui::GetIO();
        const ui::Rect field = cpu_request();
        io.AddMousePosEvent((field.left + field.right) / 2, (field.top + field.bottom) / 2);
        frame(0);
        for (const bool down : {true, false}) {
            io.AddMouseButtonEvent(ImGuiMouseButton_Left, down);
            frame(0);
        }
        io.AddInputCharactersUTF8(++turns_ % 2 == 0 ? "150m" : "250m");
        frame(0);
        for (const bool down : {true, false}) {
            io.AddKeyEvent(ImGuiKey_Enter, down);
            frame(0);
        }
        step_ = step;
        return static_cast<std::size_t>(app_->session().revision());
    }

    /// Draws one frame in which the wheel turns, and gives its vertices.
    std::size_t frame(float wheel) {
        use();
        ImGuiIO& io = ImGui::GetIO();
        io.DeltaTime = 1.0f / 60;
        if (wheel != 0) io.AddMouseWheelEvent(0, wheel);
        ImGui::NewFrame();
        app_->frame(now_ += step_);
        ImGui::Render();
        test::take_textures();
        return static_cast<std::size_t>(ImGui::GetDrawData()->TotalVtxCount);
    }
    /// Down and up again, so that there is always something left to scroll.
    std::size_t scroll() { return frame(++turns_ % 200 < 100 ? -1.0f : 1.0f); }

  private:
    [[nodiscard]] ui::Rect cpu_request() const {
        for (const ui::Item& item : app_->items().items()) {
            if (item.path.find("/services/") != std::string::npos && item.path.ends_with("/cpu"))
                return item.rect;
        }
        return {};
    }

    void use() const { ImGui::SetCurrentContext(context_); }

    test::NullPlatform platform_;
    ImGuiContext* context_;
    std::unique_ptr<ui::App> app_;
    double now_ = 100.0;
    double step_ = 1.0 / 60;  ///< from frame to frame
    int turns_ = 0;
};

}  // namespace

std::vector<Benchmark> frame_benchmarks() {
    const auto seed = std::make_shared<Window>(plan_templates().front().text);
    const auto pools = std::make_shared<Window>(write_plan_yaml(plain_plan(10'000, 2'000, false)));
    const std::string cards = write_plan_yaml(spread_plan(10'000, 2'000));
    const auto servers = std::make_shared<Window>(cards);
    const auto services = std::make_shared<Window>(cards);
    services->scroll_to_services();
    return {
        {"frame/template", [seed] { return seed->frame(0); }},
        {"frame/10000_services_pools", [pools] { return pools->scroll(); }},
        {"frame/2000_servers_scrolling", [servers] { return servers->scroll(); }},
        {"frame/10000_services_scrolling", [services] { return services->scroll(); }},
        {"edit/10000_services", [services] { return services->edit(); }},
    };
}

}  // namespace stowage::bench
