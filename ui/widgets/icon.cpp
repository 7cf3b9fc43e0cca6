// SPDX-License-Identifier: MIT
#include "icon.hpp"

#include <array>
#include <span>

namespace stowage::ui {
namespace {

constexpr float kGrid = 24.0f;
constexpr float kStroke = 1.8f;  // of the grid: the weight of Inter Regular beside it
constexpr float kFullCircle = 6.2831853f;

/// A pen that draws in grid units.
class Pen {
  public:
    Pen(ImDrawList& list, ImVec2 centre, float size, ImU32 colour)
        : list_(list),
          scale_(size / kGrid),
          origin_(centre.x - size / 2, centre.y - size / 2),
          colour_(colour) {}

    void line(std::span<const ImVec2> points, bool closed = false) {
        for (const ImVec2& point : points) list_.PathLineTo(at(point));
        list_.PathStroke(colour_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, kStroke * scale_);
    }
    void line(std::initializer_list<ImVec2> points, bool closed = false) {
        line(std::span(points.begin(), points.size()), closed);
    }
    void arc(ImVec2 centre, float radius, float from, float to) {
        list_.PathArcTo(at(centre), radius * scale_, from * kFullCircle, to * kFullCircle);
        list_.PathStroke(colour_, ImDrawFlags_None, kStroke * scale_);
    }
    void circle(ImVec2 centre, float radius) {
        list_.AddCircle(at(centre), radius * scale_, colour_, 0, kStroke * scale_);
    }
    void dot(ImVec2 centre, float radius = 1.3f) {
        list_.AddCircleFilled(at(centre), radius * scale_, colour_);
    }
    void half_disc(ImVec2 centre, float radius) {
        list_.PathArcTo(at(centre), radius * scale_, -0.25f * kFullCircle, 0.25f * kFullCircle);
        list_.PathFillConvex(colour_);
    }

  private:
    [[nodiscard]] ImVec2 at(ImVec2 point) const {
        return {origin_.x + point.x * scale_, origin_.y + point.y * scale_};
    }

    ImDrawList& list_;
    float scale_;
    ImVec2 origin_;
    ImU32 colour_;
};

void draw_history(Pen& pen, bool forward) {
    const auto x = [forward](float value) { return forward ? kGrid - value : value; };
    pen.line({{x(9), 5}, {x(4), 10}, {x(9), 15}});
    pen.line({{x(4), 10}, {x(14), 10}});
    pen.arc({x(14), 14.5f}, 4.5f, forward ? 0.25f : -0.25f, forward ? 0.75f : 0.25f);
    pen.line({{x(14), 19}, {x(9), 19}});
}

void draw_document(Pen& pen, Icon icon) {
    switch (icon) {
        case Icon::open:
            pen.line({{3, 19}, {3, 5}, {9, 5}, {11, 8}, {20, 8}, {20, 11}});
            pen.line({{3, 19}, {6, 11}, {22, 11}, {19, 19}}, true);
            break;
        case Icon::save:
            pen.line({{12, 4}, {12, 15}});
            pen.line({{7, 10}, {12, 15}, {17, 10}});
            pen.line({{4, 15}, {4, 20}, {20, 20}, {20, 15}});
            break;
        case Icon::link:
            pen.arc({8, 12}, 4, 0.2f, 0.8f);
            pen.arc({16, 12}, 4, -0.3f, 0.3f);
            pen.line({{8.5f, 12}, {15.5f, 12}});
            break;
        case Icon::plans:  // sheets on top of each other
            pen.line({{12, 3}, {21, 8}, {12, 13}, {3, 8}}, true);
            pen.line({{3, 12.2f}, {12, 17.2f}, {21, 12.2f}});
            pen.line({{3, 16.4f}, {12, 21.4f}, {21, 16.4f}});
            break;
        default:
            pen.line({{9, 8}, {20, 8}, {20, 20}, {9, 20}}, true);
            pen.line({{15, 8}, {15, 4}, {4, 4}, {4, 16}, {9, 16}});
            break;
    }
}

/// Three sliders.
void draw_settings(Pen& pen) {
    constexpr ImVec2 kKnobs[] = {{15.5f, 6}, {8.5f, 12}, {14, 18}};
    for (const ImVec2 knob : kKnobs) {
        pen.line({{4, knob.y}, {20, knob.y}});
        pen.dot(knob, 2.6f);
    }
}

void draw_sign(Pen& pen, Icon icon) {
    if (icon == Icon::warning) {
        pen.line({{12, 4}, {21, 20}, {3, 20}}, true);
        pen.line({{12, 10}, {12, 14.5f}});
        pen.dot({12, 17.3f}, 1.1f);
        return;
    }
    pen.circle({12, 12}, 9);
    if (icon == Icon::error) {
        pen.line({{9, 9}, {15, 15}});
        pen.line({{15, 9}, {9, 15}});
    } else if (icon == Icon::info) {
        pen.dot({12, 7.8f}, 1.2f);
        pen.line({{12, 11}, {12, 16.5f}});
    } else {
        pen.arc({12, 9.7f}, 2.6f, -0.5f, 0.2f);
        pen.line({{12.8f, 12.1f}, {12, 13}, {12, 14.2f}});
        pen.dot({12, 17}, 1.1f);
    }
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour) {
    Pen pen(list, centre, size, colour);
    switch (icon) {
        case Icon::undo: draw_history(pen, false); break;
        case Icon::redo: draw_history(pen, true); break;
        case Icon::history:
            pen.circle({12, 12}, 8.5f);
            pen.line({{12, 7}, {12, 12}, {15.5f, 14}});
            break;
        case Icon::search:
            pen.circle({10.5f, 10.5f}, 6);
            pen.line({{15, 15}, {20, 20}});
            break;
        case Icon::open:
        case Icon::save:
        case Icon::link:
        case Icon::copy:
        case Icon::plans: draw_document(pen, icon); break;
        case Icon::add:
            pen.line({{12, 5}, {12, 19}});
            pen.line({{5, 12}, {19, 12}});
            break;
        case Icon::more:
            for (const float x : {5.5f, 12.0f, 18.5f}) pen.dot({x, 12}, 1.7f);
            break;
        case Icon::settings: draw_settings(pen); break;
        case Icon::close:
            pen.line({{6, 6}, {18, 18}});
            pen.line({{18, 6}, {6, 18}});
            break;
        case Icon::chevron: pen.line({{7, 10}, {12, 15}, {17, 10}}); break;
        case Icon::theme:
            pen.circle({12, 12}, 8);
            pen.half_disc({12, 12}, 8);
            break;
        case Icon::help:
        case Icon::error:
        case Icon::warning:
        case Icon::info: draw_sign(pen, icon); break;
    }
}

}  // namespace stowage::ui
