// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <exception>
#include <memory>
#include <optional>
#include <string>

#include "desktop_files.hpp"
#include "platform_glfw.hpp"
#include "stowage/builtin_catalogue.hpp"
#include "stowage/letters.hpp"
#include "stowage/text/link.hpp"
#include "stowage/text/plan_template.hpp"
#include "stowage/ui/app.hpp"
#include "stowage/version.hpp"
#include "termination.hpp"
#include "window.hpp"
#include "window_place.hpp"

namespace {

using namespace stowage;
using namespace stowage::desktop;

constexpr int kUsage = 2;
constexpr int kInternal = 3;
constexpr const char* kWindowKey = "window";
constexpr double kDialogPause = 0.1;  // seconds between two looks whether a file dialog has its answer
constexpr const char* kHelp =
    "usage: stowage-desktop [PLAN]\n"
    "Opens the planner in a window. PLAN is a file (YAML or JSON), a link or template:NAME; without it the "
    "last plan comes back.\n"
    "STOWAGE_LINK_BASE is the address that copied links begin with.\n";

/// Opens what was named on the command line; a link was opened at the start.
void open_plan(ui::App& app, const std::string& plan) {
    if (plan.empty() || is_link(plan)) return;
    const auto name = template_named_in(plan);
    if (plan.find("://") != std::string::npos) {
        app.notify(Severity::error,
                   plan + " holds no plan: the link to a plan goes on with #p= and the plan.");
    } else if (!name) {
        app.open_path(plan);
    } else if (const PlanTemplate* known = find_template(*name)) {
        app.open_text(known->text, "template " + std::string(*name));
    } else {
        app.notify(Severity::error, "There is no template \"" + std::string(*name) + "\".");
    }
}

/// What the user chose in a file dialog of the system.
void take_answer(PlatformGlfw& platform, ui::App& app) {
    const auto answer = platform.take_answer();
    if (!answer) return;
    switch (answer->kind) {
        case DialogAnswer::Kind::open: app.open_path(answer->text); break;
        case DialogAnswer::Kind::save: app.save_to(answer->text); break;
        case DialogAnswer::Kind::problem:
            app.notify(Severity::warning, "There is no file dialog: " + answer->text +
                                              ". Open and Save ask for a path instead from now on.");
            break;
    }
}

void run(Window& window, PlatformGlfw& platform, ui::App& app, const Termination& termination) {
    const auto draw = [&] {
        app.scheduler().begin_frame(Window::now());
        window.draw_frame([&app] { app.frame(Window::now()); });
    };
    window.draw_at_chord(draw);
    while (!window.should_close() && !termination.wanted()) {
        double pause = app.scheduler().next_wake() - Window::now();
        if (platform.has_dialog()) pause = std::min(pause, kDialogPause);
        if (window.wait_events(pause)) app.scheduler().request_frames();
        take_answer(platform, app);
        for (const std::string& path : window.take_dropped()) app.open_path(path);
        if (app.scheduler().should_draw(Window::now())) draw();
    }
    app.flush();
    platform.store(kWindowKey, window_place_text(window.place()));
}

std::optional<WindowPlace> last_place() {
    const auto text = read_file(configuration_folder() / kWindowKey);
    return text ? read_window_place(*text) : std::nullopt;
}

int start(const std::string& plan) {
    const Termination termination(Window::wake);
    auto catalogue = Catalogue::read(assets::catalogue());
    std::string problem;
    const auto window = Window::open(last_place(), problem);
    if (!window || !catalogue) {
        std::fprintf(stderr, "stowage-desktop: %s\n",
                     window ? to_text(catalogue.error()).c_str() : problem.c_str());
        return kInternal;
    }
    PlatformGlfw platform(*window);
    ui::App app(platform, std::make_shared<const Catalogue>(*std::move(catalogue)));
    app.add_letters(assets::font_regular_letters(), assets::font_semibold_letters());
    app.start(is_link(plan) ? plan : "");
    open_plan(app, plan);
    run(*window, platform, app, termination);
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
