// SPDX-License-Identifier: MIT
//
// What every widget needs, and the drawing helpers that they share. Only ui/widgets calls Dear ImGui's item
// functions; panels call widgets.
#pragma once

#include <imgui.h>

#include <string>
#include <string_view>

#include "stowage/ui/item_registry.hpp"
#include "stowage/ui/theme.hpp"

namespace stowage::ui {

/// The fonts, at any size: Dear ImGui rasterises glyphs when they are first used.
struct Fonts {
    ImFont* regular = nullptr;
    ImFont* semibold = nullptr;
};

/// What is being typed where. There is at most one active field.
struct EditState {
    std::string path;          ///< of the active text field; empty: none
    std::string text;          ///< what it holds now
    std::string began;         ///< what it held when it was entered
    std::string focus_path;    ///< field to focus in the next frame, or an object whose first field is meant
    int focus_frames = 0;      ///< drawn since focus_path was set
    std::string focus_given;   ///< field that was given the focus; typing begins one frame later
    std::string highlight;     ///< path of what a finding points at, until the next click
    bool tabbed = false;       ///< Tab was pressed in the active field: it is left in the next frame
    std::string kept_path;     ///< widget that had the focus when its path changed: it gets it back
    bool kept_typing = false;  ///< and it was being typed into
    int kept_frames = 0;       ///< drawn since kept_path was set
};

struct WidgetContext {
    ItemRegistry& items;
    const Theme& theme;
    const Fonts& fonts;
    EditState& edit;
};

/// Sizes are in em: multiples of the body text's size.
[[nodiscard]] float em(float count = 1.0f);

/// Of the corners of what is pressed or edited.
inline constexpr float kRounding = 0.35f;  // em

/// The type scale.
enum class TextSize { small, body, heading, figure };
[[nodiscard]] float points_of(TextSize size);

[[nodiscard]] ImU32 to_u32(Colour colour, float alpha = 1.0f);
[[nodiscard]] ImVec4 to_vec4(Colour colour, float alpha = 1.0f);

/// For the ImGui functions that take a char range.
[[nodiscard]] inline const char* begin_of(std::string_view text) { return text.data(); }
[[nodiscard]] inline const char* end_of(std::string_view text) { return text.data() + text.size(); }
/// In points, in the font of the moment.
[[nodiscard]] inline float width_of(std::string_view text) {
    return ImGui::CalcTextSize(begin_of(text), end_of(text)).x;
}

/// Sets font, size and colour of text until it is destroyed.
class TextStyle {
  public:
    TextStyle(const WidgetContext& context, TextSize size, Colour colour, bool strong = false);
    ~TextStyle();
    TextStyle(const TextStyle&) = delete;
    TextStyle& operator=(const TextStyle&) = delete;
};

/// An ImGui id made of a path, until it is destroyed.
class IdScope {
  public:
    explicit IdScope(std::string_view id) { ImGui::PushID(begin_of(id), end_of(id)); }
    ~IdScope() { ImGui::PopID(); }
    IdScope(const IdScope&) = delete;
    IdScope& operator=(const IdScope&) = delete;
};

/// Records the widget that ImGui drew last, with the part of it that is inside the clip rectangle.
void record_last_item(WidgetContext& context, std::string_view path, Role role, std::string_view label,
                      std::string_view value = {}, bool enabled = true);
/// Records something that was drawn by hand.
void record(WidgetContext& context, std::string_view path, Role role, Rect rect, std::string_view label,
            std::string_view value = {});

/// A tooltip for the widget that ImGui drew last, after a short rest of the pointer or on keyboard focus.
/// Lines are separated by newlines.
void tooltip(const WidgetContext& context, std::string_view text);

/// Focuses the next field when a finding asked for `path`, or for an object that holds it, and when it had
/// the focus before its path changed.
void take_focus_request(WidgetContext& context, std::string_view path);
/// The same for what is no field: only when asked for by name.
void take_focus_by_name(WidgetContext& context, std::string_view path);

/// True when the two are the same place, or `path` lies below `ancestor`.
[[nodiscard]] bool is_at_or_below(std::string_view path, std::string_view ancestor);

}  // namespace stowage::ui
