// SPDX-License-Identifier: MIT
#include "stowage/chart_layout.hpp"

#include <algorithm>
#include <utility>

#include "curve.hpp"
#include "label_places.hpp"

namespace stowage {
namespace {

using Form = ChartShape::Form;
using Align = ChartShape::Align;

// In heights of the text.
constexpr double kRow = 1.4;
constexpr double kGap = 0.5;        // between words and what they are about
constexpr double kSwatch = 2.0;     // the line of the legend
constexpr double kApart = 1.4;      // entries of the legend
constexpr double kTickRoom = 2.0;   // between the ticks of y
constexpr double kTickGap = 1.2;    // between the labels of x, at least
constexpr double kUnderRows = 0.7;  // from the rows above the plot to it: half of the highest label of y
constexpr double kUnderAxis = 0.4;  // from the plot to the labels of x: clear of the lowest label of y
constexpr double kLabelHalf = 0.6;
constexpr double kLeastWidth = 10;
constexpr double kLeastHeight = 8;

constexpr int kMostTicksX = 13;  // every other hour of a day
constexpr int kMostTicksY = 7;
constexpr double kMostLabel = 0.45;  // of the plot, for the label of a mark: it must fit on either side

/// Arranges one chart, from the edges of the sheet inwards.
class Arrangement {
  public:
    Arrangement(const Chart& chart, const ChartSheet& sheet)
        : chart_(chart), sheet_(sheet), row_(sheet.text * kRow), gap_(sheet.text * kGap) {}

    ChartLayout take() {
        plot_ = {0, 0, sheet_.width, sheet_.height};
        place_title();
        place_legend();
        place_axes();
        place_rows();
        add_spans();
        add_axes();
        add_data();
        add_mark_lines();
        add_labels();
        layout_.shapes.insert(layout_.shapes.end(), words_.begin(), words_.end());
        return std::move(layout_);
    }

  private:
    [[nodiscard]] double measured(std::string_view text) const { return sheet_.measure(text); }

    void say(ChartInk ink, std::string text, ChartPlace place, Align align = Align::start) {
        if (!text.empty()) words_.push_back({Form::words, ink, {place}, 0, std::move(text), align});
    }

    void draw(Form form, ChartInk ink, ChartPlace from, ChartPlace to) {
        layout_.shapes.push_back({form, ink, {from, to}});
    }

    void place_title() {
        if (!sheet_.titled || chart_.title.empty()) return;
        constexpr double kBold = 1.1;  // bold letters are wider
        say(ChartInk::title, shortened(chart_.title, sheet_.width / kBold, sheet_.measure), {0, row_ / 2});
        plot_.top += row_ + gap_ / 2;
    }

    /// One entry for each series, in as many rows as they need.
    void place_legend() {
        const auto series = drawn_series(chart_);
        if (series.size() < 2) return;
        const double swatch = sheet_.text * kSwatch;
        double x = 0;
        for (std::size_t i = 0; i < series.size(); ++i) {
            const std::string name = shortened(series[i].name, sheet_.width - swatch - gap_, sheet_.measure);
            const double width = swatch + gap_ + measured(name);
            if (x > 0 && x + width > sheet_.width) {
                x = 0;
                plot_.top += row_;
            }
            add_swatch(i, {x, plot_.top + row_ / 2}, swatch);
            say(ChartInk::words, name, {x + swatch + gap_, plot_.top + row_ / 2});
            x += width + sheet_.text * kApart;
        }
        plot_.top += row_ + gap_ / 2;
    }

    void add_swatch(std::size_t series, ChartPlace at, double width) {
        const bool column = chart_.series[series].drawing == ChartDrawing::columns;
        const double half = column ? sheet_.text * 0.3 : 0;
        layout_.shapes.push_back({column ? Form::area : Form::line,
                                  ChartInk::series,
                                  {{at.x, at.y - half}, {at.x + width, at.y + half}},
                                  series});
    }

    /// Left, right and lower end of the plot: what the labels of the axes need beside and below it.
    void place_axes() {
        plot_.bottom -= row_ + kUnderAxis * sheet_.text + (title_of(chart_.x).empty() ? 0 : row_);
        const double height = plot_.bottom - plot_.top - row_;
        layout_.y =
            y_scale(chart_, std::clamp(static_cast<int>(height / (sheet_.text * kTickRoom)), 2, kMostTicksY));
        double label = 0;
        for (const ChartTick& tick : layout_.y.ticks) label = std::max(label, measured(tick.label));
        label = std::min(label, sheet_.width / 3);
        plot_.left = label + gap_;
        for (int most = kMostTicksX; most > 0; --most) {
            layout_.x = x_scale(chart_, most);
            if (ticks_fit()) break;
        }
    }

