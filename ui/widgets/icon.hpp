// SPDX-License-Identifier: MIT
#pragma once

#include "widget_context.hpp"

namespace stowage::ui {

/// Line drawings on a grid of 24 x 24, sharp at every size.
enum class Icon {
    undo,
    redo,
    history,
    search,
    open,
    save,
    link,
    copy,
    plans,
    add,
    more,
    settings,
    close,
    chevron,
    theme,
    help,
    error,
    warning,
    info
};

[[nodiscard]] constexpr Icon icon_of(Severity severity) {
    switch (severity) {
        case Severity::error: return Icon::error;
        case Severity::warning: return Icon::warning;
        case Severity::info: return Icon::info;
    }
    return Icon::info;
}

/// Draws the icon centred at a point, with sides of `size`.
void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour);

}  // namespace stowage::ui
