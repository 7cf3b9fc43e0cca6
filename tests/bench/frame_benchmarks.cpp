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

    /// Draws one frame in which the wheel turns, and gives its vertices.
    std::size_t frame(float wheel) {
        use();
        ImGuiIO& io = ImGui::GetIO();
        io.DeltaTime = 1.0f / 60;
        if (wheel != 0) io.AddMouseWheelEvent(0, wheel);
        ImGui::NewFrame();
        app_->frame(now_ += 1.0 / 60);
        ImGui::Render();
        test::take_textures();
        return static_cast<std::size_t>(ImGui::GetDrawData()->TotalVtxCount);
    }
    /// Up and down again, so that there is always something left to scroll.
    std::size_t scroll() { return frame(++turns_ % 200 < 100 ? -1.0f : 1.0f); }

  private:
    void use() const { ImGui::SetCurrentContext(context_); }

    test::NullPlatform platform_;
    ImGuiContext* context_;
    std::unique_ptr<ui::App> app_;
    double now_ = 100.0;
    int turns_ = 0;
};

}  // namespace

std::vector<Benchmark> frame_benchmarks() {
    const auto seed = std::make_shared<Window>(plan_templates().front().text);
    const auto large = std::make_shared<Window>(write_plan_yaml(plain_plan(10'000, 2'000, false)));
    return {
        {"frame/template", [seed] { return seed->frame(0); }},
        {"frame/10000_services_scrolling", [large] { return large->scroll(); }},
    };
}

}  // namespace stowage::bench
