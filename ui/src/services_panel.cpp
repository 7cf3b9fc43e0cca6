// SPDX-License-Identifier: MIT
#include "../widgets/button.hpp"
#include "../widgets/row_handle.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "drag_scroll.hpp"
#include "panel_context.hpp"
#include "plan_fields.hpp"
#include "selection_line.hpp"
#include "service_fields.hpp"
#include "service_row_actions.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::ui {
namespace {

/// What narrow windows do without; the panel of a service has it.
struct ServiceColumns {
    explicit ServiceColumns(float width)
        : kind(width >= em(40)),
          totals(width >= em(58)),  // a name has eight em then
          server(width >= em(30)),
          settings(width >= em(30)) {}
    bool kind;
    bool totals;
    bool server;
    bool settings;  ///< the button; the menu opens them as well
    [[nodiscard]] int count() const { return 5 + (kind ? 1 : 0) + (totals ? 2 : 0) + (server ? 1 : 0); }
};

struct ServiceHeading {
    std::string_view label{};
    bool right = false;
    bool field = false;  ///< its cells are fields: it stands above their texts, not above their frames
    std::string_view help{};
};

void header_cell(PanelContext& context, const ServiceHeading& heading) {
    ImGui::TableNextColumn();
    text(context, "",
         {.text = heading.label,
          .size = TextSize::small,
          .muted = true,
          .align_right = heading.right,
          .inset = heading.field ? em(kFieldPadding) : 0,
          .help = heading.help});
}

void draw_headings(PanelContext& context, const ServiceColumns& columns) {
    const auto field = [&](std::string_view label, bool right, std::string_view help = {}) {
        header_cell(context, {label, right, true, help});
    };
    ImGui::TableNextRow();
    header_cell(context, {"Service"});
    if (columns.kind) field("Kind", false);
    field(columns.kind ? "Replicas" : "\u00D7", true, "Replicas");
    field(columns.totals ? "CPU each" : "CPU", true,
          "CPU that one replica requests: cores, such as 2 or 0.5, or shared");
    field(columns.totals ? "Memory each" : "Memory", true,
          "Memory that one replica requests, such as 512 MiB");
    if (columns.totals) {
        header_cell(context, {"CPU", true, false, "replicas x CPU each"});
        header_cell(context, {"Memory", true, false, "replicas x memory each"});
    }
    if (columns.server) field("On", false, "The server that it is pinned to; automatic finds one");
    header_cell(context, {});
}

void set_up(PanelContext& context, const ServiceColumns& columns) {
    const auto fixed = [](const char* name, float width) {
        ImGui::TableSetupColumn(name, ImGuiTableColumnFlags_WidthFixed, em(width));
    };
    ImGui::TableSetupColumn("service", ImGuiTableColumnFlags_WidthStretch);
    if (columns.kind) fixed("kind", 6.5f);
    fixed("replicas", columns.kind ? 4.2f : 2.2f);
    fixed("cpu", columns.kind ? 4.4f : 3.8f);
    fixed("memory", columns.totals ? 5.8f : 4.6f);
    if (columns.totals) {
        fixed("total cpu", 4.6f);
        fixed("total memory", 5.4f);
    }
    if (columns.server) fixed("on", 9.0f);
    fixed("more", columns.settings ? 4.0f : 2.0f);
    draw_headings(context, columns);
}

void number_cell(PanelContext& context, const std::string& pointer, std::string_view label,
                 const std::string& value, const std::string& derived = {}) {
    ImGui::TableNextColumn();
    std::string help;
    if (value.empty() && !derived.empty()) {
        help = std::string(label) + ": " + derived +
               ", derived from the settings of its kind. The panel of the service tells how.";
    }
    plan_field(context, pointer,
               {.text = value,
                .label = label,
                .hint = derived,
                .help = help,
                .align_right = true,
                .frameless = true});
}

void total_cell(PanelContext& context, const std::string& path, const std::string& value) {
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    text(context, path, {.text = value, .muted = true, .align_right = true});
}

void draw_more(PanelContext& context, const Shown& shown, const Service& service, const ElementRef& element) {
    const std::string pointer = pointer_to(element);
    const std::string about = "More about " + label_of(service);
    const Button more{.label = about, .icon = Icon::more, .icon_only = true};
    if (!begin_menu(context, pointer + "/more", more)) return;
    if (menu_item(context, pointer + "/open", "Settings"))
        open_service_panel(context, element, pointer + "/more");
    if (menu_item(context, pointer + "/spread=toggle",
                  service.spread ? "Allow replicas to share a machine"
                                 : "Spread: no two replicas on one machine")) {
        context.want(SetField{pointer + "/spread", service.spread ? "" : "true"});
    }
    divider(context);
    row_actions(context, shown, element);
    end_menu();
}

/// The button that opens the panel, and the menu.
void draw_row_buttons(PanelContext& context, const Shown& shown, const Service& service,
                      const ServiceColumns& columns, const ElementRef& element) {
    if (columns.settings) {
        const std::string label = "Settings of " + label_of(service);
        if (button(context, pointer_to(element) + "/settings",
                   {.label = label, .icon = Icon::settings, .icon_only = true}))
            open_service_panel(context, element, pointer_to(element) + "/settings");
        ImGui::SameLine(0, 0);
    }
    draw_more(context, shown, service, element);
}

/// The handle of the row, and the name. The handle begins where the padding of the table does.
void draw_name(PanelContext& context, const Shown& shown, std::size_t index, const ServiceColumns& columns,
               const ElementRef& element) {
    const Service& service = shown.environment.services[index];
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float left = at.x - ImGui::GetStyle().CellPadding.x;
    ImGui::SetCursorScreenPos({left, at.y});
    draw_row_handle(context, shown, index);
    ImGui::SetCursorScreenPos({left + em(kHandleWidth), at.y});
    const bool selects = take_click_on_name(context, shown, index);
    if (selects) ImGui::PushStyleVar(ImGuiStyleVar_DisabledAlpha, 1.0f);  // it takes no click in this frame
    if (selects) ImGui::BeginDisabled();
    label_field(context, element, label_of(service),
                {.label = "Name of the service",
                 .help = service.note,
                 .frameless = true,
                 .next = columns.kind ? "kind" : "replicas"});
    if (selects) ImGui::EndDisabled();
    if (selects) ImGui::PopStyleVar();
}

/// Gives the place of its upper edge.
float draw_row(PanelContext& context, const Shown& shown, std::size_t index, const ServiceColumns& columns) {
    const Service& service = shown.environment.services[index];
    const ServiceNeeds& needs = shown.estimate.needs[index];
    const ElementRef element{ElementKind::service, shown.environment.name, service.name};
    const std::string pointer = pointer_to(element);
    const std::size_t first_item = context.items.items().size();
    ImGui::TableNextRow();
    const bool pointed_at =
        !context.edit.highlight.empty() && is_at_or_below(context.edit.highlight, pointer);
    if (pointed_at || context.state.selection.contains(service.name))
        ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, to_u32(context.theme.accent, 0.14f));
    ImGui::TableNextColumn();
    const float top = ImGui::GetCursorScreenPos().y - ImGui::GetStyle().CellPadding.y;
    draw_name(context, shown, index, columns, element);
    if (columns.kind) {
        ImGui::TableNextColumn();
        kind_choice(context, service, pointer, 0, true);
    }
    number_cell(context, pointer + "/replicas", "Replicas", std::to_string(service.replicas));
    number_cell(context, pointer + "/cpu", "CPU each",
                !service.cpu          ? ""
                : service.cpu->shared ? "shared"
                                      : edit_cpu(service.cpu->amount),
                needs.cpu_derived ? format_cpu(needs.request.cpu) : "");
    number_cell(context, pointer + "/memory", "Memory each",
                service.memory ? edit_bytes(*service.memory) : "",
                needs.memory_derived ? show_bytes(needs.request.memory) : "");
    if (columns.totals) {
        total_cell(context, pointer + "/cpu-of-all",
                   needs.cpu_shared ? "shared" : format_cpu(needs.request.cpu * service.replicas));
        total_cell(context, pointer + "/memory-of-all", show_bytes(needs.request.memory * service.replicas));
    }
    if (columns.server) {
        ImGui::TableNextColumn();
        server_choice(context, shown, service, pointer, 0, true);
    }
    ImGui::TableNextColumn();
    draw_row_buttons(context, shown, service, columns, element);
    note_focus(context, service, pointer, first_item);
    return top;
}

