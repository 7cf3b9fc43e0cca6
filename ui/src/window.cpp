// SPDX-License-Identifier: MIT
#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "app_state.hpp"
#include "comparison_panel.hpp"
#include "load_view.hpp"
#include "scaled_copy_dialog.hpp"
#include "side_by_side_panel.hpp"
#include "tour.hpp"

namespace stowage::ui {
namespace {

constexpr float kWideWindow = 66.0f;   // em: below it the answer goes under the tables
constexpr float kAnswerWidth = 23.0f;  // em
constexpr float kTablesWidth = 87.0f;  // em, at most: a table of 84 in its card; longer bars are no clearer
constexpr float kMargin = 0.8f;        // em

constexpr ImGuiWindowFlags kRootFlags =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
    ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoScrollWithMouse;

void draw_empty_plan(PanelContext& context) {
    gap(3);
    text(context, "",
         {.text = "This plan has no environment yet", .size = TextSize::heading, .strong = true});
    text(context, "",
         {.text = "An environment is a place to run: development, staging, production.",
          .muted = true,
          .wrap = true});
    gap(0.5f);
    if (button(context, "empty/add",
               {.label = "Add an environment", .icon = Icon::add, .style = ButtonStyle::primary})) {
        context.want(AddElement{ElementKind::environment, {}});
    }
}

/// The region of the tables, or of a `view` in their place, which begins at its head and leaves them scrolled
/// as they were. It begins left of the column, so that the frame of a field whose text stands at the column's
/// edge is not cut.
class TablesRegion {
  public:
    explicit TablesRegion(float width, const char* view = nullptr) {
        const float overhang = em(kFieldPadding);
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() - overhang);
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(overhang, 0));
        ImGui::BeginChild(view != nullptr ? view : "##tables", {width > 0 ? width + overhang : 0.0f, 0},
                          ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding);
        ImGui::PopStyleVar();
        if (view != nullptr && ImGui::IsWindowAppearing()) ImGui::SetScrollY(0);
    }
    ~TablesRegion() { ImGui::EndChild(); }
    TablesRegion(const TablesRegion&) = delete;
    TablesRegion& operator=(const TablesRegion&) = delete;
};

void draw_tables(PanelContext& context, const Shown& shown) {
    draw_environment_header(context, shown);
    gap(1);
    draw_servers(context, shown);
    gap(1);
    draw_services(context, shown);
    gap(1);
    draw_load(context, shown);
    gap(1);
    draw_managed(context, shown);
    gap(1);
    draw_network(context, shown);
    gap(1);
    draw_own_prices(context, shown);
    gap(1.5f);
}

void draw_wide(PanelContext& context, const Shown& shown) {
    const float room = ImGui::GetContentRegionAvail().x - em(kAnswerWidth + kMargin);
    {
        const TablesRegion region(std::min(room, em(kTablesWidth)));
        draw_tables(context, shown);
    }
    ImGui::SameLine(0, em(kMargin));
    ImGui::PushStyleColor(ImGuiCol_ChildBg, to_vec4(context.theme.surface));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(em(1.1f), em(1.0f)));
    const auto service = panel_service(context, shown);
    const float width = std::min(ImGui::GetContentRegionAvail().x, em(kAnswerWidth));
    if (ImGui::BeginChild(service ? "##service" : "##answer", {width, 0},
                          ImGuiChildFlags_Borders | ImGuiChildFlags_AlwaysUseWindowPadding |
                              ImGuiChildFlags_NavFlattened)) {
        PanelContext figures = context.figures();
        if (service) {
            draw_answer_line(figures, shown);
            divider(context);
            draw_service_panel(context, shown, *service);
        } else {
            draw_answer(figures, shown);
        }
    }
    ImGui::EndChild();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor();
}

void draw_narrow(PanelContext& context, const Shown& shown) {
    PanelContext figures = context.figures();
    draw_answer_line(figures, shown);
    const auto service = panel_service(context, shown);
    const TablesRegion region(0, service ? "##service" : nullptr);
    if (service) {
        draw_service_panel(context, shown, *service);
        gap(1);
        return;
    }
    draw_tables(context, shown);
    divider(context);
    gap(0.8f);
    draw_answer(figures, shown);
    gap(1);
}

