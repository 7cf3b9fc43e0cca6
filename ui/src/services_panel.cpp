// SPDX-License-Identifier: MIT
#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "panel_context.hpp"
#include "plan_fields.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::ui {
namespace {

/// Columns that narrow windows do without; the settings popup of a row has them then.
struct Columns {
    explicit Columns(float width) : kind(width >= em(40)), totals(width >= em(52)), server(width >= em(30)) {}
    bool kind;
    bool totals;
    bool server;
    [[nodiscard]] int count() const { return 5 + (kind ? 1 : 0) + (totals ? 2 : 0) + (server ? 1 : 0); }
};

void header_cell(PanelContext& context, std::string_view label, bool right, std::string_view help = {}) {
    ImGui::TableNextColumn();
    text(context, "",
         {.text = label, .size = TextSize::small, .muted = true, .align_right = right, .help = help});
}

void set_up(PanelContext& context, const Columns& columns) {
    const auto fixed = [](const char* name, float width) {
        ImGui::TableSetupColumn(name, ImGuiTableColumnFlags_WidthFixed, em(width));
    };
    ImGui::TableSetupColumn("service", ImGuiTableColumnFlags_WidthStretch);
    if (columns.kind) fixed("kind", 6.5f);
    fixed("replicas", columns.kind ? 4.2f : 2.2f);
    fixed("cpu", columns.kind ? 4.4f : 3.8f);
    fixed("memory", columns.totals ? 5.6f : 4.6f);
    if (columns.totals) {
        fixed("total cpu", 4.6f);
        fixed("total memory", 5.4f);
    }
    if (columns.server) fixed("on", 9.0f);
    fixed("more", 2.0f);
    ImGui::TableNextRow();
    header_cell(context, "Service", false);
    if (columns.kind) header_cell(context, "Kind", false);
    header_cell(context, columns.kind ? "Replicas" : "\u00D7", true, "Replicas");
    header_cell(context, columns.totals ? "CPU each" : "CPU", true,
                "CPU that one replica requests: cores, such as 2 or 0.5, or shared");
    header_cell(context, columns.totals ? "Memory each" : "Memory", true,
                "Memory that one replica requests, such as 512 MiB");
    if (columns.totals) {
        header_cell(context, "CPU", true, "replicas x CPU each");
        header_cell(context, "Memory", true, "replicas x memory each");
    }
    if (columns.server)
        header_cell(context, "On", false, "The server that it is pinned to; automatic finds one");
    header_cell(context, "", false);
}

std::vector<PlanChoice::Option> kind_options() {
    std::vector<PlanChoice::Option> options;
    for (const ServiceKind kind : kServiceKinds) {
        const std::string name(name_of(kind));
        options.push_back({kind == ServiceKind::other ? std::string() : name, name});
    }
    return options;
}

std::vector<PlanChoice::Option> server_options(const Environment& environment) {
    std::vector<PlanChoice::Option> options{{"", "automatic"}};
    for (const Server& server : environment.servers) options.push_back({server.name, label_of(server)});
    return options;
}

void kind_choice(PanelContext& context, const Service& service, const std::string& pointer, float width,
                 bool frameless) {
    const std::string current = service.kind == ServiceKind::other ? "" : std::string(name_of(service.kind));
    plan_choice(context, pointer + "/kind",
                {.current = current,
                 .label = "Kind",
                 .width = width,
                 .frameless = frameless,
                 .options = kind_options()});
}

void server_choice(PanelContext& context, const Shown& shown, const Service& service,
                   const std::string& pointer, float width, bool frameless) {
    plan_choice(context, pointer + "/server",
                {.current = service.server,
                 .label = "Server",
                 .width = width,
                 .frameless = frameless,
                 .options = server_options(shown.environment)});
}

void number_cell(PanelContext& context, const std::string& pointer, std::string_view label,
                 const std::string& value) {
    ImGui::TableNextColumn();
    plan_field(context, pointer, {.text = value, .label = label, .align_right = true, .frameless = true});
}

void total_cell(PanelContext& context, const std::string& value) {
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    text(context, "", {.text = value, .muted = true, .align_right = true});
}

/// The settings that have no column.
void draw_settings(PanelContext& context, const Shown& shown, const Service& service, const Columns& columns,
                   const std::string& pointer) {
    if (!columns.kind) {
        const float width = begin_labelled(context, "Kind");
        kind_choice(context, service, pointer, width, false);
    }
    if (!columns.server) {
        const float width = begin_labelled(context, "On");
        server_choice(context, shown, service, pointer, width, false);
    }
    const auto setting = [&](const std::string& key, std::string_view label, std::string_view hint) {
        const std::string value = field_text(context.session.plan(), pointer + "/" + key);
        labelled_field(context, pointer + "/" + key, label, value, hint);
    };
    setting("memory_limit", "Memory limit", "none");
    setting("workers", "Workers", "not stated");
    setting("threads", "Threads", "not stated");
    setting("max_connections", "Connections", "not stated");
    setting("note", "Note", "");
}

void draw_more(PanelContext& context, const Shown& shown, const Service& service, const Columns& columns,
               const ElementRef& element) {
    const std::string pointer = pointer_to(element);
    const std::string about = "More about " + label_of(service);
    const Button more{.label = about, .icon = Icon::more, .icon_only = true};
    if (!begin_menu(context, pointer + "/more", more)) return;
    draw_settings(context, shown, service, columns, pointer);
    gap(0.3f);
    if (menu_item(context, pointer + "/spread",
                  service.spread ? "Allow replicas to share a machine"
                                 : "Spread: no two replicas on one machine")) {
        context.want(SetField{pointer + "/spread", service.spread ? "" : "true"});
    }
    divider(context);
    element_actions(context, element);
    end_menu();
}

void draw_row(PanelContext& context, const Shown& shown, std::size_t index, const Columns& columns) {
    const Service& service = shown.environment.services[index];
    const ServiceNeeds& needs = shown.estimate.needs[index];
    const ElementRef element{ElementKind::service, shown.environment.name, service.name};
    const std::string pointer = pointer_to(element);
    ImGui::TableNextRow();
    if (!context.edit.highlight.empty() && is_at_or_below(context.edit.highlight, pointer)) {
        ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, to_u32(context.theme.accent, 0.14f));
    }
    ImGui::TableNextColumn();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled({at.x, at.y + em(0.35f)},
                                              {at.x + em(0.28f), at.y + ImGui::GetFrameHeight() - em(0.35f)},
                                              to_u32(context.theme.kind(service.kind)), em(0.1f));
    ImGui::SetCursorScreenPos({at.x + em(0.55f), at.y});
    label_field(context, element, label_of(service),
                {.label = "Name of the service", .help = service.note, .frameless = true});
    if (columns.kind) {
        ImGui::TableNextColumn();
        kind_choice(context, service, pointer, 0, true);
    }
    number_cell(context, pointer + "/replicas", "Replicas", std::to_string(service.replicas));
    number_cell(context, pointer + "/cpu", "CPU each",
                !service.cpu          ? ""
                : service.cpu->shared ? "shared"
                                      : format_cpu(service.cpu->amount));
    number_cell(context, pointer + "/memory", "Memory each",
                service.memory ? edit_bytes(*service.memory) : "");
    if (columns.totals) {
        total_cell(context, needs.cpu_shared ? "shared" : format_cpu(needs.request.cpu * service.replicas));
        total_cell(context, show_bytes(needs.request.memory * service.replicas));
    }
    if (columns.server) {
        ImGui::TableNextColumn();
        server_choice(context, shown, service, pointer, 0, true);
    }
    ImGui::TableNextColumn();
    draw_more(context, shown, service, columns, element);
}

