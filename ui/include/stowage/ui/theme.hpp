// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>

#include "stowage/chart.hpp"
#include "stowage/finding.hpp"
#include "stowage/plan.hpp"
#include "stowage/ui/appearance.hpp"

namespace stowage::ui {

/// An opaque colour, 8 bits a channel.
struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    friend bool operator==(const Colour&, const Colour&) = default;
};

[[nodiscard]] constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>((hex >> 8) & 0xFF),
            static_cast<std::uint8_t>(hex & 0xFF)};
}

/// (L1 + 0.05) / (L2 + 0.05) of the relative luminances, from 1 to 21. Source: WCAG 2.1, "contrast ratio".
[[nodiscard]] double contrast(Colour a, Colour b);

/// The colours of one theme, by meaning. Text colours reach a contrast of 4.5 on every surface they stand on,
/// the colours of marks 3; with high contrast 7 and 4.5, which the border has to reach, too. A test checks
/// it.
struct Theme {
    Colour page;           ///< behind everything
    Colour surface;        ///< cards, tables, the answer column
    Colour surface_hover;  ///< a surface under the pointer; also pressed buttons
    Colour field;          ///< an input
    Colour border;
    Colour text;
    Colour text_muted;
    Colour accent;       ///< the one accent: focus, selection, the main button
    Colour accent_text;  ///< on the accent
    Colour error;
    Colour warning;
    Colour info;
    Colour free;                                     ///< the free part of a bar
    Colour reserve;                                  ///< what the operating system keeps
    std::array<Colour, kServiceKinds.size()> kinds;  ///< segments of a bar, by kind of service
    Colour kind_text;                                ///< on those
    std::array<Colour, kMostChartSeries> series;     ///< lines and columns of a chart
    /// Every input, button and bar has its border drawn, also where it would show under the pointer only, and
    /// nothing that stands out from its surface is translucent.
    bool outlined = false;

    [[nodiscard]] Colour severity(Severity severity) const;
    [[nodiscard]] Colour kind(ServiceKind kind) const { return kinds[static_cast<std::size_t>(kind)]; }
};

/// The theme for figures that are not up to date: its texts and marks stand back.
[[nodiscard]] Theme muted(const Theme& theme);

[[nodiscard]] const Theme& light_theme();
[[nodiscard]] const Theme& dark_theme();
[[nodiscard]] const Theme& light_contrast_theme();
[[nodiscard]] const Theme& dark_contrast_theme();
[[nodiscard]] const Theme& theme_of(Appearance appearance);

}  // namespace stowage::ui