/// True when Escape was pressed and nothing else takes it. A list that it closes is closed already in this
/// frame, a field that it leaves is left: what counts is the frame before.
bool escape_is_free(const PanelContext& context) {
    return ImGui::IsKeyPressed(ImGuiKey_Escape, false) && !context.state.escape_is_taken;
}

bool takes_escape(const PanelContext& context) {
    return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel) ||
           !context.edit.path.empty() || !context.state.drag.service.empty() ||
           !context.state.row_drag.service.empty();
}

/// The tour ends before anything below it is closed.
void end_tour_by_escape(PanelContext& context) {
    if (!context.state.tour.step || !escape_is_free(context)) return;
    context.want(Command::end_tour);
    context.state.escape_is_taken = true;
}

/// Before the panel is closed that shows one of them.
void clear_selection_by_escape(PanelContext& context) {
    if (context.state.selection.rows.empty() || !escape_is_free(context)) return;
    clear_rows(context.state.selection);
    context.state.escape_is_taken = true;
}

/// What is in hand falls, even if the tables that it could be dropped on have not been drawn meanwhile.
void end_drags(UiState& state) {
    if (ImGui::IsMouseDown(ImGuiMouseButton_Left) || ImGui::IsMouseReleased(ImGuiMouseButton_Left)) return;
    state.drag = {};
    state.row_drag = {};
}

void draw_body(PanelContext& context) {
    if (context.session.baseline() == nullptr) context.state.side_by_side.open = false;
    if (context.state.side_by_side.open && escape_is_free(context)) close_side_by_side(context);
    if (context.state.side_by_side.open) {
        const TablesRegion region(0, "##sides");
        draw_side_by_side(context);
        return;
    }
    const auto selected = context.session.selected();
    if (!selected) {
        draw_empty_plan(context);
        return;
    }
    const Shown shown{context.session.plan().environments[*selected],
                      context.session.estimate().environments[*selected], *selected};
    if (context.state.comparison.open && escape_is_free(context)) close_comparison(context);
    if (context.state.comparison.open) {
        const TablesRegion region(0, "##comparison");
        draw_comparison(context, shown);
        return;
    }
    if (context.state.load_view.open && escape_is_free(context)) close_load_view(context);
    if (context.state.load_view.open) {
        const TablesRegion region(0, "##load");
        draw_load_view(context, shown);
        return;
    }
    clear_selection_by_escape(context);
    if (panel_service(context, shown) && escape_is_free(context)) close_service_panel(context);
    if (ImGui::GetContentRegionAvail().x >= em(kWideWindow)) {
        draw_wide(context, shown);
    } else {
        draw_narrow(context, shown);
    }
}

}  // namespace

void draw_window(PanelContext& context) {
    const ImGuiViewport& viewport = *ImGui::GetMainViewport();
    ImGui::SetNextWindowPos(viewport.Pos);
    ImGui::SetNextWindowSize(viewport.Size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(em(kMargin), em(0.5f)));
    ImGui::PushFont(context.fonts.regular, points_of(TextSize::body));
    if (ImGui::Begin("##stowage", nullptr, kRootFlags)) {
        draw_top_bar(context);
        draw_environment_tabs(context);
        gap(0.3f);
        draw_notice(context);
        draw_introduction(context);
        end_tour_by_escape(context);
        end_drags(context.state);
        draw_body(context);
    }
    draw_help(context);
    draw_path_dialog(context);
    draw_kept_plans(context);
    draw_curve_dialog(context);
    draw_scaled_copy_dialog(context);
    draw_compare_dialog(context);
    draw_palette(context);
    context.state.escape_is_taken = takes_escape(context);
    ImGui::End();
    draw_tour(context);
    ImGui::PopFont();
    ImGui::PopStyleVar();
}

}  // namespace stowage::ui