    /// Sets the right end for the ticks at hand; true when their labels stand apart.
    bool ticks_fit() {
        auto& ticks = layout_.x.ticks;
        double widest = 0;
        for (const ChartTick& tick : ticks) widest = std::max(widest, measured(tick.label));
        plot_.right = sheet_.width - 1;
        if (ticks.empty()) return true;
        plot_.left = std::max(plot_.left, std::min(measured(ticks.front().label) / 2, sheet_.width / 3));
        const double beyond = measured(ticks.back().label) / 2 - room_right_of(ticks.back().at);
        if (beyond > 0) plot_.right -= std::min(beyond, sheet_.width / 3);
        if (ticks.size() < 2) return widest <= sheet_.width / 2;
        const double distance =
            (layout_.x.share_of(ticks[1].at) - layout_.x.share_of(ticks[0].at)) * plot_.width();
        return distance >= widest + sheet_.text * kTickGap;
    }

    [[nodiscard]] double room_right_of(double value) const {
        return (1 - layout_.x.share_of(value)) * plot_.width();
    }

    /// The labels of vertical lines, of the first so many, and the title of y stand in rows above the plot.
    void place_rows() {
        layout_.plot = plot_;
        for (const ChartMark& mark : chart_.marks) {
            if (mark.axis != ChartMark::Axis::x || !in_view(layout_.x, mark.at)) continue;
            if (marks_.size() == kMostRowLabels) break;
            marks_.push_back({.at = layout_.x_of(mark.at),
                              .text = shortened(mark.label, plot_.width() * kMostLabel, sheet_.measure)});
        }
        place_in_rows(marks_, gap_ / 2, sheet_.width, sheet_.measure);
        int rows = 0;
        for (const RowLabel& label : marks_) rows = std::max(rows, label.row + 1);
        const std::string title = shortened(title_of(chart_.y), sheet_.width, sheet_.measure);
        const bool shared = std::none_of(marks_.begin(), marks_.end(), [&](const RowLabel& label) {
            return label.row + 1 == rows && label.left < measured(title) + gap_;
        });
        if (!title.empty() && (rows == 0 || !shared)) ++rows;
        say(ChartInk::words, title, {0, plot_.top + row_ / 2});
        plot_.top += rows > 0 ? row_ * rows + kUnderRows * sheet_.text : row_ / 2;
        plot_.top = std::min(plot_.top, plot_.bottom - 1);  // also on a sheet that is far too small
        layout_.plot = plot_;
    }

    [[nodiscard]] static bool in_view(const ChartScale& scale, double value) {
        return value >= scale.low && value <= scale.high;
    }

    void add_spans() {
        for (const ChartSpan& span : chart_.spans) {
            const double from = std::max(layout_.x_of(span.from), plot_.left);
            const double to = std::min(layout_.x_of(span.to), plot_.right);
            if (from < to) draw(Form::area, ChartInk::span, {from, plot_.top}, {to, plot_.bottom});
        }
    }

    void add_axes() {
        for (const ChartTick& tick : layout_.y.ticks) {
            const double y = layout_.y_of(tick.at);
            if (tick.at != 0) draw(Form::line, ChartInk::grid, {plot_.left, y}, {plot_.right, y});
            say(ChartInk::words, shortened(tick.label, plot_.left - gap_, sheet_.measure),
                {plot_.left - gap_, y}, Align::end);
        }
        for (const ChartTick& tick : layout_.x.ticks) {
            const double x = layout_.x_of(tick.at);
            draw(Form::line, ChartInk::axis, {x, plot_.bottom}, {x, plot_.bottom + gap_ / 2});
            say(ChartInk::words, tick.label, {x, plot_.bottom + kUnderAxis * sheet_.text + row_ / 2},
                Align::middle);
        }
        const double zero = std::clamp(layout_.y_of(0), plot_.top, plot_.bottom);
        draw(Form::line, ChartInk::axis, {plot_.left, zero}, {plot_.right, zero});
        if (zero < plot_.bottom)
            draw(Form::line, ChartInk::axis, {plot_.left, plot_.bottom}, {plot_.right, plot_.bottom});
        say(ChartInk::words, shortened(title_of(chart_.x), plot_.width(), sheet_.measure),
            {(plot_.left + plot_.right) / 2, sheet_.height - row_ / 2}, Align::middle);
    }

