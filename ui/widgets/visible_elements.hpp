// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace stowage::ui {

/// How high the elements of a list are, in points with the space below them, as far as they were in view.
/// What never was is taken to be as high as the first of its kind that was. Not as the last: where two of a
/// kind differ, the list would jump between two states.
struct ElementHeights {
    struct Height {
        float points = 0;   ///< 0: not measured
        bool seen = false;  ///< it was drawn in view, so that Dear ImGui knows its height
    };
    std::string list;  ///< which list that is
    float width = 0;   ///< of the region
    std::vector<Height> each;
    std::unordered_map<int, Height> of_kind;  ///< seen: measured at this width
};

/// A list that may be very long, of elements that differ in height.
struct LongList {
    std::string list;  ///< a name of its own: what is known of the elements of another list is forgotten
    std::size_t count = 0;
    std::optional<std::size_t> wanted{};   ///< is drawn although it may be out of view
    std::function<int(std::size_t)> kind;  ///< elements of one kind are mostly of one height
    /// Draws an element with the height that is given; 0: as high as it is.
    std::function<void(std::size_t, float)> draw;
};

/// Draws the elements that are in view and one beyond each end, where the keyboard goes next; leaves room for
/// the others. Something must be drawn below the list.
void draw_visible(const LongList& list, ElementHeights& heights);

}  // namespace stowage::ui
