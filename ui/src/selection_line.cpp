// SPDX-License-Identifier: MIT
#include "selection_line.hpp"

#include <array>

#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "plan_fields.hpp"
#include "service_row_actions.hpp"
#include "shortcuts.hpp"

namespace stowage::ui {
namespace {

constexpr float kLeadGap = 1.2f;   // em, before the words
constexpr float kWordsGap = 0.5f;  // em, behind them

enum class Act { remove, duplicate, fill, clear };

struct Action {
    Act act{};
    std::string path{};
    std::string label{};
    std::string hint{};
};

Action fill_action(const ServiceSelection& selection) {
    const std::string keys = " (" + keys_text(kFillDownKeys) + ")";
    const std::string column(column_title(selection.column));
    if (column.empty() || selection.column == kNameColumn)
        return {Act::fill, "selection/fill", "Fill down", "Press a cell of the column to fill first" + keys};
    return {Act::fill, "selection/fill", "Fill down " + column,
            "Gives the " + column + " of the first selected row to the others" + keys};
}

std::array<Action, 4> actions_of(const ServiceSelection& selection) {
    return {Action{Act::remove, "selection/remove", "Remove", "Takes them out of the plan (Delete)"},
            Action{Act::duplicate, "selection/duplicate", "Duplicate",
                   "Puts a copy of each behind the last of them"},
            fill_action(selection),
            Action{Act::clear, "selection/clear", "Clear", "Selects nothing (Escape)"}};
}

void perform(PanelContext& context, const Shown& shown, Act act) {
    ServiceSelection& selection = context.state.selection;
    const auto services = [&] { return selected_services(selection, shown.environment); };
    switch (act) {
        case Act::remove: context.want(DeleteServices{services()}); break;
        case Act::duplicate: context.want(DuplicateServices{services()}); break;
        case Act::fill: context.want(Command::fill_down); break;
        case Act::clear: clear_rows(selection); break;
    }
}

std::string words_of(const ServiceSelection& selection) { return count_text(selection) + " selected"; }

bool action_button(PanelContext& context, const Action& action) {
    return button(context, action.path, {.label = action.label, .hint = action.hint});
}

}  // namespace

bool draw_selection_beside(PanelContext& context, const Shown& shown) {
    const ServiceSelection& selection = context.state.selection;
    if (!selection.several()) return true;
    const auto actions = actions_of(selection);
    const std::string words = words_of(selection);
    float width = em(kLeadGap + kWordsGap) + width_of(words);
    for (const Action& action : actions) width += button_width(context, {.label = action.label});
    const ImVec2 next = ImGui::GetCursorScreenPos();
    if (ImGui::GetItemRectMax().x + width > next.x + ImGui::GetContentRegionAvail().x) return false;
    const float height = ImGui::GetItemRectSize().y;
    ImGui::SameLine(0, em(kLeadGap));
    const float y = ImGui::GetCursorPosY() - (ImGui::GetFrameHeight() - height) / 2;
    ImGui::SetCursorPosY(y);
    ImGui::AlignTextToFramePadding();
    text(context, "selection", {.text = words, .muted = true}, Role::status);
    float gap = em(kWordsGap);
    for (const Action& action : actions) {
        ImGui::SameLine(0, gap);
        ImGui::SetCursorPosY(y);
        if (action_button(context, action)) perform(context, shown, action.act);
        gap = 0;
    }
    ImGui::SetCursorScreenPos(next);  // the buttons are higher than the heading
    return true;
}

void draw_selection_below(PanelContext& context, const Shown& shown) {
    const ServiceSelection& selection = context.state.selection;
    const auto actions = actions_of(selection);
    field_label(context, words_of(selection));
    record_last_item(context, "selection", Role::status, words_of(selection));
    for (const Action& action : actions) {
        ImGui::SameLine(0, em(kWordsGap));
        if (ImGui::GetContentRegionAvail().x < button_width(context, {.label = action.label}))
            ImGui::NewLine();
        if (action_button(context, action)) perform(context, shown, action.act);
    }
}

void row_actions(PanelContext& context, const Shown& shown, const ElementRef& element) {
    ServiceSelection& selection = context.state.selection;
    const std::string path = pointer_to(element);
    const bool selected = selection.contains(element.name);
    const auto row = index_of(shown.environment.services, element.name);
    if (row && menu_item(context, path + "/select", selected ? "Deselect" : "Select"))
        toggle_row(selection, shown.environment, *row);
    if (!selected || !selection.several()) return element_actions(context, element);
    const std::string all = count_text(selection);
    const auto line = [&](const char* name, const std::string& label) {
        return menu_item(context, path + name, label);
    };
    if (line("/duplicate", "Duplicate " + all)) perform(context, shown, Act::duplicate);
    if (line("/fill", fill_action(selection).label)) perform(context, shown, Act::fill);
    if (line("/up", "Move " + all + " up")) want_rows_moved(context, shown.environment, -1);
    if (line("/down", "Move " + all + " down")) want_rows_moved(context, shown.environment, +1);
    if (line("/delete", "Delete " + all)) perform(context, shown, Act::remove);
}

}  // namespace stowage::ui
