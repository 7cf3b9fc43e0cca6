// SPDX-License-Identifier: MIT
#include "drag.hpp"

#include <algorithm>

#include "text.hpp"

namespace stowage::ui {
namespace {

constexpr float kDragPaddingX = 0.5f;  // em
constexpr float kPaddingY = 0.15f;     // em

void chip(ImDrawList& list, ImVec2 low, ImVec2 high, std::string_view words, Colour face, Colour ink) {
    list.AddRectFilled(low, high, to_u32(face), em(kRounding));
    list.AddText({low.x + em(kDragPaddingX), low.y + (high.y - low.y - ImGui::GetFontSize()) / 2},
                 to_u32(ink), begin_of(words), end_of(words));
}

ImVec2 size_of(std::string_view words) {
    const ImVec2 size = ImGui::CalcTextSize(begin_of(words), end_of(words));
    return {size.x + 2 * em(kDragPaddingX), ImGui::GetFontSize() + 2 * em(kPaddingY)};
}

}  // namespace

void drag_label(const WidgetContext& context, std::string_view label, std::string_view what_happens,
                Colour colour) {
    const TextStyle style(context, TextSize::small, context.theme.text);
    const ImVec2 size = size_of(label);
    const ImVec2 more = size_of(what_happens);
    const float width = size.x + (what_happens.empty() ? 0.0f : more.x);
    const ImVec2 window = ImGui::GetMainViewport()->Size;
    ImVec2 low = ImGui::GetMousePos();
    low.x = std::clamp(low.x + em(0.6f), 0.0f, std::max(0.0f, window.x - width));
    low.y = std::clamp(low.y + em(0.6f), 0.0f, window.y - size.y);
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    if (!what_happens.empty()) {
        const ImVec2 from(low.x + size.x - em(kRounding), low.y);
        const ImVec2 to(low.x + width, low.y + size.y);
        list.AddRectFilled(from, to, to_u32(context.theme.surface), em(kRounding));
        list.AddRect(from, to, to_u32(context.theme.border), em(kRounding));
        list.AddText({low.x + size.x + em(kDragPaddingX) / 2, low.y + em(kPaddingY)},
                     to_u32(context.theme.text), begin_of(what_happens), end_of(what_happens));
    }
    chip(list, low, {low.x + size.x, low.y + size.y}, label, colour, context.theme.kind_text);
}

void drop_words(WidgetContext& context, std::string_view path, std::string_view words, Colour colour) {
    const TextStyle style(context, TextSize::small, context.theme.text, true);
    const ImVec2 size = size_of(words);
    const ImVec2 at = ImGui::GetWindowPos();
    const ImVec2 low(at.x + ImGui::GetWindowWidth() - size.x - em(0.5f),
                     at.y + ImGui::GetWindowHeight() - size.y - em(0.2f));
    const ImVec2 high(low.x + size.x, low.y + size.y);
    chip(*ImGui::GetWindowDrawList(), low, high, words, colour, context.theme.surface);
    record(context, path, Role::status, {low.x, low.y, high.x, high.y}, words);
}

bool drop_strip(WidgetContext& context, std::string_view path, std::string_view label) {
    const TextStyle style(context, TextSize::small, context.theme.text_muted);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 item(ImGui::GetContentRegionAvail().x, points_of(TextSize::heading));
    ImGui::Dummy(item);  // as high as the heading beside it: nothing moves while something is dragged
    const float overhang = em(0.2f);
    const ImVec2 low(at.x, at.y - overhang);
    const ImVec2 high(at.x + item.x, at.y + item.y + overhang);
    const ImVec2 size(item.x, high.y - low.y);
    record(context, path, Role::status, {low.x, low.y, high.x, high.y}, label);
    const bool under = ImGui::IsMouseHoveringRect(low, high);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(low, high, to_u32(under ? context.theme.surface_hover : context.theme.surface),
                       em(kRounding));
    list.AddRect(low, high, to_u32(under ? context.theme.accent : context.theme.border), em(kRounding));
    const std::string shown = fitted(label, size.x - em(1));
    const float width = width_of(shown);
    list.AddText({low.x + (size.x - width) / 2, low.y + (size.y - ImGui::GetFontSize()) / 2},
                 to_u32(under ? context.theme.text : context.theme.text_muted), shown.c_str());
    return under;
}

}  // namespace stowage::ui
