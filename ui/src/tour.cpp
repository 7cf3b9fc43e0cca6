// SPDX-License-Identifier: MIT
#include "tour.hpp"

#include <algorithm>
#include <array>

#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "stowage/text/plan_template.hpp"

namespace stowage::ui {
namespace {

struct TourStep {
    std::string_view title;
    std::string_view words;
    std::string_view
        place;  ///< what it stands beside: the first widget whose path has all the parts, see points_at()
};

constexpr std::array kSteps{
    TourStep{
        "Environments",
        "Development, staging, production: each is a tab with servers and services of its own. A mark on "
        "the tab tells the worst that was found there.",
        ""},
    TourStep{"Servers and what is on them",
             "A bar shows what services take, what is kept for the system and what is free. Drag a part to "
             "another server to move the service.",
             "/segments/"},
    TourStep{"Change any figure",
             "Press a figure and type; Tab goes to the next. All that follows from it is there at once, and "
             "Ctrl+Z takes it back.",
             "/replicas"},
    TourStep{"What it costs, and what is wrong",
             "The bill of a month, and findings by how bad they are. Press one to go to its place, or the "
             "button below it to mend it.",
             "findings/0"},
    TourStep{"Send it",
             "The link holds the whole plan, and nothing is sent to a server. Ctrl+K finds everything else, "
             "F1 is help.",
             "toolbar/copy-link"},
};

constexpr float kTourWidth = 24.0f;  // em

const Item* place_of(const PanelContext& context, const TourStep& step) {
    std::string tab;
    if (const auto selected = context.session.selected())
        tab = pointer_to({ElementKind::environment, context.session.plan().environments[*selected].name});
    const auto& items = context.items.items();
    const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) {
        return step.place.empty() ? item.path == tab : item.path.find(step.place) != std::string::npos;
    });
    return found == items.end() ? nullptr : &*found;
}

void frame_place(const PanelContext& context, const Rect& rect) {
    const float gap = em(0.2f);
    ImGui::GetForegroundDrawList()->AddRect({rect.left - gap, rect.top - gap},
                                            {rect.right + gap, rect.bottom + gap},
                                            to_u32(context.theme.accent), em(0.3f), 0, em(0.14f));
}

/// Below the place, or above it where the window ends; in the middle for a place that is not in view.
void put_beside(const Item* item, float width) {
    const ImGuiViewport& view = *ImGui::GetMainViewport();
    if (item == nullptr) return ImGui::SetNextWindowPos(view.GetCenter(), ImGuiCond_Always, {0.5f, 0.5f});
    const float left = std::clamp(item->rect.left, em(1), std::max(em(1), view.Size.x - width - em(1)));
    const bool below = item->rect.bottom < view.Size.y * 0.6f;
    const float top = below ? item->rect.bottom + em(0.6f) : item->rect.top - em(0.6f);
    ImGui::SetNextWindowPos({left, top}, ImGuiCond_Always, {0, below ? 0.0f : 1.0f});
}

void draw_buttons(PanelContext& context, std::size_t step) {
    Tour& tour = context.state.tour;
    const bool last = step + 1 == kSteps.size();
    if (button(context, "tour/next", {.label = last ? "Done" : "Next", .style = ButtonStyle::primary})) {
        if (last) {
            context.want(Command::end_tour);
        } else {
            tour.step = step + 1;
        }
    }
    ImGui::SameLine(0, em(0.4f));
    if (button(context, "tour/back", {.label = "Back", .style = ButtonStyle::framed, .enabled = step > 0}))
        tour.step = step - 1;
    if (last) return;
    ImGui::SameLine(0, em(0.4f));
    if (button(context, "tour/skip", {.label = "Skip the tour"})) context.want(Command::end_tour);
}

void draw_step(PanelContext& context, std::size_t step) {
    const std::string count = std::to_string(step + 1) + " of " + std::to_string(kSteps.size());
    text(context, "tour", {.text = kSteps[step].title, .size = TextSize::heading, .strong = true},
         Role::heading);
    text(context, "tour/count", {.text = count, .size = TextSize::small, .muted = true});
    gap(0.3f);
    text(context, "tour/words", {.text = kSteps[step].words, .wrap = true}, Role::status);
    gap(0.7f);
    draw_buttons(context, step);
}

void start_empty(PanelContext& context) {
    const PlanTemplate* blank = find_template("blank");
    if (blank != nullptr) context.want(OpenText{std::string(blank->text), "template blank"});
    context.want(Command::end_tour);
}

}  // namespace

void draw_introduction(PanelContext& context) {
    if (!context.state.tour.offered) return;
    text(context, "introduction",
         {.text = "What fits on which server, how much room is left, when to scale and what a month costs. "
                  "This is an "
                  "example: change any figure.",
          .muted = true,
          .wrap = true});
    if (button(context, "introduction/tour", {.label = "Show me around", .style = ButtonStyle::framed}))
        context.want(Command::start_tour);
    ImGui::SameLine(0, em(0.4f));
    if (button(context, "introduction/empty",
               {.label = "Start empty",
                .style = ButtonStyle::framed,
                .hint = "An empty environment instead of the example. Undo brings it back."}))
        start_empty(context);
    ImGui::SameLine(0, em(0.4f));
    if (button(context, "introduction/dismiss", {.label = "Got it"})) context.want(Command::end_tour);
    gap(0.5f);
}

void draw_tour(PanelContext& context) {
    const auto step = context.state.tour.step;
    if (!step) return;
    const Item* item = place_of(context, kSteps[*step]);
    if (item != nullptr) frame_place(context, item->rect);
    const float width = std::min(em(kTourWidth), ImGui::GetMainViewport()->Size.x - em(2));
    put_beside(item, width);
    ImGui::SetNextWindowSize({width, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(em(1.1f), em(1.0f)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ImGui::GetStyle().PopupRounding);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, em(0.1f));  // it stands on surfaces of its own colour
    ImGui::PushStyleColor(ImGuiCol_WindowBg, to_vec4(context.theme.surface));
    ImGui::PushStyleColor(ImGuiCol_Border, to_vec4(context.theme.accent));
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize;
    if (ImGui::Begin("##tour", nullptr, kFlags)) draw_step(context, *step);
    ImGui::End();
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(3);
}

}  // namespace stowage::ui