    void add_data() {
        const auto series = drawn_series(chart_);
        ColumnSlot slot{0, 0, column_width(chart_)};
        for (const ChartSeries& one : series) slot.columns += one.drawing == ChartDrawing::columns ? 1u : 0u;
        for (std::size_t i = 0; i < series.size(); ++i) {
            add_series(layout_, series[i], i, slot);
            if (series[i].drawing == ChartDrawing::columns) ++slot.column;
        }
        if (layout_.x.ticks.empty() && chart_positions(chart_).empty())
            say(ChartInk::words, "No values",
                {(plot_.left + plot_.right) / 2, (plot_.top + plot_.bottom) / 2}, Align::middle);
    }

    void add_mark_lines() {
        for (const RowLabel& label : marks_) {
            const double middle = plot_.top - kUnderRows * sheet_.text - row_ * (label.row + 0.5);
            const bool up = label.joined && !label.text.empty();
            draw(Form::line, ChartInk::mark, {label.at, up ? middle - sheet_.text * kLabelHalf : plot_.top},
                 {label.at, plot_.bottom});
            say(ChartInk::words, label.text, {label.left, middle});
        }
        for (const ChartMark& mark : chart_.marks) {
            if (mark.axis != ChartMark::Axis::y || !in_view(layout_.y, mark.at)) continue;
            const double y = layout_.y_of(mark.at);
            draw(Form::line, ChartInk::mark, {plot_.left, y}, {plot_.right, y});
        }
    }

    /// The labels inside of the plot, where the fewest lines run through them.
    void add_labels() {
        for (const ChartMark& mark : chart_.marks) {
            if (mark.axis == ChartMark::Axis::y && in_view(layout_.y, mark.at)) add_level_label(mark);
        }
        for (std::size_t i = 0; i < chart_.spans.size(); ++i) add_span_label(i);
    }

    void add_level_label(const ChartMark& mark) {
        const std::string text = shortened(mark.label, plot_.width() - gap_, sheet_.measure);
        const double y = layout_.y_of(mark.at);
        std::vector<double> lefts;
        const double room = plot_.width() - gap_ - measured(text);
        for (const double share : {1.0, 0.0, 0.75, 0.5, 0.25})
            lefts.push_back(plot_.left + gap_ / 2 + room * share);
        add_quiet_label(text, lefts, {y - row_, y});
    }

    /// Says what several spans are once, in or over one of them.
    void add_span_label(std::size_t index) {
        const std::string& label = chart_.spans[index].label;
        for (std::size_t i = 0; i < index; ++i) {
            if (chart_.spans[i].label == label) return;
        }
        const std::string text = shortened(label, plot_.width() - gap_, sheet_.measure);
        const double width = measured(text);
        const double least = plot_.left + gap_ / 2;
        std::vector<double> lefts;
        for (const ChartSpan& span : chart_.spans) {
            const double from = std::max(layout_.x_of(span.from), plot_.left);
            const double to = std::min(layout_.x_of(span.to), plot_.right);
            if (span.label != label || !(from < to)) continue;
            for (const double left : {(from + to - width) / 2, from + gap_ / 2, to - gap_ / 2 - width})
                lefts.push_back(std::clamp(left, least, std::max(least, plot_.right - width - gap_ / 2)));
        }
        add_quiet_label(text, lefts, {plot_.top, plot_.bottom - row_});
    }

    void add_quiet_label(const std::string& text, const std::vector<double>& lefts,
                         const std::vector<double>& tops) {
        if (text.empty()) return;
        std::vector<ChartRect> choices;
        for (const double top : tops) {
            for (const double left : lefts) {
                if (top < plot_.top - row_ / 2 || top + row_ > plot_.bottom + row_ / 2) continue;
                // A little lower than the line that it stands on.
                choices.push_back({left, top + gap_ / 4, left + measured(text), top + row_ - gap_ / 4});
            }
        }
        if (choices.empty()) return;
        const ChartRect rect = quietest(choices, layout_.shapes, taken_);
        taken_.push_back(rect);
        say(ChartInk::words, text, {rect.left, (rect.top + rect.bottom) / 2});
    }

    const Chart& chart_;
    const ChartSheet& sheet_;
    double row_;
    double gap_;
    ChartRect plot_{};
    ChartLayout layout_{};
    std::vector<ChartShape> words_{};
    std::vector<RowLabel> marks_{};
    std::vector<ChartRect> taken_{};
};

}  // namespace

ChartLayout lay_out(const Chart& chart, const ChartSheet& sheet) {
    if (sheet.width < kLeastWidth * sheet.text || sheet.height < kLeastHeight * sheet.text) return {};
    return Arrangement(chart, sheet).take();
}

}  // namespace stowage
