// SPDX-License-Identifier: MIT
#include "service_moves.hpp"

#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/choice_field.hpp"
#include "../widgets/drag.hpp"
#include "../widgets/text.hpp"
#include "stowage/move.hpp"
#include "stowage/plan_pointer.hpp"

namespace stowage::ui {
namespace {

constexpr float kMenuWidth = 27.0f;  // em

std::optional<std::size_t> dragged(const PanelContext& context, const Shown& shown) {
    if (!is_dragging(context)) return std::nullopt;
    return index_of(shown.environment.services, context.state.drag.service);
}

/// Pins the service, and what runs together with it, to a server; an empty name lets any server take it.
void want_move(PanelContext& context, const Shown& shown, const Service& service, const std::string& server) {
    const Server* target = find_named(shown.environment.servers, server);
    Fix move;
    move.label = target == nullptr ? "place " + label_of(service) + " automatically"
                                   : "move " + label_of(service) + " to " + label_of(*target);
    for (const Service& other : shown.environment.services) {
        const bool together = !service.together.empty() && other.together == service.together;
        if (&other != &service && !together) continue;
        move.edits.push_back({pointer_to(shown.environment, "services", other.name) + "/server", server});
    }
    context.want(ApplyFix{std::move(move)});
}

/// What it would mean for a service to be pinned to a server.
struct Landing {
    enum class Kind { here, fits, lacks };
    Kind kind{};
    std::string words;  ///< "fits", "lacks 1 core"
};

Landing landing_of(const Shown& shown, std::size_t service, std::size_t server) {
    if (shown.environment.services[service].server == shown.environment.servers[server].name)
        return {Landing::Kind::here, "is here"};
    const MoveRoom room =
        room_after_move(shown.environment, shown.estimate, static_cast<std::uint32_t>(service),
                        static_cast<std::uint32_t>(server));
    return {room.fits() ? Landing::Kind::fits : Landing::Kind::lacks, show_move_room(room)};
}

Colour colour_of(const PanelContext& context, Landing::Kind kind) {
    switch (kind) {
        case Landing::Kind::here: return context.theme.text_muted;
        case Landing::Kind::fits: return context.theme.accent;
        case Landing::Kind::lacks: return context.theme.warning;
    }
    return context.theme.text_muted;
}

void draw_server_line(PanelContext& context, const Shown& shown, std::size_t index, std::size_t server) {
    const Service& service = shown.environment.services[index];
    const Server& target = shown.environment.servers[server];
    const Landing landing = landing_of(shown, index, server);
    const std::string path = pointer_to(shown.environment, "services", service.name) + "/move=" + target.name;
    if (menu_item(context, path, label_of(target), {landing.words, colour_of(context, landing.kind)},
                  landing.kind == Landing::Kind::here))
        want_move(context, shown, service, target.name);
}

void draw_menu_lines(PanelContext& context, const Shown& shown, std::size_t index) {
    const Service& service = shown.environment.services[index];
    list_heading(context, "Move " + label_of(service) + " to");
    ImGui::Dummy({std::min(em(kMenuWidth), ImGui::GetMainViewport()->Size.x - em(3)), 0});
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(shown.environment.servers.size()),
                  ImGui::GetFrameHeight() + ImGui::GetStyle().ItemSpacing.y);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_server_line(context, shown, index, static_cast<std::size_t>(i));
    }
    const std::string path = pointer_to(shown.environment, "services", service.name) + "/move=";
    if (menu_item(context, path, "wherever it fits (automatic)", true, service.server.empty()))
        want_move(context, shown, service, {});
}

void draw_move_menu(PanelContext& context, const Shown& shown) {
    constexpr const char* kName = "##move-service";
    MoveMenu& menu = context.state.move_menu;
    if (menu.service.empty()) return;
    if (menu.opening) ImGui::OpenPopup(kName);
    menu.opening = false;
    ImGui::SetNextWindowPos({menu.anchor.left, menu.anchor.bottom + em(0.2f)}, ImGuiCond_Appearing);
    ImGui::SetNextWindowSizeConstraints({0, 0}, {em(40), em(26)});
    if (!ImGui::BeginPopup(kName)) {
        menu.service.clear();
        return;
    }
    if (const auto service = index_of(shown.environment.services, menu.service)) {
        draw_menu_lines(context, shown, *service);
    } else {
        ImGui::CloseCurrentPopup();  // taken away, by undo for example
    }
    ImGui::EndPopup();
}

std::string what_happens(const PanelContext& context, const Shown& shown, std::size_t service) {
    const auto& target = context.state.drag.target;
    if (!target) return {};
    if (target->empty()) return "place automatically";
    for (std::size_t i = 0; i < shown.environment.servers.size(); ++i) {
        const Server& server = shown.environment.servers[i];
        if (server.name == *target)
            return "to " + label_of(server) + ": " + landing_of(shown, service, i).words;
    }
    return {};
}

void follow_drag(PanelContext& context, const Shown& shown) {
    ServiceDrag& drag = context.state.drag;
    const auto service = dragged(context, shown);
    if (!service || ImGui::IsKeyPressed(ImGuiKey_Escape)) {
        drag = {{}, {}, true};
        return;
    }
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        if (drag.target) want_move(context, shown, shown.environment.services[*service], *drag.target);
        drag = {};
        return;
    }
    const Service& moved = shown.environment.services[*service];
    drag_label(context, label_of(moved), what_happens(context, shown, *service),
               context.theme.kind(moved.kind));
}

}  // namespace

void take_up_service(PanelContext& context, const SegmentAction& action) {
    if (action.kind == SegmentAction::Kind::menu) {
        context.state.move_menu = {action.key, action.rect, true};
    } else if (!context.state.drag.cancelled) {
        context.state.drag.service = action.key;
    }
}

bool is_dragging(const PanelContext& context) { return !context.state.drag.service.empty(); }

Colour card_border(const PanelContext& context, const Shown& shown, std::size_t server, Colour otherwise) {
    const auto service = dragged(context, shown);
    if (!service) return otherwise;
    const Landing landing = landing_of(shown, *service, server);
    return landing.kind == Landing::Kind::here ? otherwise : colour_of(context, landing.kind);
}

void draw_drop_target(PanelContext& context, const Shown& shown, std::size_t server) {
    const auto service = dragged(context, shown);
    if (!service) return;
    const Server& target = shown.environment.servers[server];
    const ImVec2 low = ImGui::GetWindowPos();
    const ImVec2 high(low.x + ImGui::GetWindowWidth(), low.y + ImGui::GetWindowHeight());
    if (ImGui::IsMouseHoveringRect(low, high)) context.state.drag.target = target.name;
    const Landing landing = landing_of(shown, *service, server);
    drop_words(context, pointer_to(shown.environment, "servers", target.name) + "/drop", landing.words,
               colour_of(context, landing.kind));
}

void draw_automatic_target(PanelContext& context, const Shown& shown) {
    if (!dragged(context, shown)) return;
    ImGui::SameLine(0, em(1.2f));
    if (drop_strip(context, pointer_to(shown.environment) + "/servers/drop", "Place automatically"))
        context.state.drag.target.emplace();
}

void draw_service_moves(PanelContext& context, const Shown& shown) {
    if (is_dragging(context)) follow_drag(context, shown);
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) context.state.drag.cancelled = false;
    draw_move_menu(context, shown);
}

}  // namespace stowage::ui
