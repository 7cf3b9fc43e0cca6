// SPDX-License-Identifier: MIT
#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "../widgets/visible_elements.hpp"
#include "drag_scroll.hpp"
#include "machine_picker.hpp"
#include "own_cost_fields.hpp"
#include "panel_context.hpp"
#include "plan_fields.hpp"
#include "server_bars.hpp"
#include "service_moves.hpp"
#include "size_line.hpp"
#include "stowage/explanation.hpp"
#include "stowage/fit.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::ui {
namespace {

/// What a setting is when it is not given: that of the instance.
std::string hint_of(const std::optional<MilliCpu>& own, MilliCpu effective) {
    return own ? "" : format_cpu(effective);
}

void draw_size(PanelContext& context, const Shown& shown, std::size_t index, const std::string& pointer) {
    const Server& server = shown.environment.servers[index];
    const Resources size = shown.estimate.servers[index].machine.size;
    const std::string cpu_hint = server.cpu || !shown.estimate.servers[index].machine.complete
                                     ? "cores"
                                     : hint_of(server.cpu, size.cpu);
    plan_field(context, pointer + "/cpu",
               {.text = server.cpu ? format_cpu(*server.cpu) : "",
                .label = "Cores",
                .width = em(5.2f),
                .hint = cpu_hint,
                .unit = server.cpu == MilliCpu::cores(1) ? "core" : "cores"});
    ImGui::SameLine(0, em(0.4f));
    const std::string memory = server.memory ? edit_bytes(*server.memory) : "";
    const std::string memory_hint = size.memory.is_zero() ? "memory" : edit_bytes(size.memory);
    plan_field(context, pointer + "/memory",
               {.text = memory, .label = "Memory", .width = em(5.2f), .hint = memory_hint});
    ImGui::SameLine(0, em(0.6f));
    field_label(context, "\u00D7");
    ImGui::SameLine(0, em(0.3f));
    const std::string count = std::to_string(server.count);
    plan_field(context, pointer + "/count",
               {.text = count, .label = "Machines", .width = em(3.2f), .align_right = true});
}

/// `line` may be null: nothing is known of a new server yet.
void draw_cost(PanelContext& context, const CostLine* line, const std::string& pointer, float end) {
    if (line == nullptr) return;
    const std::string cost = show_cost(*line);
    constexpr std::string_view kUnit = "/month";
    const float amount = width_of(cost);
    const float with_unit = amount + em(0.25f) + width_of(kUnit);
    const float taken = ImGui::GetItemRectMax().x - ImGui::GetWindowPos().x + em(0.4f);
    const bool unit = line->priced && taken + with_unit <= end;
    const float width = unit ? with_unit : amount;
    ImGui::SameLine(std::max(taken, end - width));
    ImGui::AlignTextToFramePadding();
    const TextStyle style(context, TextSize::body,
                          line->priced ? context.theme.text : context.theme.text_muted);
    plain_text(cost);
    record_last_item(context, pointer + "/cost-per-month", Role::text, cost);
    tooltip(context, explain_cost(*line));
    if (!unit) return;
    ImGui::SameLine(0, em(0.25f));
    text(context, "", {.text = kUnit, .muted = true});
}

void draw_reserve(PanelContext& context, const Server& server, const std::string& pointer) {
    const float width = begin_labelled(context, "Reserve");
    reserve_choice(context, pointer + "/reserved", server.reserved, kAsEnvironment, width);
    if (!server.reserved || server.reserved->rule != ReserveRule::own) return;
    const Plan& plan = context.session.plan();
    const auto part = [&](const char* key, std::string_view label, std::string_view hint) {
        const std::string path = pointer + "/reserved/" + key;
        labelled_field(context, path, label, field_text(plan, path), hint);
    };
    part("cpu", "Reserved CPU", "none");
    part("memory", "Reserved memory", "none");
}

std::string needed_text(const Shown& shown, std::size_t index) {
    const auto count = machines_needed(shown.environment, shown.estimate, static_cast<std::uint32_t>(index));
    return count ? std::to_string(*count) : "no count would do";
}

/// How many machines would do. Worked out once for each estimate: several placements are tried.
void draw_needed(PanelContext& context, const Shown& shown, std::size_t index, const std::string& pointer) {
    MachinesNeeded& known = context.state.machines_needed;
    if (known.server != pointer || known.revision != context.session.estimated_revision())
        known = {pointer, context.session.estimated_revision(), needed_text(shown, index)};
    static_cast<void>(begin_labelled(context, "Machines needed"));
    ImGui::AlignTextToFramePadding();
    text(context, pointer + "/machines-needed",
         {.text = known.answer,
          .help =
              "The fewest machines of this size with which everything that may run here is placed, the other "
              "servers being as they are."});
}

void draw_more(PanelContext& context, const Shown& shown, std::size_t index, const ElementRef& element,
               const std::string& pointer) {
    const Server& server = shown.environment.servers[index];
    const std::string about = "More about " + label_of(server);
    const Button more{.label = about, .icon = Icon::more, .icon_only = true};
    // A finding may be about what the menu holds.
    if (context.edit.focus_path.starts_with(pointer + "/cost/")) open_menu(pointer + "/more");
    if (!begin_menu(context, pointer + "/more", more)) return;
    const Plan& plan = context.session.plan();
    const auto setting = [&](const std::string& key, std::string_view label, std::string_view hint) {
        const std::string text = field_text(plan, pointer + "/" + key);
        labelled_field(context, pointer + "/" + key, label, text, hint);
    };
    own_cost_fields(context, shown.environment, pointer, server.cost);
    setting("discount", "Discount", kAsEnvironment);
    setting("disk", "Disk", "none");
    {
        const float width = begin_labelled(context, "Type of disk");
        rate_choice(context, pointer + "/disk_type", shown.environment, RateItem::disk,
                    {.text = server.disk_type, .label = "Type of disk", .width = width, .hint = "the usual"});
    }
    setting("zone", "Zone", "none");
    setting("pods", "Pods, at most", "unlimited");
    draw_reserve(context, server, pointer);
    setting("min_headroom/cpu", "Keep CPU free", kAsEnvironment);
    setting("min_headroom/memory", "Keep memory free", kAsEnvironment);
    draw_needed(context, shown, index, pointer);
    gap(0.3f);
    divider(context);
    note_action(context, element);
    element_actions(context, element);
    end_menu();
}

void draw_card_line(PanelContext& context, const Shown& shown, std::size_t index, const ElementRef& element) {
    const Server& server = shown.environment.servers[index];
    const std::string pointer = pointer_to(element);
    const float width = ImGui::GetContentRegionAvail().x;
    const float left = ImGui::GetCursorPosX();
    const bool narrow = width < em(46);
    ImGui::SetCursorPosX(left - em(kFieldPadding));
    label_field(context, element, label_of(server),
                {.label = "Name of the server",
                 .width = narrow ? width - em(2) : em(9.5f),
                 .frameless = true,
                 .strong = true,
                 .next = "cpu"});
    if (narrow) {
        ImGui::SameLine(0, em(0.4f));
        draw_more(context, shown, index, element, pointer);
    } else {
        ImGui::SameLine(0, em(0.5f));
    }
    draw_size(context, shown, index, pointer);
    if (!narrow) ImGui::SameLine(0, em(0.6f));
    machine_picker(context, pointer + "/instance", shown,
                   {.current = server.instance,
                    .label = "Instance",
                    .width = em(11),
                    .offering = Offering::compute,
                    .needed = shown.estimate.servers[index].machine.size,
                    .server = static_cast<std::uint32_t>(index)});
    PanelContext figures = context.figures();
    const CostLine* line = find_cost_line(shown.estimate.cost_lines, pointer, index);
    draw_cost(figures, line, pointer, left + width - (narrow ? 0.0f : em(2.6f)));
    if (narrow) return;
    ImGui::SameLine(left + width - em(2.0f));
    draw_more(context, shown, index, element, pointer);
}

void draw_card(PanelContext& context, const Shown& shown, std::size_t index, float height) {
    const Server& server = shown.environment.servers[index];
    const ElementRef element{ElementKind::server, shown.environment.name, server.name};
    const std::string pointer = pointer_to(element);
    const bool marked = !context.edit.highlight.empty() && is_at_or_below(context.edit.highlight, pointer);
    const Colour border =
        card_border(context, shown, index, marked ? context.theme.accent : context.theme.border);
    const Card card(context, pointer.c_str(), border, pointer, height);
    if (!card.visible()) return;
    draw_card_line(context, shown, index, element);
    draw_size_line(context, shown, index);
    note_field(context, pointer + "/note", server.note);
    gap(0.5f);
    PanelContext figures = context.figures();
    draw_server_bars(figures, shown, index);
    draw_drop_target(context, shown, index);
}

/// Cards of one kind are of one height: of as many bars, and with a note, a line about the size or without.
int kind_of(const PanelContext& context, const Shown& shown, std::size_t index) {
    int kind = shown.environment.servers[index].note.empty() ? 0 : 1;
    kind = 2 * kind + (has_size_line(context, shown, index) ? 1 : 0);
    for (const Resource resource : kResources) {
        kind = 2 * kind + (shown.estimate.servers[index].machine.limits(resource) ? 1 : 0);
    }
    return kind;
}

/// The server whose card must be drawn although it may be scrolled out of view: the one with the focus that
/// is asked for.
std::optional<std::size_t> wanted_server(const PanelContext& context, const Shown& shown) {
    const auto element = element_with_focus(context);
    if (!element || element->kind != ElementKind::server) return std::nullopt;
    return index_of(shown.environment.servers, element->name);
}

}  // namespace

