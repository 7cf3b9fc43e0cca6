// SPDX-License-Identifier: MIT
//
// Light or dark, and how much contrast: each as the system wants it, until the user chooses. And how large.
#include "app_state.hpp"
#include "stowage/ui/scale.hpp"
#include "style.hpp"

namespace stowage::ui {
namespace {

constexpr std::string_view kThemeKey = "theme";
constexpr std::string_view kContrastKey = "contrast";
constexpr std::string_view kAsSystem = "system";  // a store forgets no key

/// A remembered choice of two; none where neither was chosen.
struct Choice {
    std::string_view key;
    std::string_view off;
    std::string_view on;

    [[nodiscard]] std::optional<bool> load(Platform& platform) const {
        const auto text = platform.load(key);
        if (!text || (*text != on && *text != off)) return std::nullopt;
        return *text == on;
    }
    /// Where it cannot be remembered it is so until the program ends.
    void store(Platform& platform, std::optional<bool> chosen) const {
        platform.store(key, chosen ? (*chosen ? on : off) : kAsSystem);
    }
};

constexpr Choice kTheme{kThemeKey, "light", "dark"};
constexpr Choice kContrast{kContrastKey, "normal", "high"};

}  // namespace

void App::restore_appearance() {
    Platform& platform = state_->platform;
    state_->ui.chosen = {kTheme.load(platform), kContrast.load(platform)};
    show_appearance(platform.system_appearance());
}

void App::show_appearance(Appearance system) {
    UiState& ui = state_->ui;
    ui.appearance = {ui.chosen.dark.value_or(system.dark),
                     ui.chosen.high_contrast.value_or(system.high_contrast)};
    apply_style(state_->theme());
    state_->platform.appearance_changed(ui.appearance);
}

void App::system_appearance_changed(Appearance system) {
    const Appearance before = state_->ui.appearance;
    show_appearance(system);
    if (state_->ui.appearance != before) state_->scheduler.request_frames();
}

void App::choose_appearance(Command command) {
    AppearanceChoice& chosen = state_->ui.chosen;
    switch (command) {
        case Command::light_theme: chosen.dark = false; break;
        case Command::dark_theme: chosen.dark = true; break;
        case Command::toggle_contrast: chosen.high_contrast = !state_->ui.appearance.high_contrast; break;
        default: chosen = {}; break;
    }
    kTheme.store(state_->platform, chosen.dark);
    kContrast.store(state_->platform, chosen.high_contrast);
    show_appearance(state_->platform.system_appearance());
}

void App::change_scale(Command command) {
    constexpr int kStep = 10;  // per cent: the steps of browsers around 100
    Platform& platform = state_->platform;
    const int before = platform.scale().value_or(kUsualScale);
    const int step = command == Command::larger ? kStep : -kStep;
    platform.set_scale(command == Command::usual_size ? kUsualScale : before + step);
}

}  // namespace stowage::ui
