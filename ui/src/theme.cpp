// SPDX-License-Identifier: MIT
#include "stowage/ui/theme.hpp"

#include <algorithm>
#include <cmath>

namespace stowage::ui {
namespace {

/// The linear value of an sRGB channel (WCAG 2.1, "relative luminance").
double linear(std::uint8_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
    return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

constexpr Theme kLight{
    .page = rgb(0xF4F5F7),
    .surface = rgb(0xFFFFFF),
    .surface_hover = rgb(0xECEFF3),
    .field = rgb(0xF7F8FA),
    .border = rgb(0xDDE1E7),
    .text = rgb(0x1A1F27),
    .text_muted = rgb(0x5A6472),
    .accent = rgb(0x0B6E68),
    .accent_text = rgb(0xFFFFFF),
    .error = rgb(0xB42318),
    .warning = rgb(0x8A5200),
    .info = rgb(0x1F5FA8),
    .free = rgb(0xE6E9EE),
    .reserve = rgb(0xA9B1BD),
    .kinds = {rgb(0x5B6675), rgb(0x2F6B3A), rgb(0x1D5F94), rgb(0x5A4FA3), rgb(0x8A5A12), rgb(0x0E6A73),
              rgb(0xA33A54)},
    .kind_text = rgb(0xFFFFFF),
    .series = {rgb(0x0B6E68), rgb(0xB8500F), rgb(0x4A5FC1), rgb(0xA23B8C)},
};

constexpr Theme kDark{
    .page = rgb(0x12151A),
    .surface = rgb(0x1A1E25),
    .surface_hover = rgb(0x262C36),
    .field = rgb(0x15191F),
    .border = rgb(0x313946),
    .text = rgb(0xE9ECF1),
    .text_muted = rgb(0xA3ADBB),
    .accent = rgb(0x4FC4BA),
    .accent_text = rgb(0x08211F),
    .error = rgb(0xFF8A7D),
    .warning = rgb(0xE9B44C),
    .info = rgb(0x7DB7F2),
    .free = rgb(0x2B323D),
    .reserve = rgb(0x6C7686),
    .kinds = {rgb(0xA9B4C2), rgb(0x86C490), rgb(0x7FBAE8), rgb(0xB3A8F0), rgb(0xE0B36A), rgb(0x74C7CF),
              rgb(0xF09AAE)},
    .kind_text = rgb(0x10141A),
    .series = {rgb(0x4FC4BA), rgb(0xF0A35E), rgb(0x9DB2FF), rgb(0xE58FD0)},
};

constexpr Theme kLightContrast{
    .page = rgb(0xFFFFFF),
    .surface = rgb(0xFFFFFF),
    .surface_hover = rgb(0xE3E7ED),
    .field = rgb(0xFFFFFF),
    .border = rgb(0x3A4350),
    .text = rgb(0x000000),
    .text_muted = rgb(0x2F3742),
    .accent = rgb(0x00514C),
    .accent_text = rgb(0xFFFFFF),
    .error = rgb(0x8A0F05),
    .warning = rgb(0x613800),
    .info = rgb(0x0C3F7D),
    .free = rgb(0xFFFFFF),
    .reserve = rgb(0x5F6875),
    .kinds = {rgb(0x454E5B), rgb(0x1F5229), rgb(0x12477A), rgb(0x473D8C), rgb(0x6B4206), rgb(0x07525A),
              rgb(0x862441)},
    .kind_text = rgb(0xFFFFFF),
    .series = {rgb(0x00514C), rgb(0x8F3A05), rgb(0x2F42A0), rgb(0x7F2470)},
    .outlined = true,
};

constexpr Theme kDarkContrast{
    .page = rgb(0x000000),
    .surface = rgb(0x000000),
    .surface_hover = rgb(0x262C34),
    .field = rgb(0x000000),
    .border = rgb(0xB9C3CF),
    .text = rgb(0xFFFFFF),
    .text_muted = rgb(0xD4DBE4),
    .accent = rgb(0x6FE6DA),
    .accent_text = rgb(0x000000),
    .error = rgb(0xFFB0A6),
    .warning = rgb(0xFFD07A),
    .info = rgb(0xA8D2FF),
    .free = rgb(0x000000),
    .reserve = rgb(0x929DAB),
    .kinds = {rgb(0xB8C2CF), rgb(0x96D3A0), rgb(0x92C6EF), rgb(0xC2B8F7), rgb(0xEABF7A), rgb(0x84D4DB),
              rgb(0xF6AFBF)},
    .kind_text = rgb(0x000000),
    .series = {rgb(0x6FE6DA), rgb(0xFFB777), rgb(0xB4C4FF), rgb(0xF2A6E0)},
    .outlined = true,
};

}  // namespace

double contrast(Colour a, Colour b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

Colour Theme::severity(Severity severity) const {
    switch (severity) {
        case Severity::error: return error;
        case Severity::warning: return warning;
        case Severity::info: return info;
    }
    return info;
}

Theme muted(const Theme& theme) {
    Theme result = theme;
    result.text = result.error = result.warning = result.info = theme.text_muted;
    return result;
}

const Theme& light_theme() { return kLight; }
const Theme& dark_theme() { return kDark; }
const Theme& light_contrast_theme() { return kLightContrast; }
const Theme& dark_contrast_theme() { return kDarkContrast; }

const Theme& theme_of(Appearance appearance) {
    if (appearance.high_contrast) return appearance.dark ? kDarkContrast : kLightContrast;
    return appearance.dark ? kDark : kLight;
}

}  // namespace stowage::ui
