// SPDX-License-Identifier: MIT
#include "panel_lines.hpp"

#include <string>

#include "../widgets/text.hpp"

namespace stowage::ui {

void panel_line_label(PanelContext& context, std::string_view label) {
    const float room = ImGui::GetContentRegionAvail().x - em(kFieldWidth + kDerivedWidth) - em(0.5f);
    const float left = ImGui::GetCursorPosX();
    ImGui::AlignTextToFramePadding();
    const std::string shown = fitted(label, room);
    {
        const TextStyle style(context, TextSize::body, context.theme.text_muted);
        plain_text(shown);
    }
    if (shown != label) tooltip(context, label);
    ImGui::SameLine(left + room + em(0.5f));
}

void panel_heading(PanelContext& context, std::string_view label) {
    gap(0.6f);
    text(context, "", {.text = label, .size = TextSize::small, .muted = true, .strong = true}, Role::heading);
}

}  // namespace stowage::ui