/// The row that must be drawn although it may be scrolled out of view: the one with the focus that is asked
/// for.
std::optional<std::size_t> wanted_row(const PanelContext& context, const Shown& shown) {
    const auto element = element_with_focus(context);
    if (!element || element->kind != ElementKind::service) return std::nullopt;
    return index_of(shown.environment.services, element->name);
}

RowPlaces draw_rows(PanelContext& context, const Shown& shown, const ServiceColumns& columns) {
    ImGuiListClipper clipper;
    const float row_height = ImGui::GetFrameHeight() + 2 * ImGui::GetStyle().CellPadding.y;
    clipper.Begin(static_cast<int>(shown.environment.services.size()), row_height);
    if (const auto row = wanted_row(context, shown)) clipper.IncludeItemByIndex(static_cast<int>(*row));
    RowPlaces places{.height = row_height};
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const float top = draw_row(context, shown, static_cast<std::size_t>(i), columns);
            places.top = top - static_cast<float>(i) * row_height;
        }
    }
    return places;
}

RowPlaces draw_table(PanelContext& context, const Shown& shown) {
    const Card card(context, "##services-card", context.theme.border,
                    pointer_to(shown.environment) + "/services");
    RowPlaces places;
    if (!card.visible()) {
        follow_row_drag(context, shown, places);  // lets the row go: nothing shows where it would be dropped
        return places;
    }
    const ServiceColumns columns(ImGui::GetContentRegionAvail().x);
    const ImVec2 padding = ImGui::GetStyle().CellPadding;
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {columns.kind ? padding.x : em(0.15f), padding.y});
    const ImGuiTableFlags flags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_PadOuterX;
    if (ImGui::BeginTable("##services", columns.count(), flags, {table_width(), 0})) {
        set_up(context, columns);
        places = draw_rows(context, shown, columns);
        ImGui::EndTable();
        const ImVec2 low = ImGui::GetItemRectMin();
        const ImVec2 high = ImGui::GetItemRectMax();
        places.table = {low.x, low.y, high.x, high.y};
        places.view_top = ImGui::GetWindowDrawList()->GetClipRectMin().y;
        places.view_bottom = ImGui::GetWindowDrawList()->GetClipRectMax().y;
    }
    ImGui::PopStyleVar();
    follow_row_drag(context, shown, places);
    return places;
}

}  // namespace

void draw_services(PanelContext& context, const Shown& shown) {
    const float top = ImGui::GetCursorScreenPos().y;
    keep_up(context.state.selection, context.session);
    context.state.selection.focused.clear();
    text(context, "", {.text = "Services", .size = TextSize::heading, .strong = true}, Role::heading);
    const bool beside = draw_selection_beside(context, shown);
    if (shown.environment.services.empty()) {
        text(context, "",
             {.text = "No services yet. Add what runs here: a web server, workers, a database.",
              .muted = true,
              .wrap = true});
    } else {
        take_row_keys(context, shown, draw_table(context, shown));
    }
    if (!beside) draw_selection_below(context, shown);
    if (button(context, pointer_to(shown.environment) + "/services/add",
               {.label = "Add a service", .icon = Icon::add, .style = ButtonStyle::framed})) {
        context.want(AddElement{ElementKind::service, shown.environment.name});
    }
    if (!context.state.row_drag.service.empty()) scroll_to_drop(top, ImGui::GetCursorScreenPos().y);
}

}  // namespace stowage::ui
