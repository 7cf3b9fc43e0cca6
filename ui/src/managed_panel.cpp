// SPDX-License-Identifier: MIT
#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "machine_picker.hpp"
#include "own_cost_fields.hpp"
#include "panel_context.hpp"
#include "plan_fields.hpp"
#include "stowage/explanation.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/quantity_text.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::ui {
namespace {

/// ManagedColumns that narrow windows do without; the settings popup of a row has them then.
struct ManagedColumns {
    explicit ManagedColumns(float width)
        : stands_for(width >= em(44)), instance(width >= em(27)), at_most(width >= em(35)) {}
    bool stands_for;
    bool instance;
    bool at_most;
    [[nodiscard]] int count() const {
        return 3 + (stands_for ? 1 : 0) + (instance ? 1 : 0) + (at_most ? 1 : 0);
    }
};

/// What the list of types shows: those of the service that it stands for, else of what is rented already.
Offering offering_of(const PanelContext& context, const Environment& environment, const Managed& managed) {
    const Service* service = find_named(environment.services, managed.for_service);
    if (service != nullptr && service->kind == ServiceKind::redis) return Offering::redis;
    if (service != nullptr && service->kind == ServiceKind::postgres) return Offering::postgres;
    const InstanceType* type = context.session.catalogue().find_type(environment.provider, managed.instance);
    return type == nullptr ? Offering::postgres : type->offering;
}

constexpr const char* kNothing = "nothing here";

std::vector<PlanChoice::Option> service_options(const Environment& environment) {
    std::vector<PlanChoice::Option> options{{"", kNothing}};
    for (const Service& service : environment.services) options.push_back({service.name, label_of(service)});
    return options;
}

void draw_cost(PanelContext& context, const Shown& shown, std::size_t index, const std::string& pointer) {
    const std::vector<CostLine>& lines = shown.estimate.cost_lines;
    const std::size_t from_end = shown.environment.managed.size() - index;
    const CostLine* line = find_cost_line(lines, pointer, lines.size() - std::min(from_end, lines.size()));
    if (line == nullptr) return;
    const std::string cost = show_cost(*line);
    const std::string help = explain_cost(*line);
    ImGui::AlignTextToFramePadding();
    text(context, pointer + "/cost-per-month",
         {.text = cost, .muted = !line->priced, .align_right = true, .help = help});
}

void stands_for_choice(PanelContext& context, const Shown& shown, const Managed& managed,
                       const std::string& pointer, float width, bool frameless) {
    const Service* service = find_named(shown.environment.services, managed.for_service);
    plan_choice(context, pointer + "/for",
                {.current = managed.for_service,
                 .label = "Stands for",
                 .width = width,
                 .frameless = frameless,
                 .shown = service == nullptr ? kNothing : label_of(*service),
                 .long_list = [&] { return service_options(shown.environment); }});
}

void instance_choice(PanelContext& context, const Shown& shown, const Managed& managed,
                     const std::string& pointer, float width, bool frameless) {
    machine_picker(context, pointer + "/instance", shown,
                   {.current = managed.instance,
                    .label = "Instance",
                    .width = width,
                    .frameless = frameless,
                    .offering = offering_of(context, shown.environment, managed)});
}

/// The settings that have no column.
void draw_settings(PanelContext& context, const Shown& shown, const Managed& managed,
                   const ManagedColumns& columns, const std::string& pointer) {
    const Plan& plan = context.session.plan();
    if (!columns.stands_for) {
        const float width = begin_labelled(context, "Stands for");
        stands_for_choice(context, shown, managed, pointer, width, false);
    }
    if (!columns.instance) {
        const float width = begin_labelled(context, "Instance");
        instance_choice(context, shown, managed, pointer, width, false);
    }
    const auto setting = [&](const std::string& key, std::string_view label, std::string_view hint) {
        const std::string value = field_text(plan, pointer + "/" + key);
        labelled_field(context, pointer + "/" + key, label, value, hint);
    };
    setting("count", "How many", "1");
    if (!columns.at_most) setting("max_cost", "At most a month", "none");
    setting("storage", "Storage", "none");
    {
        const float width = begin_labelled(context, "Type of storage");
        rate_choice(
            context, pointer + "/storage_type", shown.environment, RateItem::database_storage,
            {.text = managed.storage_type, .label = "Type of storage", .width = width, .hint = "the usual"});
    }
    setting("memory", "Memory", "none");
    own_cost_fields(context, shown.environment, pointer, managed.cost);
    setting("discount", "Discount", kAsEnvironment);
    setting("note", "Note", "");
}

void draw_more(PanelContext& context, const Shown& shown, const Managed& managed,
               const ManagedColumns& columns, const ElementRef& element) {
    const std::string pointer = pointer_to(element);
    const std::string about = "More about " + label_of(managed);
    const Button more{.label = about, .icon = Icon::more, .icon_only = true};
    if (!begin_menu(context, pointer + "/more", more)) return;
    draw_settings(context, shown, managed, columns, pointer);
    gap(0.3f);
    divider(context);
    element_actions(context, element);
    end_menu();
}

void draw_managed_row(PanelContext& context, const Shown& shown, std::size_t index,
                      const ManagedColumns& columns) {
    const Managed& managed = shown.environment.managed[index];
    const ElementRef element{ElementKind::managed, shown.environment.name, managed.name};
    const std::string pointer = pointer_to(element);
    ImGui::TableNextRow();
    if (!context.edit.highlight.empty() && is_at_or_below(context.edit.highlight, pointer)) {
        ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, to_u32(context.theme.accent, 0.14f));
    }
    ImGui::TableNextColumn();
    label_field(context, element, label_of(managed),
                {.label = "Name of the managed service",
                 .help = managed.note,
                 .frameless = true,
                 .next = columns.stands_for ? "for"
                         : columns.instance ? "instance"
                                            : "more"});
    if (columns.stands_for) {
        ImGui::TableNextColumn();
        stands_for_choice(context, shown, managed, pointer, 0, true);
    }
    if (columns.instance) {
        ImGui::TableNextColumn();
        instance_choice(context, shown, managed, pointer, 0, true);
    }
    if (columns.at_most) {
        ImGui::TableNextColumn();
        const std::string most = managed.max_cost ? format_money(*managed.max_cost) : "";
        plan_field(context, pointer + "/max_cost",
                   {.text = most,
                    .label = "At most a month",
                    .hint = "none",
                    .align_right = true,
                    .frameless = true});
    }
    ImGui::TableNextColumn();
    PanelContext figures = context.figures();
    draw_cost(figures, shown, index, pointer);
    ImGui::TableNextColumn();
    draw_more(context, shown, managed, columns, element);
}

