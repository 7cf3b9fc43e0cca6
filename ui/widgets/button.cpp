// SPDX-License-Identifier: MIT
#include "button.hpp"

#include <algorithm>

#include "text.hpp"

namespace stowage::ui {
namespace {

constexpr float kIconSize = 1.15f;        // em
constexpr float kButtonPaddingX = 0.65f;  // em
constexpr float kIconPadding = 0.42f;     // em, around an icon without text
constexpr float kIconGap = 0.4f;          // em, between icon and text

std::string_view words_of(const Button& button) { return button.shown.empty() ? button.label : button.shown; }

Colour face(const WidgetContext& context, ButtonStyle style) {
    if (style == ButtonStyle::primary) return context.theme.accent;
    return context.theme.surface;
}

struct ItemState {
    bool pressed;
    bool hovered;
    bool active;
    bool focused;
};

ItemState invisible_button(std::string_view path, ImVec2 size, bool enabled) {
    const IdScope id(path);
    ImGui::BeginDisabled(!enabled);
    ItemState state{};
    state.pressed = ImGui::InvisibleButton("##button", size, ImGuiButtonFlags_EnableNav);
    state.hovered = ImGui::IsItemHovered();
    state.active = ImGui::IsItemActive();
    state.focused = ImGui::IsItemFocused();
    ImGui::EndDisabled();
    return state;
}

void draw_face(const WidgetContext& context, const Button& button, const ItemState& state) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    const bool lit = state.hovered || state.active;
    if (button.style == ButtonStyle::primary) {
        list.AddRectFilled(low, high,
                           to_u32(face(context, button.style), button.enabled ? (lit ? 0.88f : 1.0f) : 0.4f),
                           em(kRounding));
    } else if (lit && button.enabled) {
        list.AddRectFilled(low, high, to_u32(context.theme.surface_hover), em(kRounding));
    }
    if (button.style == ButtonStyle::framed ||
        (context.theme.outlined && button.style != ButtonStyle::primary && button.enabled))
        list.AddRect(low, high, to_u32(context.theme.border), em(kRounding));
}

/// ImGui fills the line with a colour that is near that of the others.
void outline_selected(const WidgetContext& context) {
    if (!context.theme.outlined) return;
    ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                                        to_u32(context.theme.accent), em(kRounding));
}

/// ImGui looks where a popup fits when it appears only; a menu may grow while it is open.
void keep_in_view() {
    const ImGuiViewport& viewport = *ImGui::GetMainViewport();
    const ImVec2 at = ImGui::GetWindowPos();
    const float lowest = viewport.Pos.y + viewport.Size.y - ImGui::GetWindowHeight();
    if (at.y > lowest) ImGui::SetWindowPos({at.x, std::max(lowest, viewport.Pos.y)});
}

}  // namespace

float button_width(const WidgetContext&, const Button& button) {
    if (button.icon_only) return em(kIconSize + 2 * kIconPadding);
    const float icon = button.icon ? em(kIconSize + kIconGap) : 0.0f;
    return width_of(words_of(button)) + icon + 2 * em(kButtonPaddingX);
}

bool button(WidgetContext& context, std::string_view path, const Button& button) {
    const float height = ImGui::GetFrameHeight();
    // Only by name: what is asked for of an object is its first field.
    take_focus_by_name(context, path);
    const ItemState state = invisible_button(path, {button_width(context, button), height}, button.enabled);
    record_last_item(context, path, button.role, button.label, {}, button.enabled);
    draw_face(context, button, state);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 low = ImGui::GetItemRectMin();
    const Colour ink = button.style == ButtonStyle::primary ? context.theme.accent_text : context.theme.text;
    const ImU32 colour = to_u32(ink, button.enabled ? 1.0f : 0.35f);
    float x = low.x + em(button.icon_only ? kIconPadding : kButtonPaddingX);
    if (button.icon) {
        draw_icon(list, *button.icon, {x + em(kIconSize) / 2, low.y + height / 2}, em(kIconSize), colour);
        x += em(kIconSize + kIconGap);
    }
    if (!button.icon_only) {
        const std::string_view words = words_of(button);
        list.AddText({x, low.y + (height - ImGui::GetFontSize()) / 2}, colour, begin_of(words),
                     end_of(words));
    }
    if (!button.hint.empty()) {
        tooltip(context, button.hint);
    } else if (button.icon_only) {
        tooltip(context, button.label);
    }
    return state.pressed;
}

float tab_width(const WidgetContext&, const Tab& tab) {
    return width_of(tab.label) + 2 * em(kButtonPaddingX) + (tab.badge ? em(0.9f) : 0.0f);
}

