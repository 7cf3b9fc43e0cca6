// SPDX-License-Identifier: MIT
#include "service_row_actions.hpp"

#include <algorithm>

#include "../widgets/drag.hpp"
#include "../widgets/row_handle.hpp"
#include "imgui_internals.hpp"
#include "shortcuts.hpp"
#include "stowage/plan_pointer.hpp"

namespace stowage::ui {
namespace {

void select_row(ServiceSelection& selection, const Environment& environment, std::size_t row,
                RowPress press) {
    switch (press) {
        case RowPress::alone: select_alone(selection, environment, row); break;
        case RowPress::toggle: toggle_row(selection, environment, row); break;
        case RowPress::extend: extend_to(selection, environment, row, row); break;
        case RowPress::none:
        case RowPress::drag: break;
    }
}

/// The selected services, or this one where it is none of them.
ServiceSet services_of(const ServiceSelection& selection, const Environment& environment,
                       const std::string& name) {
    if (selection.contains(name)) return selected_services(selection, environment);
    return {environment.name, {name}};
}

/// Of the arrows up and down: -1, 1, or 0 when neither was pressed.
int pressed_step() {
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) return 1;
    return ImGui::IsKeyPressed(ImGuiKey_UpArrow) ? -1 : 0;
}

bool is_any_popup_open() {
    return ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel);
}

/// The focus goes on to the next row by itself; at the ends of the table it stays.
void extend_by_key(PanelContext& context, const Environment& environment, std::size_t row, int step) {
    const std::size_t last = environment.services.size() - 1;
    const bool at_end = step > 0 ? row == last : row == 0;
    if (at_end) keep_focus_where_it_is();
    const std::size_t next = at_end ? row : step > 0 ? row + 1 : row - 1;
    ServiceSelection& selection = context.state.selection;
    if (!selection.contains(environment.services[row].name)) selection.anchor.clear();
    extend_to(selection, environment, row, next);
}

/// What is moved out of view is brought back into it, with the focus.
void move_by_key(PanelContext& context, const Environment& environment, const RowPlaces& places, int step) {
    keep_focus_where_it_is();
    want_rows_moved(context, environment, step);
    const auto row = index_of(environment.services, context.state.selection.focused);
    if (!row) return;
    const float y = places.top + (static_cast<float>(*row) + static_cast<float>(step)) * places.height;
    if (y < places.view_top || y + places.height > places.view_bottom)
        context.edit.focus_path =
            pointer_to(environment, "services", environment.services[*row].name) + "/row";
}

void draw_drop_line(PanelContext& context, const Shown& shown, const RowPlaces& places, std::size_t before) {
    const auto& services = shown.environment.services;
    const float y = places.top + static_cast<float>(before) * places.height;
    const float half = em(0.07f);
    const Rect line{places.table.left, y - half, places.table.right, y + half};
    ImGui::GetWindowDrawList()->AddRectFilled({line.left, line.top}, {line.right, line.bottom},
                                              to_u32(context.theme.accent));
    const std::string place =
        before < services.size() ? "before " + label_of(services[before]) : std::string("at the end");
    record(context, "drop-line", Role::status, line, place);
    const ServiceSelection& selection = context.state.selection;
    const std::string& name = context.state.row_drag.service;
    const Service& service = *find_named(services, name);
    const bool all = selection.several() && selection.contains(name);
    drag_label(context, all ? count_text(selection) : label_of(service), place,
               context.theme.kind(service.kind));
}

}  // namespace

void draw_row_handle(PanelContext& context, const Shown& shown, std::size_t row) {
    const Service& service = shown.environment.services[row];
    ServiceSelection& selection = context.state.selection;
    RowDrag& drag = context.state.row_drag;
    const std::string label = "Select " + label_of(service);
    const RowHandle handle{.label = label,
                           .selected = selection.contains(service.name),
                           .in_hand = drag.service == service.name,
                           .colour = context.theme.kind(service.kind),
                           .help =
                               "Press to select the row, with Ctrl or Shift several.\n"
                               "Drag to move it: Alt+Up, Alt+Down."};
    const std::string path = pointer_to(shown.environment, "services", service.name) + "/row";
    const RowPress press = row_handle(context, path, handle);
    if (press == RowPress::drag && drag.service.empty() && !drag.cancelled) drag.service = service.name;
    select_row(selection, shown.environment, row, press);
}