/// `inset`: of the texts of the fields below.
void managed_header(PanelContext& context, std::string_view label, bool right = false, float inset = 0) {
    ImGui::TableNextColumn();
    text(context, "",
         {.text = label, .size = TextSize::small, .muted = true, .align_right = right, .inset = inset});
}

void draw_managed_rows(PanelContext& context, const Shown& shown, const ManagedColumns& columns) {
    ImGuiListClipper clipper;
    const float row_height = ImGui::GetFrameHeight() + 2 * ImGui::GetStyle().CellPadding.y;
    clipper.Begin(static_cast<int>(shown.environment.managed.size()), row_height);
    const auto wanted = element_with_focus(context);
    if (wanted && wanted->kind == ElementKind::managed) {
        const auto row = index_of(shown.environment.managed, wanted->name);
        if (row) clipper.IncludeItemByIndex(static_cast<int>(*row));
    }
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            draw_managed_row(context, shown, static_cast<std::size_t>(i), columns);
        }
    }
}

void draw_managed_table(PanelContext& context, const Shown& shown) {
    const Card card(context, "##managed-card", context.theme.border,
                    pointer_to(shown.environment) + "/managed");
    if (!card.visible()) return;
    const ManagedColumns columns(ImGui::GetContentRegionAvail().x);
    const ImGuiTableFlags flags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_PadOuterX;
    if (!ImGui::BeginTable("##managed", columns.count(), flags, {table_width(), 0})) return;
    ImGui::TableSetupColumn("name", ImGuiTableColumnFlags_WidthStretch);
    if (columns.stands_for) ImGui::TableSetupColumn("for", ImGuiTableColumnFlags_WidthFixed, em(9));
    if (columns.instance) ImGui::TableSetupColumn("instance", ImGuiTableColumnFlags_WidthStretch);
    if (columns.at_most) ImGui::TableSetupColumn("at most", ImGuiTableColumnFlags_WidthFixed, em(5));
    ImGui::TableSetupColumn("cost", ImGuiTableColumnFlags_WidthFixed, em(8.2f));
    ImGui::TableSetupColumn("more", ImGuiTableColumnFlags_WidthFixed, em(2.0f));
    ImGui::TableNextRow();
    const float inset = em(kFieldPadding);
    managed_header(context, "Managed service", false, inset);
    if (columns.stands_for) managed_header(context, "Stands for", false, inset);
    if (columns.instance) managed_header(context, "Instance", false, inset);
    if (columns.at_most) managed_header(context, "At most", true, inset);
    managed_header(context, "USD a month", true);
    managed_header(context, "");
    draw_managed_rows(context, shown, columns);
    ImGui::EndTable();
}

}  // namespace

void draw_managed(PanelContext& context, const Shown& shown) {
    text(context, "", {.text = "Managed services", .size = TextSize::heading, .strong = true}, Role::heading);
    if (shown.environment.managed.empty()) {
        text(context, "", {.text = "Nothing is rented as a service here.", .muted = true, .wrap = true});
    } else {
        draw_managed_table(context, shown);
    }
    if (button(context, pointer_to(shown.environment) + "/managed/add",
               {.label = "Add a managed service", .icon = Icon::add, .style = ButtonStyle::framed})) {
        context.want(AddElement{ElementKind::managed, shown.environment.name});
    }
}

}  // namespace stowage::ui
