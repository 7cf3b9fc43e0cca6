// SPDX-License-Identifier: MIT
#include "load_work.hpp"

#include "../widgets/button.hpp"
#include "../widgets/text.hpp"

namespace stowage::ui {

void draw_calculate(PanelContext& context, const std::string& path, AskedWork& work, const LoadFigures& known,
                    std::string_view doing) {
    const std::string reason = "This environment is large: " + std::to_string(known.placed) +
                               " services, replicas and machines are " + std::string(doing) +
                               ". That takes a while, so it is done when you ask for it.";
    text(context, path + "/reason", {.text = reason, .muted = true, .wrap = true}, Role::status);
    gap(0.3f);
    const bool pressed =
        button(context, path + "/calculate", {.label = "Calculate", .style = ButtonStyle::framed});
    gap(0.1f);  // the frame of the button is not cut where a region ends with it
    if (!pressed) return;
    work = {true, false};
    context.state.working = true;
}

void draw_work(PanelContext& context, const std::string& path, AskedWork& work, std::int64_t done,
               std::int64_t all, std::string_view unit) {
    const std::string count = std::to_string(done) + " of " + std::to_string(all) + " " + std::string(unit);
    ImGui::AlignTextToFramePadding();
    text(context, path + "/progress", {.text = count, .size = TextSize::small, .muted = true}, Role::status);
    ImGui::SameLine(0, em(0.7f));
    const char* label = work.stopped ? "Go on" : "Stop";
    if (button(context, path + "/stop", {.label = label, .style = ButtonStyle::framed}))
        work.stopped = !work.stopped;
    if (!work.stopped) context.state.working = true;
}

}  // namespace stowage::ui
