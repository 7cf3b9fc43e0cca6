// SPDX-License-Identifier: MIT
//
// The load of the environment: what arrives at each service, and what that makes of it.
#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "load_figures.hpp"
#include "load_view.hpp"
#include "panel_context.hpp"
#include "plan_fields.hpp"
#include "stowage/number_text.hpp"
#include "stowage/plan_pointer.hpp"
#include "stowage/text/plan_text.hpp"

namespace stowage::ui {
namespace {

/// What narrow windows do without; the panel of a service has it.
struct LoadColumns {
    explicit LoadColumns(float width)
        : times(width >= em(38)), busy(width >= em(50)), response(width >= em(26)) {}
    bool times;
    bool busy;
    bool response;
    [[nodiscard]] int count() const { return 2 + (times ? 2 : 0) + (busy ? 2 : 0) + (response ? 2 : 0); }
};

struct LoadHeading {
    std::string_view label;
    std::string_view help{};
    bool field = false;
};

void load_header_cell(PanelContext& context, const LoadHeading& heading, bool right = true) {
    ImGui::TableNextColumn();
    text(context, "",
         {.text = heading.label,
          .size = TextSize::small,
          .muted = true,
          .align_right = right,
          .inset = heading.field ? em(kFieldPadding) : 0,
          .help = heading.help});
}

void set_up_load(PanelContext& context, const LoadColumns& columns) {
    const auto fixed = [](const char* name, float width) {
        ImGui::TableSetupColumn(name, ImGuiTableColumnFlags_WidthFixed, em(width));
    };
    ImGui::TableSetupColumn("service", ImGuiTableColumnFlags_WidthStretch);
    fixed("arrivals", 6.5f);
    if (columns.times) {
        fixed("service time", 6.2f);
        fixed("cpu time", 5.6f);
    }
    if (columns.busy) {
        fixed("workers", 4.8f);
        fixed("cpu", 4.2f);
    }
    if (columns.response) {
        fixed("response", 7.0f);
        fixed("replicas", 4.8f);
    }
    ImGui::TableNextRow();
    load_header_cell(context, {"Service"}, false);
    load_header_cell(context, {"Arrivals", "Mean rate, such as 40/s, or a range 30..60/s", true});
    if (columns.times) {
        load_header_cell(context, {"Service time", "Mean time in a worker, such as 120ms", true});
        load_header_cell(context, {"CPU time", "The part of it that uses a CPU", true});
    }
    if (columns.busy) {
        load_header_cell(context,
                         {"Busy", "Share of time that workers, event loops or connections are busy"});
        load_header_cell(context, {"CPU", "CPU time a second, of what is requested"});
    }
    if (columns.response) {
        load_header_cell(context, {"Response", "95th percentile; of event loops the mean"});
        load_header_cell(context, {"Needs", "Replicas that keep the latency budget, with scale_out at rest"});
    }
}

void field_cell(PanelContext& context, const Load& load, const std::string& pointer, const char* key,
                std::string_view label, const std::string& hint) {
    ImGui::TableNextColumn();
    const std::string value = field_text(load, key);
    plan_field(context, pointer + "/" + key,
               {.text = value, .label = label, .hint = hint, .align_right = true, .frameless = true});
}

void figure_cell(PanelContext& context, const std::string& path, const std::string& value,
                 const std::string& help, std::optional<Severity> severity = std::nullopt) {
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    text(context, path,
         {.text = value,
          .muted = !severity,
          .strong = severity.has_value(),
          .align_right = true,
          .help = help},
         Role::status);
}

/// "2 of 3": how many of the replicas that are needed there are.
std::string needed_text(const LoadFigures& known, const Service& service, std::size_t index) {
    if (index >= known.needed.size() || !known.needed[index]) return "";
    const std::int64_t needed = *known.needed[index];
    return needed <= service.replicas ? std::to_string(needed)
                                      : std::to_string(needed) + ", has " + std::to_string(service.replicas);
}

void draw_load_row(PanelContext& context, const Shown& shown, std::size_t index, const LoadColumns& columns) {
    const Service& service = shown.environment.services[index];
    const ElementRef element{ElementKind::service, shown.environment.name, service.name};
    const std::string pointer = pointer_to(element) + "/load";
    const auto& loads = shown.estimate.loads;
    const ServiceLoad load = loads.empty() ? ServiceLoad{} : loads[index];
    const std::string help = prediction_text(service, load);
    const auto severity = load_severity(service, load);
    PanelContext figures = context.figures();
    ImGui::TableNextRow();
    if (!context.edit.highlight.empty() && is_at_or_below(context.edit.highlight, pointer))
        ImGui::TableSetBgColor(ImGuiTableBgTarget_RowBg0, to_u32(context.theme.accent, 0.14f));
    ImGui::TableNextColumn();
    ImGui::AlignTextToFramePadding();
    text(context, "load" + pointer, {.text = label_of(service), .help = help});
    const bool derived = load.arrivals && !service.load.arrivals;
    field_cell(context, service.load, pointer, "arrivals", "Arrivals",
               derived ? show_per_second(*load.arrivals) : "none");
    if (columns.times) {
        field_cell(context, service.load, pointer, "service_time", "Service time", "-");
        field_cell(context, service.load, pointer, "cpu_time", "CPU time", "-");
    }
    if (columns.busy) {
        figure_cell(figures, "load" + pointer + "/busy",
                    load.figures ? show_share(load.figures->utilisation) : "", help);
        figure_cell(figures, "load" + pointer + "/cpu", load.cpu ? show_share(*load.cpu) : "", help);
    }
    if (columns.response) {
        figure_cell(figures, "load" + pointer + "/response", response_text(load), help, severity);
        figure_cell(figures, "load" + pointer + "/needed",
                    needed_text(known_load(context, shown), service, index), help);
    }
}

void draw_table(PanelContext& context, const Shown& shown, const std::vector<std::size_t>& rows) {
    const Card card(context, "##load-card", context.theme.border,
                    pointer_to(shown.environment) + "/load-table");
    if (!card.visible()) return;
    const LoadColumns columns(ImGui::GetContentRegionAvail().x);
    const ImGuiTableFlags flags = ImGuiTableFlags_BordersInnerH | ImGuiTableFlags_PadOuterX;
    if (!ImGui::BeginTable("##load", columns.count(), flags, {table_width(), 0})) return;
    set_up_load(context, columns);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows.size()),
                  ImGui::GetFrameHeight() + 2 * ImGui::GetStyle().CellPadding.y);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            draw_load_row(context, shown, rows[static_cast<std::size_t>(i)], columns);
    }
    ImGui::EndTable();
}

}  // namespace

void draw_load(PanelContext& context, const Shown& shown) {
    const std::vector<std::size_t>& rows = known_load(context, shown).rows;
    if (rows.empty()) return;
    text(context, "", {.text = "Load", .size = TextSize::heading, .strong = true}, Role::heading);
    if (shown.estimate.loads.empty()) {
        text(context, "",
             {.text =
                  "Say what arrives at a service and how long it takes: response times, limits and scaling "
                  "rules follow.",
              .muted = true,
              .wrap = true});
    }
    draw_table(context, shown, rows);
    draw_load_button(context, shown);
}

}  // namespace stowage::ui
