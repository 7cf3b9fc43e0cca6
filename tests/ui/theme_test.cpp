// SPDX-License-Identifier: MIT
//
// WCAG 2.1: text needs a contrast of 4.5 (success criterion 1.4.3), marks and the borders of what can be
// operated 3 (1.4.11).
#include "stowage/ui/theme.hpp"

#include <doctest/doctest.h>

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
        for (const Theme* theme : {&light_theme(), &dark_theme()}) {
            CAPTURE(theme == &dark_theme());
            for (const Named& surface : surfaces(*theme)) {
                for (const Named& text : texts(*theme)) check(text, surface, 4.5);
            }
            check({"accent_text", theme->accent_text}, {"accent", theme->accent}, 4.5);
        }
    }

    TEST_CASE("the names in a bar can be read") {
        for (const Theme* theme : {&light_theme(), &dark_theme()}) {
            CAPTURE(theme == &dark_theme());
            for (const ServiceKind kind : kServiceKinds) {
                check({"kind_text", theme->kind_text}, {std::string(name_of(kind)), theme->kind(kind)}, 4.5);
            }
        }
    }

    TEST_CASE("marks stand out from every surface") {
        for (const Theme* theme : {&light_theme(), &dark_theme()}) {
            CAPTURE(theme == &dark_theme());
            for (const Named& surface : surfaces(*theme)) check({"accent", theme->accent}, surface, 3);
            for (const ServiceKind kind : kServiceKinds) {
                const Named segment{std::string(name_of(kind)), theme->kind(kind)};
                check(segment, {"surface", theme->surface}, 3);
                check(segment, {"free", theme->free}, 3);
            }
            check({"error", theme->error}, {"free", theme->free}, 3);
            for (const Colour series : theme->series) {
                for (const Named& surface : surfaces(*theme)) check({"series", series}, surface, 3);
            }
        }
    }
}
