// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "panel_context.hpp"
#include "stowage/session/autosave.hpp"
#include "stowage/ui/app.hpp"

namespace stowage::ui {

/// What the platform was given to save, until its dialog has an answer.
struct OfferedFile {
    std::string text;
    bool is_plan = false;      ///< the text is the plan, not a report about it
    std::size_t document = 0;  ///< that the plan came from
};

struct App::State {
    State(Platform& the_platform, std::shared_ptr<const Catalogue> the_catalogue, Plan plan)
        : platform(the_platform),
          catalogue(the_catalogue),
          session(std::move(plan), std::move(the_catalogue)) {}

    Platform& platform;
    std::shared_ptr<const Catalogue> catalogue;
    Session session;
    UiState ui;
    OfferedFile offered;
    Fonts fonts;
    ItemRegistry items;
    FrameScheduler scheduler;
    Autosave autosave;
    std::vector<Intent> intents;        ///< of this frame
    std::vector<Command> commands;      ///< of this frame
    std::vector<Intent> renames;        ///< that wait until the mouse button is let go
    std::vector<Command> postponed;     ///< of the frame before: until what was being typed is committed
    std::optional<std::string> stored;  ///< what this window loaded or stored as the plan to remember
    std::size_t stored_document = 0;    ///< and the text that it came from
    std::string title;                  ///< as the platform knows it
    std::string summary;                ///< as the platform knows it
    ImVec2 pointer;                     ///< in the last frame
    ImGuiID focus = 0;                  ///< what the keyboard was on, in the last frame
    double rested = 0;                  ///< seconds that neither has moved, in the time of ImGui
    std::uint64_t drawn_revision = 0;   ///< of the plan in the last frame
    double figures_due = 0;             ///< when to work out its figures, should they be stale

    [[nodiscard]] const Theme& theme() const { return theme_of(ui.appearance); }
};

/// The first of the errors, and how many more there are.
[[nodiscard]] std::string first_error(const Errors& errors);

/// A title as a file name: letters, digits and hyphens of it.
[[nodiscard]] std::string file_name(std::string_view title, std::string_view extension);
/// What to tell of them: the first, and how many more there are.
[[nodiscard]] std::string first_error(const Errors& errors);

/// Draws everything into one window that fills the viewport.
void draw_window(PanelContext& context);

}  // namespace stowage::ui
