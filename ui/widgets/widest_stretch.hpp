// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <span>

namespace stowage::ui {

/// From one position to another along a line, in points.
struct Stretch {
    float from;
    float to;
    [[nodiscard]] float length() const { return to - from; }
    bool operator==(const Stretch&) const = default;
};

/// The widest of the pieces into which the `marks`, in ascending order, cut `whole`; of equal ones the first.
inline Stretch widest_stretch(Stretch whole, std::span<const float> marks) {
    Stretch widest{whole.from, whole.from};
    Stretch piece = whole;
    for (const float mark : marks) {
        if (mark <= piece.from || mark >= whole.to) continue;
        piece.to = mark;
        if (piece.length() > widest.length()) widest = piece;
        piece = {mark, whole.to};
    }
    return piece.length() > widest.length() ? piece : widest;
}

}  // namespace stowage::ui
