// SPDX-License-Identifier: MIT
#include <algorithm>

#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "dialog_window.hpp"
#include "palette_entries.hpp"

namespace stowage::ui {
namespace {

constexpr const char* kName = "##palette";
constexpr const char* kField = "palette/field";
constexpr float kWidth = 40.0f;  // em
constexpr float kLines = 12;     // as many as are taken in at a glance; the others are scrolled to

/// Up and down move the choice while typing goes on.
void move_choice(Palette& palette, std::size_t count) {
    const std::size_t last = count == 0 ? 0 : count - 1;
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) ++palette.chosen;
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow) && palette.chosen > 0) --palette.chosen;
    palette.chosen = std::min(palette.chosen, last);
}

/// What is typed; true when Enter was pressed.
bool draw_field(PanelContext& context, Palette& palette) {
    const bool history = palette.list == Palette::List::history;
    const TextFieldResult field =
        text_field(context, kField,
                   {.text = palette.query,
                    .label = history ? "Earlier states" : "Actions and places",
                    .hint = history ? "Which state to go to" : "What to do, or where to go"});
    std::string query = palette.query;
    if (context.edit.path == kField) query = context.edit.text;
    if (field.committed) query = *field.committed;
    if (query != palette.query) palette.chosen = 0;
    palette.query = std::move(query);
    return field.entered;
}

/// The entry that was pressed, or null.
const PaletteEntry* draw_lines(PanelContext& context, const std::vector<PaletteEntry>& entries,
                               const std::vector<std::size_t>& shown, const Palette& palette, bool moved) {
    const PaletteEntry* pressed = nullptr;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const PaletteEntry& entry = entries[shown[i]];
        const MenuNote note{entry.note, context.theme.text_muted};
        if (menu_item(context, "palette/" + std::to_string(i), entry.label, note, i == palette.chosen))
            pressed = &entry;
        if (i == palette.chosen && moved) ImGui::SetScrollHereY();
    }
    return pressed;
}

const PaletteEntry* draw_list(PanelContext& context, const std::vector<PaletteEntry>& entries,
                              const std::vector<std::size_t>& shown, bool moved) {
    const PaletteEntry* pressed = nullptr;
    const float spacing = ImGui::GetStyle().ItemSpacing.y;
    const float height = (ImGui::GetFrameHeight() + spacing) * kLines - spacing;
    if (ImGui::BeginChild("##list", {0, height}, ImGuiChildFlags_NavFlattened)) {
        if (shown.empty())
            text(context, "palette/none", {.text = "Nothing of that name.", .muted = true}, Role::status);
        pressed = draw_lines(context, entries, shown, context.state.palette, moved);
    }
    ImGui::EndChild();
    return pressed;
}

void draw_contents(PanelContext& context) {
    Palette& palette = context.state.palette;
    const auto entries =
        palette.list == Palette::List::history ? history_entries(context) : action_entries(context);
    const bool entered = draw_field(context, palette);
    const auto shown = matching(entries, palette.query);
    const std::size_t before = palette.chosen;
    move_choice(palette, shown.size());
    const PaletteEntry* pressed = draw_list(context, entries, shown, before != palette.chosen);
    if (entered && !shown.empty()) pressed = &entries[shown[palette.chosen]];
    if (pressed == nullptr && !entered && !ImGui::IsKeyPressed(ImGuiKey_Escape)) return;
    palette = {};
    if (pressed != nullptr) pressed->run(context);
}

}  // namespace

void draw_palette(PanelContext& context) {
    Palette& palette = context.state.palette;
    if (palette.list != Palette::List::closed && !ImGui::IsPopupOpen(kName)) {
        ImGui::OpenPopup(kName);
        context.edit.focus_path = kField;
    }
    const DialogWindow window(kName, kWidth);
    if (!window) return;
    if (palette.list != Palette::List::closed) draw_contents(context);
    if (palette.list == Palette::List::closed) ImGui::CloseCurrentPopup();
}

}  // namespace stowage::ui
