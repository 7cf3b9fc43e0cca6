// SPDX-License-Identifier: MIT
//
// The one file that looks behind imgui.h.
#include "imgui_internals.hpp"

#include <imgui_internal.h>

#include <string_view>

namespace stowage::ui {

bool imgui_needs_frames() {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    const bool dimming = context.DimBgRatio > 0.0f && context.DimBgRatio < 1.0f;
    return context.InputEventsQueue.Size > 0 || dimming || context.NavWindowingTarget != nullptr;
}

ImGuiID focus_shown() {
    const ImGuiContext& context = *ImGui::GetCurrentContext();
    return context.NavCursorVisible ? context.NavId : 0;
}

void end_typing() { ImGui::ClearActiveID(); }

void forget_typing_of_last_item() {
    ImGuiInputTextState& state = ImGui::GetCurrentContext()->InputTextState;
    if (state.ID == ImGui::GetItemID()) state.ID = 0;
}

Surface current_surface() {
    const ImGuiWindowFlags flags = ImGui::GetCurrentContext()->CurrentWindow->RootWindow->Flags;
    if ((flags & ImGuiWindowFlags_Modal) != 0) return Surface::dialog;
    return (flags & ImGuiWindowFlags_Popup) != 0 ? Surface::popup : Surface::window;
}

void forget_missing_characters(ImFont& font) {
    constexpr int kAllSizes = 0;  // frames that a size may have been unused and yet stays
    ImFontAtlasFontDiscardBakes(ImGui::GetIO().Fonts, &font, kAllSizes);
}

void keep_key_of_last_item(ImGuiKey key) {
    if (ImGui::IsItemFocused()) ImGui::SetKeyOwner(key, ImGui::GetItemID());
}

void keep_field_from_typing() {
    ImGuiContext& context = *ImGui::GetCurrentContext();
    context.NavMoveFlags &= ~(ImGuiNavMoveFlags_Activate | ImGuiNavMoveFlags_NoSetNavCursorVisible);
}

void keep_focus_where_it_is() { ImGui::NavMoveRequestCancel(); }

std::string keys_text(ImGuiKeyChord keys) {
    std::string text = ImGui::GetKeyChordName(keys);
    constexpr std::string_view kArrow = "Arrow";  // "Ctrl+DownArrow"
    if (text.ends_with(kArrow)) text.resize(text.size() - kArrow.size());
    return text;
}

}  // namespace stowage::ui
