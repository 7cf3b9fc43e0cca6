// SPDX-License-Identifier: MIT
//
// Everything about one service, beside the tables: where it runs, what one replica needs, and the settings of
// its kind with those that are derived.
#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "load_fields.hpp"
#include "panel_context.hpp"
#include "panel_lines.hpp"
#include "plan_fields.hpp"
#include "service_fields.hpp"
#include "stowage/fit.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/stack/stack_settings.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::ui {
namespace {

/// The service that the panel is about, with what its fields need.
struct PanelService {
    const Shown& shown;
    std::uint32_t index;
    std::string pointer;

    [[nodiscard]] const Service& service() const { return shown.environment.services[index]; }
};

struct FieldLine {
    std::string_view key{};
    std::string_view label{};
    std::string text{};     ///< as the row shows it; empty: as the plan file has it
    std::string hint{};     ///< the value in force where the plan states none
    std::string derived{};  ///< how it came about; empty: it did not, or nothing has to be told
    bool in_row = false;    ///< the row of the table has this field too
};

/// "derived", with how, behind a field.
void derived_mark(PanelContext& context, const std::string& path, std::string_view how) {
    if (how.empty()) return;
    ImGui::SameLine(0, em(0.5f));
    ImGui::AlignTextToFramePadding();
    text(context, path + "/derived",
         {.text = "derived", .size = TextSize::small, .muted = true, .help = how});
}

void field_line(PanelContext& context, const PanelService& about, const FieldLine& line) {
    const std::string pointer = about.pointer + "/" + std::string(line.key);
    panel_line_label(context, line.label);
    const std::string value = line.text.empty() ? field_text(context.session.plan(), pointer) : line.text;
    PlanField field{
        .text = value, .label = line.label, .width = em(kFieldWidth), .hint = line.hint, .align_right = true};
    if (line.in_row) field.place = kPanelPlace;
    plan_field(context, pointer, field);
    if (value.empty()) derived_mark(context, pointer, line.derived);
}

std::string explained(const StackSetting& setting) {
    std::string help = setting.formula;
    if (!setting.value.empty() && setting.formula != "default") help = setting.value + " = " + help;
    if (!setting.source.empty()) help += "\nSource: " + std::string(setting.source);
    return help;
}

const StackSetting* find_setting(const std::vector<StackSetting>& settings, std::string_view key) {
    for (const StackSetting& setting : settings) {
        if (setting.key == key) return &setting;
    }
    return nullptr;
}

void draw_title(PanelContext& context, const PanelService& about) {
    const Button close{.label = "Close", .icon = Icon::close, .icon_only = true, .hint = "Close (Escape)"};
    const float left = ImGui::GetCursorPosX();
    const float width = ImGui::GetContentRegionAvail().x - button_width(context, close);
    const std::string name = fitted(label_of(about.service()), width - em(1));
    ImGui::AlignTextToFramePadding();
    text(context, "panel" + about.pointer,
         {.text = name, .size = TextSize::heading, .strong = true, .help = about.service().note},
         Role::heading);
    ImGui::SameLine(left + width);
    if (button(context, "panel/close", close)) close_service_panel(context);
}

RoomWords room_words(const PanelService& about) {
    constexpr std::size_t kMostPools = 12;  // of a tooltip
    const ServiceRoom room = room_for(about.shown.environment, about.shown.estimate, about.index);
    RoomWords words;
    words.answer = room.replicas == 0   ? "No further replica fits"
                   : room.replicas == 1 ? "Fits 1 more replica"
                                        : "Fits " + std::to_string(room.replicas) + " more replicas";
    for (std::size_t i = 0; i < std::min(room.pools.size(), kMostPools); ++i) {
        const PoolRoom& pool = room.pools[i];
        if (i > 0) words.by_server += "\n";
        words.by_server +=
            label_of(about.shown.environment.servers[pool.server]) + ": " + std::to_string(pool.replicas);
        if (pool.binding) words.by_server += ", then " + std::string(name_of(*pool.binding)) + " runs out";
    }
    if (room.pools.size() == 1 && room.pools.front().binding)
        words.answer += "; " + std::string(name_of(*room.pools.front().binding)) + " runs out first";
    return words;
}

/// Worked out once for each estimate: it looks at every machine that the service may use.
const RoomWords& known_room(PanelContext& context, const PanelService& about) {
    ServicePanel& panel = context.state.panel;
    const Session& session = context.session;
    if (panel.room_revision != session.estimated_revision()) {
        panel.room = room_words(about);
        panel.room_revision = session.estimated_revision();
    }
    return panel.room;
}

void draw_room(PanelContext& context, const PanelService& about) {
    const RoomWords& room = known_room(context, about);
    gap(0.2f);
    text(context, "panel" + about.pointer + "/room",
         {.text = room.answer, .strong = true, .wrap = true, .help = room.by_server}, Role::status);
}

void draw_placement(PanelContext& context, const PanelService& about) {
    const Service& service = about.service();
    panel_heading(context, "Placement");
    panel_line_label(context, "Kind");
    kind_choice(context, service, about.pointer, em(kFieldWidth + kDerivedWidth), false, kPanelPlace);
    panel_line_label(context, "On");
    server_choice(context, about.shown, service, about.pointer, em(kFieldWidth + kDerivedWidth), false,
                  kPanelPlace);
    field_line(
        context, about,
        {.key = "replicas", .label = "Replicas", .text = std::to_string(service.replicas), .in_row = true});
    field_line(context, about, {.key = "max_surge", .label = "Surge", .hint = "25 %"});
    field_line(context, about, {.key = "together", .label = "Together with", .hint = "none"});
    plan_checkbox(context, about.pointer + "/spread", "No two replicas on one machine", service.spread);
    draw_room(context, about);
}

void draw_needs(PanelContext& context, const PanelService& about, const std::vector<StackSetting>& settings) {
    const Service& service = about.service();
    const ServiceNeeds& needs = about.shown.estimate.needs[about.index];
    const auto how = [&](std::string_view key) {
        const StackSetting* setting = find_setting(settings, key);
        return setting == nullptr ? std::string() : explained(*setting);
    };
    panel_heading(context, "One replica needs");
    field_line(context, about,
               {.key = "cpu",
                .label = "CPU",
                .hint = needs.cpu_derived ? format_cpu(needs.request.cpu) : "none",
                .derived = needs.cpu_derived ? how("cpu") : "",
                .in_row = true});
    field_line(context, about,
               {.key = "memory",
                .label = "Memory",
                .text = service.memory ? edit_bytes(*service.memory) : "",
                .hint = needs.memory_derived ? show_bytes(needs.request.memory) : "none",
                .derived = needs.memory_derived ? how("memory") : "",
                .in_row = true});
    const bool stated = service.memory_limit.has_value();
    field_line(context, about,
               {.key = "memory_limit",
                .label = "Memory, at most",
                .text = stated ? edit_bytes(*service.memory_limit) : "",
                .hint = stated ? "" : show_bytes(needs.peak_memory)});
    field_line(context, about, {.key = "disk", .label = "Disk", .hint = "none"});
}

void draw_setting(PanelContext& context, const PanelService& about, const StackSetting& setting) {
    if (!setting.key.empty()) {
        field_line(context, about,
                   {.key = setting.key,
                    .label = setting.label,
                    .hint = setting.value.empty() ? "none" : setting.value,
                    .derived = setting.derived ? explained(setting) : ""});
        return;
    }
    const std::string help = explained(setting);
    panel_line_label(context, setting.label);
    ImGui::AlignTextToFramePadding();
    const float value = width_of(setting.value);
    const float room = em(kFieldWidth - kFieldPadding) - value;  // ends where the texts of the fields do
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(room, 0.0f));
    text(context, "panel" + about.pointer + "/" + std::string(setting.label),
         {.text = setting.value, .help = help});
}

