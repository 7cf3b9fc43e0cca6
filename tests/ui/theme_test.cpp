// SPDX-License-Identifier: MIT
//
// WCAG 2.1: text needs a contrast of 4.5 (success criterion 1.4.3), marks and the borders of what can be
// operated 3 (1.4.11). Of the themes of high contrast more is asked: 7 of text (1.4.6), and 4.5 of marks and
// borders, for which WCAG knows no higher level.
#include "stowage/ui/theme.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

using namespace stowage;
using namespace stowage::ui;

namespace {

struct Named {
    std::string name;
    Colour colour;
};

std::vector<Named> surfaces(const Theme& theme) {
    return {{"page", theme.page},
            {"surface", theme.surface},
            {"surface_hover", theme.surface_hover},
            {"field", theme.field}};
}

std::vector<Named> texts(const Theme& theme) {
    return {{"text", theme.text},
            {"text_muted", theme.text_muted},
            {"error", theme.error},
            {"warning", theme.warning},
            {"info", theme.info}};
}

/// A theme and what is asked of it.
struct Judged {
    std::string name;
    const Theme& theme;
    double text = 4.5;
    double mark = 3;
};

std::vector<Judged> themes() {
    return {{"light", light_theme()},
            {"dark", dark_theme()},
            {"light, high contrast", light_contrast_theme(), 7, 4.5},
            {"dark, high contrast", dark_contrast_theme(), 7, 4.5}};
}

/// `front` painted over `back` with that opacity.
Colour over(Colour front, Colour back, double opacity) {
    const auto mixed = [opacity](int a, int b) {
        return static_cast<std::uint8_t>(std::lround(opacity * a + (1 - opacity) * b));
    };
    return {mixed(front.red, back.red), mixed(front.green, back.green), mixed(front.blue, back.blue)};
}

void check(const Named& front, const Named& back, double least) {
    const double reached = contrast(front.colour, back.colour);
    CHECK_MESSAGE(reached >= least, front.name << " on " << back.name << ": " << reached);
}

}  // namespace

TEST_SUITE("theme") {
    TEST_CASE("contrast is that of WCAG") {
        CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == doctest::Approx(21.0));
        CHECK(contrast(rgb(0x777777), rgb(0x777777)) == doctest::Approx(1.0));
        // The best known pair: the lightest grey that is text on white.
        CHECK(contrast(rgb(0x767676), rgb(0xFFFFFF)) == doctest::Approx(4.54).epsilon(0.001));
        CHECK(contrast(rgb(0xFFFFFF), rgb(0x767676)) == contrast(rgb(0x767676), rgb(0xFFFFFF)));
    }

    TEST_CASE("text can be read on every surface") {
        for (const Judged& judged : themes()) {
            CAPTURE(judged.name);
            const Theme& theme = judged.theme;
            for (const Named& surface : surfaces(theme)) {
                for (const Named& text : texts(theme)) check(text, surface, judged.text);
            }
            check({"accent_text", theme.accent_text}, {"accent", theme.accent}, judged.text);
        }
    }

    TEST_CASE("the names in a bar can be read") {
        for (const Judged& judged : themes()) {
            CAPTURE(judged.name);
            for (const ServiceKind kind : kServiceKinds) {
                check({"kind_text", judged.theme.kind_text},
                      {std::string(name_of(kind)), judged.theme.kind(kind)}, judged.text);
            }
        }
    }

    TEST_CASE("marks stand out from every surface") {
        for (const Judged& judged : themes()) {
            CAPTURE(judged.name);
            const Theme& theme = judged.theme;
            for (const Named& surface : surfaces(theme))
                check({"accent", theme.accent}, surface, judged.mark);
            for (const ServiceKind kind : kServiceKinds) {
                const Named segment{std::string(name_of(kind)), theme.kind(kind)};
                check(segment, {"surface", theme.surface}, judged.mark);
                check(segment, {"free", theme.free}, judged.mark);
            }
            check({"error", theme.error}, {"free", theme.free}, judged.mark);
            for (const Colour series : theme.series) {
                for (const Named& surface : surfaces(theme)) check({"series", series}, surface, judged.mark);
            }
        }
    }

    TEST_CASE("with high contrast borders, what the system keeps, and what is selected can be told apart") {
        for (const Judged& judged : themes()) {
            CAPTURE(judged.name);
            const Theme& theme = judged.theme;
            CHECK(theme.outlined == (judged.text == 7));
            if (!theme.outlined) continue;
            for (const Named& surface : surfaces(theme))
                check({"border", theme.border}, surface, judged.mark);
            check({"border", theme.border}, {"free", theme.free}, judged.mark);
            check({"reserve", theme.reserve}, {"free", theme.free}, judged.mark);
            const Named selected{"selection", over(theme.accent, theme.surface, 0.3)};
            check({"text", theme.text}, selected, judged.text);
        }
    }

    TEST_CASE("light or dark and high contrast or not are two choices") {
        CHECK(&theme_of({}) == &light_theme());
        CHECK(&theme_of({.dark = true, .high_contrast = false}) == &dark_theme());
        CHECK(&theme_of({.dark = false, .high_contrast = true}) == &light_contrast_theme());
        CHECK(&theme_of({.dark = true, .high_contrast = true}) == &dark_contrast_theme());
    }
}
