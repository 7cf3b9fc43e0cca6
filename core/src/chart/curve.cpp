// SPDX-License-Identifier: MIT
#include "curve.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace stowage {
namespace {

/// The part of a line that is inside of something, as shares of its length.
struct Part {
    double from = 0;
    double to = 1;

    /// Leaves what is inside of one edge: start + t * change >= 0.
    void keep(double start, double change) {
        if (change == 0) {
            if (start < 0) to = -1;
            return;
        }
        const double t = -start / change;
        if (change > 0) {
            from = std::max(from, t);
        } else {
            to = std::min(to, t);
        }
    }
    [[nodiscard]] bool empty() const { return from > to; }
};

/// Liang and Barsky, "A new concept and method for line clipping", ACM Transactions on Graphics 3 (1984).
Part part_inside(const ChartRect& rect, ChartPlace a, ChartPlace b) {
    Part part;
    part.keep(a.x - rect.left, b.x - a.x);
    part.keep(rect.right - a.x, a.x - b.x);
    part.keep(a.y - rect.top, b.y - a.y);
    part.keep(rect.bottom - a.y, a.y - b.y);
    return part;
}

ChartPlace between(ChartPlace a, ChartPlace b, double share) {
    if (share == 0) return a;
    if (share == 1) return b;
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

/// True when `place` lies on the way from `a` to `b`, or so close to it that nobody sees a difference.
bool is_on_the_way(ChartPlace place, ChartPlace a, ChartPlace b) {
    constexpr double kUnseen = 0.05;  // of a unit of the sheet, a pixel or so
    const ChartPlace way{b.x - a.x, b.y - a.y};
    const ChartPlace off{place.x - a.x, place.y - a.y};
    const double length_squared = way.x * way.x + way.y * way.y;
    if (length_squared == 0) return off == ChartPlace{};
    const double along = way.x * off.x + way.y * off.y;
    const double aside = way.x * off.y - way.y * off.x;
    return along >= 0 && along <= length_squared && aside * aside <= kUnseen * kUnseen * length_squared;
}

/// Without the points that the line passes anyway: a day by the minute is a tenth as long.
std::vector<ChartPlace> simplified(const std::vector<ChartPlace>& line) {
    constexpr std::size_t kMostLeftOut = 16;  // in a row, as all of them are looked at again for the next
    std::vector<ChartPlace> kept{line.front()};
    std::size_t anchor = 0;
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        bool needed = i - anchor > kMostLeftOut;
        for (std::size_t k = anchor + 1; k <= i && !needed; ++k)
            needed = !is_on_the_way(line[k], line[anchor], line[i + 1]);
        if (!needed) continue;
        kept.push_back(line[i]);
        anchor = i;
    }
    if (line.size() > 1) kept.push_back(line.back());
    return kept;
}

/// Lines cut at the plot, joined where one goes on from the one before.
class Pen {
  public:
    Pen(ChartLayout& layout, std::size_t series) : layout_(layout), series_(series) {}
    ~Pen() { lift(); }
    Pen(const Pen&) = delete;
    Pen& operator=(const Pen&) = delete;

    void draw_to(ChartPlace place) {
        if (started_) {
            add(last_, place);
        } else if (inside(place)) {
            line_.push_back(place);
        }
        started_ = true;
        last_ = place;
    }

    /// A gap.
    void lift() {
        flush();
        started_ = false;
    }

  private:
    [[nodiscard]] bool inside(ChartPlace place) const {
        return !part_inside(layout_.plot, place, place).empty();
    }

    void add(ChartPlace a, ChartPlace b) {
        const Part part = part_inside(layout_.plot, a, b);
        if (part.empty()) return flush();
        if (part.from > 0) flush();
        if (line_.empty()) line_.push_back(between(a, b, part.from));
        line_.push_back(between(a, b, part.to));
        if (part.to < 1) flush();
    }

    void flush() {
        if (line_.empty()) return;
        ChartShape shape{ChartShape::Form::line, ChartInk::series, simplified(line_), series_};
        if (shape.places.size() == 1) shape.form = ChartShape::Form::dot;
        layout_.shapes.push_back(std::move(shape));
        line_.clear();
    }

    ChartLayout& layout_;
    std::size_t series_;
    std::vector<ChartPlace> line_{};
    ChartPlace last_{};
    bool started_ = false;
};

void add_line(ChartLayout& layout, const ChartSeries& series, std::size_t index) {
    Pen pen(layout, index);
    double height = 0;
    bool started = false;
    for (const ChartPoint point : series.points) {
        if (!is_drawable(point)) {
            if (started && series.drawing == ChartDrawing::steps && is_drawable({point.x, 0}))
                pen.draw_to({layout.x_of(point.x), height});  // the value before held until here
            pen.lift();
            started = false;
            continue;
        }
        const ChartPlace place{layout.x_of(point.x), layout.y_of(point.y)};
        if (started && series.drawing == ChartDrawing::steps) pen.draw_to({place.x, height});
        pen.draw_to(place);
        height = place.y;
        started = true;
    }
}

void add_columns(ChartLayout& layout, const ChartSeries& series, std::size_t index, const ColumnSlot& slot) {
    constexpr double kFilled = 0.86;  // of the distance of two columns; the rest is air
    constexpr double kLeast = 1;      // a narrower column cannot be seen
    const double zero = std::clamp(layout.y_of(0), layout.plot.top, layout.plot.bottom);
    const double all = slot.width / (layout.x.high - layout.x.low) * layout.plot.width() * kFilled;
    const double width = std::max(all / static_cast<double>(slot.columns), kLeast);
    for (const ChartPoint point : series.points) {
        if (!is_drawable(point) || point.y == 0) continue;
        const double left = layout.x_of(point.x) - all / 2 + width * static_cast<double>(slot.column);
        const double end = std::clamp(layout.y_of(point.y), layout.plot.top, layout.plot.bottom);
        const ChartPlace from{std::max(left, layout.plot.left), std::min(end, zero)};
        const ChartPlace to{std::min(left + width, layout.plot.right), std::max(end, zero)};
        if (from.x >= to.x) continue;
        layout.shapes.push_back({ChartShape::Form::area, ChartInk::series, {from, to}, index});
    }
}

}  // namespace

bool touches(const ChartRect& rect, ChartPlace a, ChartPlace b) { return !part_inside(rect, a, b).empty(); }

void add_series(ChartLayout& layout, const ChartSeries& series, std::size_t index, const ColumnSlot& slot) {
    if (series.drawing == ChartDrawing::columns) {
        add_columns(layout, series, index, slot);
    } else {
        add_line(layout, series, index);
    }
}

}  // namespace stowage
