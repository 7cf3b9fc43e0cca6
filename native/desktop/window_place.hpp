// SPDX-License-Identifier: MIT
//
// Where a window stood, to put it there again.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stowage::desktop {

/// A rectangle of the desktop, in the window system's coordinates.
struct Area {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    friend bool operator==(const Area&, const Area&) = default;
};

struct WindowPlace {
    Area area;  ///< of the content; of a maximised window: before it was maximised
    bool maximised = false;

    friend bool operator==(const WindowPlace&, const WindowPlace&) = default;
};

/// "X Y WIDTH HEIGHT normal" or "... maximised"; nothing for any other text.
[[nodiscard]] std::optional<WindowPlace> read_window_place(std::string_view text);
[[nodiscard]] std::string window_place_text(const WindowPlace& place);

/// The area moved, and made smaller where it must be, so that all of it is on one screen: the one that shows
/// most of it, else the first. `screens` are the parts of the screens that windows may cover.
[[nodiscard]] Area on_screen(Area area, const std::vector<Area>& screens);

}  // namespace stowage::desktop