bool take_click_on_name(PanelContext& context, const Shown& shown, std::size_t row) {
    if (!ImGui::IsMouseClicked(ImGuiMouseButton_Left) || !ImGui::IsWindowHovered()) return false;
    const RowPress press = row_press_of_modifiers();
    const ImGuiIO& io = ImGui::GetIO();
    if (!io.KeyShift && !io.KeyCtrl) return false;
    const ImVec2 low = ImGui::GetCursorScreenPos();
    const ImVec2 high(low.x + ImGui::GetContentRegionAvail().x, low.y + ImGui::GetFrameHeight());
    const Service& service = shown.environment.services[row];
    const bool typing =
        context.edit.path == pointer_to(shown.environment, "services", service.name) + "/title";
    if (typing || !ImGui::IsMouseHoveringRect(low, high)) return false;
    select_row(context.state.selection, shown.environment, row, press);
    return true;
}

void note_focus(PanelContext& context, const Service& service, const std::string& pointer,
                std::size_t first) {
    const auto& items = context.items.items();
    for (std::size_t i = first; i < items.size(); ++i) {
        if (!items[i].focused || items[i].surface != Surface::window) continue;
        context.state.selection.focused = service.name;
        const std::string column = items[i].path.substr(std::min(pointer.size() + 1, items[i].path.size()));
        if (!column_title(column).empty()) context.state.selection.column = column;
    }
}

void want_rows_moved(PanelContext& context, const Environment& environment, int step) {
    const ServiceSelection& selection = context.state.selection;
    const bool alone = !selection.focused.empty() && !selection.contains(selection.focused);
    ServiceSet services =
        alone ? ServiceSet{environment.name, {selection.focused}} : selected_services(selection, environment);
    if (services.names.empty()) return;
    const auto first = index_of(environment.services, services.names.front());
    const auto last = index_of(environment.services, services.names.back());
    if (!first || !last) return;
    const std::size_t before = step > 0 ? *last + 2 : *first - std::min<std::size_t>(*first, 1);
    context.want(MoveServices{std::move(services), before});
}

void take_row_keys(PanelContext& context, const Shown& shown, const RowPlaces& places) {
    if (is_any_popup_open()) return;
    const Environment& environment = shown.environment;
    const ServiceSelection& selection = context.state.selection;
    const int keys = ImGui::GetIO().KeyMods;
    const auto row = index_of(environment.services, selection.focused);
    const bool is_delete = keys == ImGuiMod_None && ImGui::IsKeyPressed(ImGuiKey_Delete, false);
    if (is_delete && !selection.rows.empty() && context.edit.path.empty())
        context.want(DeleteServices{selected_services(selection, environment)});
    const int step = pressed_step();
    if (step == 0) return;
    if (keys == ImGuiMod_Shift && row) extend_by_key(context, environment, *row, step);
    if (keys == ImGuiMod_Alt && (row || !selection.rows.empty()))
        move_by_key(context, environment, places, step);
    if ((keys | ImGuiKey_DownArrow) == kFillDownKeys && step > 0 && selection.several()) {
        keep_focus_where_it_is();
        context.want(Command::fill_down);
    }
}

void follow_row_drag(PanelContext& context, const Shown& shown, const RowPlaces& places) {
    RowDrag& drag = context.state.row_drag;
    const bool held = ImGui::IsMouseDown(ImGuiMouseButton_Left);
    if (!held) drag.cancelled = false;
    if (drag.service.empty()) return;
    const auto& services = shown.environment.services;
    if (!index_of(services, drag.service) || places.height <= 0 || ImGui::IsKeyPressed(ImGuiKey_Escape)) {
        drag = {{}, held};
        return;
    }
    const float rows = (ImGui::GetMousePos().y - places.top) / places.height + 0.5f;
    const auto before = static_cast<std::size_t>(std::clamp(rows, 0.0f, static_cast<float>(services.size())));
    if (held) {
        draw_drop_line(context, shown, places, before);
        return;
    }
    context.want(MoveServices{services_of(context.state.selection, shown.environment, drag.service), before});
    drag = {};
}

}  // namespace stowage::ui
