// SPDX-License-Identifier: MIT
#include <cstdio>
#include <cstring>
#include <exception>
#include <memory>
#include <string>

#include "desktop_files.hpp"
#include "platform_glfw.hpp"
#include "stowage/builtin_catalogue.hpp"
#include "stowage/letters.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_template.hpp"
#include "stowage/ui/app.hpp"
#include "stowage/version.hpp"
#include "window.hpp"

namespace {

using namespace stowage;
using namespace stowage::desktop;

constexpr int kUsage = 2;
constexpr int kInternal = 3;
constexpr const char* kHelp =
    "usage: stowage-desktop [PLAN]\n"
    "Opens the planner in a window. PLAN is a file (YAML or JSON), a link or template:NAME; without it the "
    "last plan comes back.\n"
    "STOWAGE_LINK_BASE is the address that copied links begin with.\n";

/// Opens what was named on the command line; a link was opened at the start.
void open_plan(ui::App& app, const std::string& plan) {
    if (plan.empty() || is_link(plan)) return;
    const auto name = template_named_in(plan);
    if (!name) {
        app.open_path(plan);
    } else if (const PlanTemplate* known = find_template(*name)) {
        app.open_text(known->text, "template " + std::string(*name));
    } else {
        app.notify(Severity::error, "There is no template \"" + std::string(*name) + "\".");
    }
}

void run(Window& window, ui::App& app) {
    while (!window.should_close()) {
        const double now = Window::now();
        if (window.wait_events(app.scheduler().next_wake() - now)) app.scheduler().request_frames();
        for (const std::string& path : window.take_dropped()) app.open_path(path);
        if (!app.scheduler().should_draw(Window::now())) continue;
        app.scheduler().begin_frame(Window::now());
        window.draw_frame([&] { app.frame(Window::now()); });
    }
    app.flush();
}

int start(const std::string& plan) {
    auto catalogue = Catalogue::read(assets::catalogue());
    std::string problem;
    const auto window = Window::open(problem);
    if (!window || !catalogue) {
        std::fprintf(stderr, "stowage-desktop: %s\n",
                     window ? to_text(catalogue.error()).c_str() : problem.c_str());
        return kInternal;
    }
    PlatformGlfw platform(window->handle());
    ui::App app(platform, std::make_shared<const Catalogue>(*std::move(catalogue)));
    app.add_letters(assets::font_regular_letters(), assets::font_semibold_letters());
    app.start(is_link(plan) ? plan : "");
    open_plan(app, plan);
    run(*window, app);
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string plan = argc > 1 ? argv[1] : "";
    if (plan == "--help" || plan == "-h") {
        std::fputs(kHelp, stdout);
        return 0;
    }
    if (plan == "--version") {
        std::printf("stowage-desktop %s\n", std::string(version()).c_str());
        return 0;
    }
    if (argc > 2 || plan.starts_with("--")) {
        std::fputs(kHelp, stderr);
        return kUsage;
    }
    try {
        return start(plan);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "stowage-desktop: internal error: %s\n", problem.what());
        return kInternal;
    }
}
