// SPDX-License-Identifier: MIT
#include "server_bars.hpp"

#include <algorithm>

#include "../widgets/stacked_bar.hpp"
#include "../widgets/text.hpp"
#include "service_moves.hpp"
#include "stowage/explanation.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/quantity_text.hpp"

namespace stowage::ui {
namespace {

constexpr float kBarLabel = 4.5f;   // em
constexpr float kBarFigure = 8.5f;  // em, right of the bar
constexpr float kLeastBar = 12.0f;  // em: where there is less room the words go above the bar

/// "1.75 GiB free", "over by 1 core".
std::string free_text(const ServerEstimate& figures, Resource resource) {
    const bool over = amount_of(figures.free, resource) < 0;
    return over ? "over by " + show_amount(Resources{} - figures.free, resource)
                : show_amount(figures.free, resource) + " free";
}

/// The resource in the path of its bar.
std::string_view key_of(Resource resource) { return resource == Resource::cpu ? "cpu" : name_of(resource); }

std::string label_of(Resource resource) {
    std::string label(name_of(resource));
    if (resource != Resource::cpu) label[0] = static_cast<char>(label[0] - 'a' + 'A');
    return label;
}

/// "reserved for the operating system: 0.16 cores on 2 machines, each", then the rule with its numbers.
std::string reserve_help(const Shown& shown, std::size_t index, Resource resource) {
    const Server& server = shown.environment.servers[index];
    const ServerEstimate& figures = shown.estimate.servers[index];
    std::string help = "reserved for the operating system: " + show_amount(figures.reserved, resource);
    if (server.count > 1) help += " on " + std::to_string(server.count) + " machines, each";
    const std::string rule =
        explain_reserve(reserve_for(shown.environment, server), figures.machine.size, resource);
    return rule.empty() ? help : help + "\n" + rule;
}

StackedBar bar_of(const PanelContext& context, const Shown& shown, std::size_t index, Resource resource) {
    const ServerEstimate& figures = shown.estimate.servers[index];
    const std::string name(name_of(resource));
    const auto amount = [resource](Resources amounts) {
        return static_cast<double>(amount_of(amounts, resource));
    };
    StackedBar bar;
    bar.label = label_of(shown.environment.servers[index]) + " " + name;
    bar.value = show_amount(figures.used, resource) + " of " +
                show_amount(figures.capacity - figures.reserved, resource) + " used, " +
                free_text(figures, resource);
    bar.capacity = amount(figures.capacity);
    bar.floor = amount(figures.floor);
    bar.free_help = explain_free(figures, resource);
    bar.segments.push_back({"reserve", amount(figures.reserved), 1, context.theme.reserve, true,
                            reserve_help(shown, index, resource)});
    for (const ServiceShare& share : figures.shares) {
        const Service& service = shown.environment.services[share.service];
        std::string help = label_of(service) + ": " + show_amount(share.used, resource);
        if (share.replicas > 1)
            help += " = " + std::to_string(share.replicas) + " replicas x " +
                    show_amount(shown.estimate.needs[share.service].request, resource);
        bar.segments.push_back({label_of(service), amount(share.used), static_cast<int>(share.replicas),
                                context.theme.kind(service.kind), false, help, service.name,
                                context.state.drag.service == service.name});
    }
    return bar;
}

/// "1.75 GiB free" at the right end of the line.
void draw_figure(PanelContext& context, const std::string& path, const ServerEstimate& figures,
                 Resource resource) {
    const bool over = amount_of(figures.free, resource) < 0;
    const TextStyle style(context, TextSize::body, over ? context.theme.error : context.theme.text, over);
    const std::string figure = free_text(figures, resource);
    const float right = ImGui::GetContentRegionAvail().x - width_of(figure);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(right, 0.0f));
    plain_text(figure);
    record_last_item(context, path + "/free", Role::text, figure);
    tooltip(context, explain_free(figures, resource));
}

void draw_label(PanelContext& context, Resource resource) {
    const TextStyle style(context, TextSize::small, context.theme.text_muted);
    plain_text(label_of(resource));
}

/// The bar alone, over `width` points.
void draw_segments(PanelContext& context, const Shown& shown, std::size_t index, Resource resource,
                   const std::string& path, float width) {
    const auto action = stacked_bar(context, path, bar_of(context, shown, index, resource), width);
    if (action) take_up_service(context, *action);
}

void draw_bar(PanelContext& context, const Shown& shown, std::size_t index, Resource resource) {
    const ServerEstimate& figures = shown.estimate.servers[index];
    const std::string path = pointer_to(shown.environment, "servers", shown.environment.servers[index].name) +
                             "/bars/" + std::string(key_of(resource));
    const float top = ImGui::GetCursorPosY();
    const float width = ImGui::GetContentRegionAvail().x;
    if (width < em(kBarLabel + kBarFigure + kLeastBar)) {  // the words above the bar
        draw_label(context, resource);
        ImGui::SameLine(0, 0);
        draw_figure(context, path, figures, resource);
        draw_segments(context, shown, index, resource, path, width);
        return;
    }
    ImGui::SetCursorPosY(top + em(0.22f));
    draw_label(context, resource);
    ImGui::SameLine(ImGui::GetCursorPosX() + em(kBarLabel));
    ImGui::SetCursorPosY(top);
    draw_segments(context, shown, index, resource, path, width - em(kBarLabel + kBarFigure));
    ImGui::SameLine(0, 0);
    ImGui::SetCursorPosY(top + em(0.15f));
    draw_figure(context, path, figures, resource);
}

/// "CPU runs out first; 8.5 GiB of memory cannot be used", below the bars.
void draw_binding(PanelContext& context, const Shown& shown, std::size_t index) {
    const ServerEstimate& figures = shown.estimate.servers[index];
    if (!figures.binding || figures.shares.empty()) return;
    std::string words = capitalised(name_of(*figures.binding)) + " runs out first";
    for (const Resource resource : {Resource::cpu, Resource::memory}) {
        if (amount_of(figures.stranded, resource) <= 0) continue;
        words += "; " + show_amount(figures.stranded, resource) + " cannot be used";
    }
    text(context,
         pointer_to(shown.environment, "servers", shown.environment.servers[index].name) + "/binding",
         {.text = words,
          .size = TextSize::small,
          .muted = true,
          .help =
              "First runs out what has the smallest free share on one of the machines.\nWhat cannot be used "
              "is free, but stranded: services of this environment's mix need more of the other."});
}

}  // namespace

void draw_server_bars(PanelContext& context, const Shown& shown, std::size_t index) {
    for (const Resource resource : kResources) {
        if (shown.estimate.servers[index].machine.limits(resource)) draw_bar(context, shown, index, resource);
    }
    draw_binding(context, shown, index);
}

}  // namespace stowage::ui
