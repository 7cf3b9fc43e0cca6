// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cfloat>

#include "../widgets/button.hpp"
#include "../widgets/text.hpp"
#include "../widgets/text_field.hpp"
#include "dialog_window.hpp"
#include "palette_entries.hpp"

namespace stowage::ui {
namespace {

constexpr const char* kPaletteName = "##palette";
constexpr const char* kPaletteField = "palette/field";
constexpr float kPaletteWidth = 40.0f;  // em
constexpr float kTopicHeight = 30.0f;   // em: half a common screen; a longer text is scrolled
constexpr float kPaletteLines = 12;     // as many as are taken in at a glance; the others are scrolled to

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
        text_field(context, kPaletteField,
                   {.text = palette.query,
                    .label = history ? "Earlier states" : "Actions and places",
                    .hint = history ? "Which state to go to" : "What to do, where to go, what to read up"});
    std::string query = palette.query;
    if (context.edit.path == kPaletteField) query = context.edit.text;
    if (field.committed) query = *field.committed;
    if (query != palette.query) palette.chosen = 0;
    palette.query = std::move(query);
    return field.entered;
}

void update_entries(PanelContext& context, Palette& palette) {
    const std::uint64_t revision = figures_revision(context.session);
    if (palette.revision == revision) return;
    palette.revision = revision;
    palette.entries =
        palette.list == Palette::List::history ? history_entries(context) : action_entries(context);
    palette.found_for.reset();
}

void update_found(Palette& palette) {
    if (palette.found_for == palette.query) return;
    palette.found_for = palette.query;
    palette.found = matching(palette.entries, palette.query);
}

/// The entry that was pressed, or null.
const PaletteEntry* draw_lines(PanelContext& context, const Palette& palette, bool moved) {
    const PaletteEntry* pressed = nullptr;
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(palette.found.size()));
    if (moved) clipper.IncludeItemByIndex(static_cast<int>(palette.chosen));
    while (clipper.Step()) {
        for (int line = clipper.DisplayStart; line < clipper.DisplayEnd; ++line) {
            const auto i = static_cast<std::size_t>(line);
            const PaletteEntry& entry = palette.entries[palette.found[i]];
            const MenuNote note{entry.note, context.theme.text_muted};
            if (menu_item(context, "palette/" + std::to_string(i), entry.label, note, i == palette.chosen))
                pressed = &entry;
            if (i == palette.chosen && moved) ImGui::SetScrollHereY();
        }
    }
    return pressed;
}

const PaletteEntry* draw_list(PanelContext& context, const Palette& palette, bool moved) {
    const PaletteEntry* pressed = nullptr;
    const float spacing = ImGui::GetStyle().ItemSpacing.y;
    const float height = (ImGui::GetFrameHeight() + spacing) * kPaletteLines - spacing;
    if (ImGui::BeginChild("##list", {0, height}, ImGuiChildFlags_NavFlattened)) {
        if (palette.found.empty())
            text(context, "palette/none", {.text = "Nothing of that name.", .muted = true}, Role::status);
        pressed = draw_lines(context, palette, moved);
    }
    ImGui::EndChild();
    return pressed;
}

/// What was chosen to be read, and the way back to the search.
void draw_topic(PanelContext& context, Palette& palette) {
    const HelpTopic& topic = *palette.topic;
    text(context, "palette/topic",
         {.text = topic.title, .size = TextSize::heading, .strong = true, .wrap = true}, Role::heading);
    text(context, "palette/kind", {.text = topic.kind, .size = TextSize::small, .muted = true});
    gap(0.4f);
    ImGui::SetNextWindowSizeConstraints({0, 0}, {FLT_MAX, em(kTopicHeight)});
    if (ImGui::BeginChild("##topic", {0, 0}, ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened))
        text(context, "palette/text", {.text = topic.text, .wrap = true});
    ImGui::EndChild();
    gap(0.6f);
    const bool back =
        button(context, "palette/back", {.label = "Back to the search", .style = ButtonStyle::primary});
    ImGui::SameLine(0, em(0.4f));
    if (button(context, "palette/close", {.label = "Close", .style = ButtonStyle::framed})) {
        palette = {};
    } else if (back || ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
        palette.topic.reset();
        context.edit.focus_path = kPaletteField;
    }
}

void draw_palette_contents(PanelContext& context) {
    Palette& palette = context.state.palette;
    if (palette.topic) return draw_topic(context, palette);
    update_entries(context, palette);
    const bool entered = draw_field(context, palette);
    update_found(palette);
    const std::size_t before = palette.chosen;
    move_choice(palette, palette.found.size());
    const PaletteEntry* pressed = draw_list(context, palette, before != palette.chosen);
    if (entered && !palette.found.empty()) pressed = &palette.entries[palette.found[palette.chosen]];
    if (pressed == nullptr && !entered && !ImGui::IsKeyPressed(ImGuiKey_Escape)) return;
    if (pressed != nullptr && !pressed->text.empty()) {
        palette.topic = {pressed->label, pressed->note, pressed->text};
        context.edit.focus_path = "palette/back";
        return;
    }
    const auto run = pressed == nullptr ? nullptr : pressed->run;
    palette = {};
    if (run) run(context);
}

}  // namespace

void draw_palette(PanelContext& context) {
    Palette& palette = context.state.palette;
    if (palette.list != Palette::List::closed && !ImGui::IsPopupOpen(kPaletteName)) {
        ImGui::OpenPopup(kPaletteName);
        context.edit.focus_path = kPaletteField;
    }
    const DialogWindow window(kPaletteName, kPaletteWidth);
    if (!window) return;
    if (palette.list != Palette::List::closed) draw_palette_contents(context);
    if (palette.list == Palette::List::closed) ImGui::CloseCurrentPopup();
}

}  // namespace stowage::ui