bool tab(WidgetContext& context, std::string_view path, const Tab& tab) {
    const float height = em(kTabHeight);
    const ItemState state = invisible_button(path, {tab_width(context, tab), height}, true);
    record_last_item(context, path, Role::tab, tab.label, tab.selected ? "selected" : "");
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    if (state.hovered && !tab.selected) {
        list.AddRectFilled({low.x, low.y + em(0.25f)}, {high.x, high.y - em(0.25f)},
                           to_u32(context.theme.surface_hover), em(kRounding));
    }
    const Colour ink = tab.selected ? context.theme.text : context.theme.text_muted;
    list.AddText({low.x + em(kButtonPaddingX), low.y + (height - ImGui::GetFontSize()) / 2}, to_u32(ink),
                 begin_of(tab.label), end_of(tab.label));
    if (tab.badge) {
        list.AddCircleFilled({high.x - em(kButtonPaddingX) - em(0.05f), low.y + height / 2}, em(0.24f),
                             to_u32(context.theme.severity(*tab.badge)));
    }
    if (tab.selected) {
        list.AddRectFilled({low.x + em(0.3f), high.y - em(0.16f)}, {high.x - em(0.3f), high.y},
                           to_u32(context.theme.accent), em(0.08f));
    }
    tooltip(context, tab.hint);
    return state.pressed;
}

bool menu_item(WidgetContext& context, std::string_view path, std::string_view label, bool enabled,
               bool selected, Role role) {
    const IdScope id(path);
    const ImVec2 size(std::max(width_of(label) + em(1.4f), ImGui::GetContentRegionAvail().x),
                      ImGui::GetFrameHeight());
    const ImGuiSelectableFlags flags = enabled ? ImGuiSelectableFlags_None : ImGuiSelectableFlags_Disabled;
    const bool pressed = ImGui::Selectable("##item", selected, flags, size);
    record_last_item(context, path, role, label, selected ? "selected" : "", enabled);
    const ImVec2 low = ImGui::GetItemRectMin();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (selected) outline_selected(context);
    list.AddText({low.x + em(0.5f), low.y + (size.y - ImGui::GetFontSize()) / 2},
                 to_u32(context.theme.text, enabled ? 1.0f : 0.4f), begin_of(label), end_of(label));
    return pressed;
}

bool menu_item(WidgetContext& context, std::string_view path, std::string_view label, const MenuNote& note,
               bool selected) {
    const IdScope id(path);
    const ImVec2 size(ImGui::GetContentRegionAvail().x, ImGui::GetFrameHeight());
    const bool pressed = ImGui::Selectable("##item", selected, ImGuiSelectableFlags_None, size);
    record_last_item(context, path, Role::menuitem, label, note.words);
    if (selected) outline_selected(context);
    const ImVec2 low = ImGui::GetItemRectMin();
    const float y = low.y + (size.y - ImGui::GetFontSize()) / 2;
    const float room = size.x - 2 * em(0.5f) - em(kIconGap);
    const std::string shown = fitted(label, std::max(room / 2, room - width_of(note.words)));
    const std::string words = fitted(note.words, room - width_of(shown));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddText({low.x + em(0.5f), y}, to_u32(context.theme.text), shown.c_str());
    list.AddText({low.x + size.x - em(0.5f) - width_of(words), y}, to_u32(note.colour), words.c_str());
    if (words != note.words) tooltip(context, note.words);
    return pressed;
}

namespace {

std::string popup_of(std::string_view path) { return std::string(path) + "/menu"; }

}  // namespace

void open_menu(std::string_view path) {
    const std::string popup = popup_of(path);
    if (!ImGui::IsPopupOpen(popup.c_str())) ImGui::OpenPopup(popup.c_str());
}

bool begin_menu(WidgetContext& context, std::string_view path, const Button& face) {
    const std::string popup = popup_of(path);
    if (button(context, path, face)) ImGui::OpenPopup(popup.c_str());
    const ImVec2 low = ImGui::GetItemRectMin();
    const ImVec2 high = ImGui::GetItemRectMax();
    // Under the button, and inside the window: ImGui moves a popup that would leave it.
    ImGui::SetNextWindowPos({low.x, high.y + em(0.2f)}, ImGuiCond_Appearing);
    if (!ImGui::BeginPopup(popup.c_str())) return false;
    if (!ImGui::IsWindowAppearing()) keep_in_view();
    return true;
}

void end_menu() { ImGui::EndPopup(); }

}  // namespace stowage::ui