void draw_kind(PanelContext& context, const PanelService& about, const std::vector<StackSetting>& settings) {
    const Service& service = about.service();
    if (settings.empty()) return;
    panel_heading(context, "Settings of " + std::string(name_of(service.kind)));
    for (const StackSetting& setting : settings) {
        if (setting.key == "cpu" || setting.key == "memory") continue;  // above
        draw_setting(context, about, setting);
    }
    if (service.kind == ServiceKind::redis)
        plan_checkbox(context, about.pointer + "/persistence", "Saves to disk, for which it forks",
                      service.persistence);
}

}  // namespace

std::optional<std::uint32_t> panel_service(const PanelContext& context, const Shown& shown) {
    const ServicePanel& panel = context.state.panel;
    if (panel.service.empty() || panel.environment != shown.environment.name) return std::nullopt;
    for (std::uint32_t i = 0; i < shown.environment.services.size(); ++i) {
        if (shown.environment.services[i].name == panel.service) return i;
    }
    return std::nullopt;
}

void open_service_panel(PanelContext& context, const ElementRef& service, const std::string& button) {
    context.state.panel = {service.environment, service.name, button};
    context.edit.focus_path = std::string(kPanelPlace) + pointer_to(service) + "/replicas";
}

void close_service_panel(PanelContext& context) {
    context.edit.focus_path = context.state.panel.opened_by;
    context.state.panel = {};
}

void draw_service_panel(PanelContext& context, const Shown& shown, std::uint32_t service) {
    const ElementRef element{ElementKind::service, shown.environment.name,
                             shown.environment.services[service].name};
    const PanelService about{shown, service, pointer_to(element)};
    const auto settings = stack_settings(shown.environment, shown.estimate, service);
    draw_title(context, about);
    draw_placement(context, about);
    draw_needs(context, about, settings);
    draw_kind(context, about, settings);
    draw_load_fields(context, shown, shown.environment.services[service], about.pointer);
    panel_heading(context, "Note");
    plan_field(context, about.pointer + "/note",
               {.text = about.service().note, .label = "Note", .hint = "Note"});
}

}  // namespace stowage::ui