void draw_servers(PanelContext& context, const Shown& shown) {
    const float top = ImGui::GetCursorScreenPos().y;
    context.state.drag.target.reset();
    text(context, "", {.text = "Servers", .size = TextSize::heading, .strong = true}, Role::heading);
    draw_automatic_target(context, shown);
    if (shown.environment.servers.empty()) {
        text(context, "",
             {.text = "No servers yet. Add one to see what fits and what it costs.",
              .muted = true,
              .wrap = true});
    }
    draw_unplaced(context, shown);
    const std::string list = pointer_to(shown.environment) + "/servers";
    draw_visible({.list = list,
                  .count = shown.environment.servers.size(),
                  .wanted = wanted_server(context, shown),
                  .kind = [&](std::size_t i) { return kind_of(context, shown, i); },
                  .draw = [&](std::size_t i, float height) { draw_card(context, shown, i, height); }},
                 context.state.server_heights);
    if (button(context, list + "/add",
               {.label = "Add a server", .icon = Icon::add, .style = ButtonStyle::framed})) {
        context.want(AddElement{ElementKind::server, shown.environment.name});
    }
    if (is_dragging(context)) scroll_to_drop(top, ImGui::GetCursorScreenPos().y);
    draw_service_moves(context, shown);
}

}  // namespace stowage::ui
