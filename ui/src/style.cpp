// SPDX-License-Identifier: MIT
#include "style.hpp"

#include <string_view>
#include <utility>

#include "imgui_internals.hpp"

namespace stowage::assets {

std::string_view font_regular_basic();
std::string_view font_semibold_basic();

}  // namespace stowage::assets

namespace stowage::ui {
namespace {

void apply_sizes(ImGuiStyle& style) {
    style.WindowPadding = {em(0.5f), em(0.5f)};
    style.FramePadding = {em(0.45f), em(0.32f)};
    style.CellPadding = {em(0.35f), em(0.12f)};
    style.ItemSpacing = {em(0.5f), em(0.4f)};
    style.ItemInnerSpacing = {em(0.35f), em(0.3f)};
    style.ScrollbarSize = em(0.75f);
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 1;
    style.PopupBorderSize = 1;
    style.FrameBorderSize = 0;
    style.WindowRounding = 0;
    style.ChildRounding = em(0.5f);
    style.FrameRounding = em(0.35f);
    style.PopupRounding = em(0.5f);
    style.ScrollbarRounding = em(0.4f);
    style.GrabRounding = em(0.35f);
    style.HoverStationaryDelay = 0.15f;
    style.HoverDelayShort = 0.15f;
    style.HoverDelayNormal = 0.4f;
}

void apply_colours(ImGuiStyle& style, const Theme& theme) {
    ImVec4* colours = style.Colors;
    const auto set = [colours](ImGuiCol slot, Colour colour, float alpha = 1.0f) {
        colours[slot] = to_vec4(colour, alpha);
    };
    set(ImGuiCol_Text, theme.text);
    set(ImGuiCol_TextDisabled, theme.text_muted);
    set(ImGuiCol_WindowBg, theme.page);
    set(ImGuiCol_ChildBg, theme.page, 0.0f);
    set(ImGuiCol_PopupBg, theme.surface);
    set(ImGuiCol_Border, theme.border);
    set(ImGuiCol_BorderShadow, theme.border, 0.0f);
    set(ImGuiCol_FrameBg, theme.field);
    set(ImGuiCol_FrameBgHovered, theme.field);
    set(ImGuiCol_FrameBgActive, theme.surface);
    set(ImGuiCol_ScrollbarBg, theme.page, 0.0f);
    set(ImGuiCol_ScrollbarGrab, theme.text_muted, theme.outlined ? 1.0f : 0.25f);
    set(ImGuiCol_ScrollbarGrabHovered, theme.text_muted, theme.outlined ? 1.0f : 0.55f);
    set(ImGuiCol_ScrollbarGrabActive, theme.text_muted, theme.outlined ? 1.0f : 0.75f);
    set(ImGuiCol_Header, theme.accent, 0.16f);
    set(ImGuiCol_HeaderHovered, theme.surface_hover);
    set(ImGuiCol_HeaderActive, theme.surface_hover);
    set(ImGuiCol_Separator, theme.border);
    set(ImGuiCol_TableBorderLight, theme.border);
    set(ImGuiCol_TableBorderStrong, theme.border);
    set(ImGuiCol_TextSelectedBg, theme.accent, 0.3f);
    set(ImGuiCol_NavCursor, theme.accent);
    set(ImGuiCol_InputTextCursor, theme.text);
    set(ImGuiCol_ModalWindowDimBg, rgb(0x000000), 0.45f);
}

ImFont* add_font(std::string_view bytes, ImFontConfig config = {}) {
    config.FontDataOwnedByAtlas = false;  // ImGui takes a copy
    // ImGui takes a pointer to mutable data and does not write to it while it does not own it.
    void* data = const_cast<char*>(bytes.data());
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()),
                                                      points_of(TextSize::body), &config);
}

void extend_font(ImFont* font, std::string_view bytes) {
    ImFontConfig config;
    config.MergeMode = true;
    config.DstFont = font;
    ImVector<ImFont*>& loaded = ImGui::GetIO().Fonts->Fonts;
    ImFont** const place = loaded.find(font);
    std::swap(*place, loaded.back());  // imgui 1.92.2 asserts that it is the last that grows
    add_font(bytes, config);
    std::swap(*place, loaded.back());
    forget_missing_characters(*font);
}

/// What a host sends instead of a file that it does not have is no font.
bool is_font(std::string_view bytes) {
    constexpr std::string_view kPostScriptOutlines = "OTTO";
    constexpr std::string_view kTrueTypeOutlines{"\0\1\0\0", 4};
    return bytes.starts_with(kPostScriptOutlines) || bytes.starts_with(kTrueTypeOutlines);
}

}  // namespace

void apply_style(const Theme& theme) {
    ImGuiStyle& style = ImGui::GetStyle();
    apply_sizes(style);
    apply_colours(style, theme);
}

Fonts load_fonts() {
    return {add_font(assets::font_regular_basic()), add_font(assets::font_semibold_basic())};
}

void add_letters(const Fonts& fonts, std::string_view regular, std::string_view semibold) {
    if (!is_font(regular) || !is_font(semibold)) return;
    extend_font(fonts.regular, regular);
    extend_font(fonts.semibold, semibold);
}

}  // namespace stowage::ui