/// The row that must be drawn although it may be scrolled out of view: the one with the focus that is asked
/// for.
int wanted_row(const PanelContext& context, const Shown& shown) {
    const auto element =
        element_at(context.edit.focus_path.empty() ? context.edit.path : context.edit.focus_path);
    if (!element || element->kind != ElementKind::service) return -1;
    for (std::size_t i = 0; i < shown.environment.services.size(); ++i) {
        if (shown.environment.services[i].name == element->name) return static_cast<int>(i);
    }
    return -1;
}

void draw_rows(PanelContext& context, const Shown& shown, const Columns& columns) {
    ImGuiListClipper clipper;
    const float row_height = ImGui::GetFrameHeight() + 2 * ImGui::GetStyle().CellPadding.y;
    clipper.Begin(static_cast<int>(shown.environment.services.size()), row_height);
    if (const int row = wanted_row(context, shown); row >= 0) clipper.IncludeItemByIndex(row);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            draw_row(context, shown, static_cast<std::size_t>(i), columns);
        }
    }
}

void draw_table(PanelContext& context, const Shown& shown) {
    const Card card(context, "##services-card", context.theme.border,
                    pointer_to(shown.environment) + "/services");
    if (!card.visible()) return;
    const Columns columns(ImGui::GetContentRegionAvail().x);
    const ImVec2 padding = ImGui::GetStyle().CellPadding;
    ImGui::PushStyleVar(ImGuiStyleVar_CellPadding, {columns.kind ? padding.x : em(0.15f), padding.y});
    const ImGuiTableFlags flags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_PadOuterX;
    if (ImGui::BeginTable("##services", columns.count(), flags)) {
        set_up(context, columns);
        draw_rows(context, shown, columns);
        ImGui::EndTable();
    }
    ImGui::PopStyleVar();
}

}  // namespace

void draw_services(PanelContext& context, const Shown& shown) {
    text(context, "", {.text = "Services", .size = TextSize::heading, .strong = true}, Role::heading);
    if (shown.environment.services.empty()) {
        text(context, "",
             {.text = "No services yet. Add what runs here: a web server, workers, a database.",
              .muted = true,
              .wrap = true});
    } else {
        draw_table(context, shown);
    }
    if (button(context, pointer_to(shown.environment) + "/services/add",
               {.label = "Add a service", .icon = Icon::add, .style = ButtonStyle::framed})) {
        context.want(AddElement{ElementKind::service, shown.environment.name});
    }
}

}  // namespace stowage::ui
