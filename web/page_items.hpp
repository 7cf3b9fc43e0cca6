// SPDX-License-Identifier: MIT
//
// The widgets of the picture as the page is told of them, for its mirror and for tests.
#pragma once

#include <string>
#include <vector>

#include "stowage/ui/item_registry.hpp"

namespace stowage::web {

/// As JSON: path, role, label, value, enabled, focused, surface and the rectangle in CSS pixels. `scale`: CSS
/// pixels of a point.
[[nodiscard]] std::string items_json(const std::vector<ui::Item>& items, float scale);

/// Tells whether a picture has other widgets than the one before: to compare them is quicker than to write
/// them out.
class ItemsRevision {
  public:
    /// Another number than before when they, or what items_json() makes of them, are others than then.
    [[nodiscard]] double of(const std::vector<ui::Item>& items, float scale);

  private:
    std::vector<ui::Item> items_;
    float scale_ = 0;
    double number_ = 0;
};

}  // namespace stowage::web
