// SPDX-License-Identifier: MIT
//
// Services that found no server, each with what every server lacks.
#include <algorithm>

#include "../widgets/text.hpp"
#include "panel_context.hpp"
#include "service_moves.hpp"
#include "stowage/explanation.hpp"
#include "stowage/plan_pointer.hpp"

namespace stowage::ui {
namespace {

constexpr std::size_t kUnplacedMostServices = 6;  // the findings and the report tell them all
constexpr std::size_t kMostRefusals = 3;

/// "App server lacks 1 core; DB server lacks 2 cores; 4 more".
std::string reasons(const Environment& environment, const Unplaced& unplaced) {
    if (unplaced.refusals.empty()) return "there is no server to take it";
    std::string text;
    for (std::size_t i = 0; i < std::min(unplaced.refusals.size(), kMostRefusals); ++i) {
        const Refusal& refusal = unplaced.refusals[i];
        text += (i == 0 ? "" : "; ") + label_of(environment.servers[refusal.server]) + " " +
                explain_refusal(refusal);
    }
    if (unplaced.refusals.size() > kMostRefusals)
        text += "; " + std::to_string(unplaced.refusals.size() - kMostRefusals) + " more";
    return text;
}

void draw_service(PanelContext& context, const Shown& shown, const Unplaced& unplaced) {
    const Service& service = shown.environment.services[unplaced.service];
    const std::string path = pointer_to(shown.environment) + "/unplaced/" + service.name;
    BarSegment chip;
    chip.label = label_of(service);
    chip.colour = context.theme.kind(service.kind);
    chip.help = label_of(service) + ": " + std::to_string(unplaced.replicas) + " of " +
                std::to_string(service.replicas) + " without a server";
    chip.key = service.name;
    chip.lifted = context.state.drag.service == service.name;
    if (const auto action = segment_chip(context, path, chip)) take_up_service(context, *action);
    ImGui::SameLine(0, em(0.7f));
    const std::string count =
        std::to_string(unplaced.replicas) +
        (service.replicas == 1 ? " replica" : " of " + std::to_string(service.replicas) + " replicas");
    field_label(context, count);
    text(
        context, path + "/why",
        {.text = reasons(shown.environment, unplaced), .size = TextSize::small, .muted = true, .wrap = true});
    gap(0.3f);
}

}  // namespace

void draw_unplaced(PanelContext& context, const Shown& shown) {
    const std::vector<Unplaced>& all = shown.estimate.placement.unplaced;
    if (all.empty()) return;
    const std::string path = pointer_to(shown.environment) + "/unplaced";
    const Card card(context, path.c_str(), context.theme.error, path);
    if (!card.visible()) return;
    text(context, path, {.text = "Without a server", .strong = true}, Role::heading);
    gap(0.2f);
    for (std::size_t i = 0; i < std::min(all.size(), kUnplacedMostServices); ++i)
        draw_service(context, shown, all[i]);
    if (all.size() <= kUnplacedMostServices) return;
    const std::string rest =
        std::to_string(all.size() - kUnplacedMostServices) + " more services: the findings tell them.";
    text(context, path + "/more", {.text = rest, .muted = true, .wrap = true}, Role::status);
}

}  // namespace stowage::ui
