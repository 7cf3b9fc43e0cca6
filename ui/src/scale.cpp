// SPDX-License-Identifier: MIT
#include "stowage/ui/scale.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>

namespace stowage::ui {
namespace {

/// Twice the size is what WCAG 2.1 (1.4.4) asks of text that is enlarged; below three quarters the smallest
/// text, of 13 points, would have less than 10. In steps, as each size has letters of its own to draw.
constexpr int kSmallestScale = 75;
constexpr int kLargestScale = 200;
constexpr int kScaleStep = 5;
constexpr std::string_view kScaleKey = "scale";

}  // namespace

int nearest_scale(int percent) {
    const int within = std::clamp(percent, kSmallestScale, kLargestScale);
    return (within + kScaleStep / 2) / kScaleStep * kScaleStep;
}

int stored_scale(Platform& platform) {
    const std::string text = platform.load(kScaleKey).value_or("");
    int percent = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), percent);
    return read.ec == std::errc{} && percent > 0 ? nearest_scale(percent) : kUsualScale;
}

void store_scale(Platform& platform, int percent) { platform.store(kScaleKey, std::to_string(percent)); }

}  // namespace stowage::ui
