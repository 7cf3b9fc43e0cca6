// SPDX-License-Identifier: MIT
#include "label_places.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "curve.hpp"
#include "stowage/sort_by.hpp"

namespace stowage {
namespace {

/// Of labels with their lines: words that end at another's line would look like its.
bool overlap(const RowLabel& a, const RowLabel& b, double gap) {
    return std::min(a.left, a.at) < std::max(b.right, b.at) + gap &&
           std::min(b.left, b.at) < std::max(a.right, a.at) + gap;
}

bool overlap(const ChartRect& a, const ChartRect& b) {
    return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

bool is_under(const ChartShape& shape, const ChartRect& rect) {
    if (shape.form == ChartShape::Form::area) {
        return shape.ink == ChartInk::series &&
               overlap(rect, {shape.places[0].x, shape.places[0].y, shape.places[1].x, shape.places[1].y});
    }
    if (shape.form != ChartShape::Form::line || shape.ink == ChartInk::grid) return false;
    for (std::size_t i = 1; i < shape.places.size(); ++i) {
        if (touches(rect, shape.places[i - 1], shape.places[i])) return true;
    }
    return false;
}

/// True when the two cannot both stay: one covers the other, or a line runs through a label on its way up.
bool disturb(const RowLabel& a, const RowLabel& b, double gap) {
    if (a.row == b.row) return overlap(a, b, gap);
    const RowLabel& lower = a.row < b.row ? a : b;
    const RowLabel& higher = a.row < b.row ? b : a;
    return higher.at > lower.left && higher.at < lower.right;
}

/// The labels on given sides of their lines, in rows.
class LabelRows {
  public:
    LabelRows(std::vector<RowLabel>& labels, double gap) : labels_(labels), gap_(gap) {}

    /// `order`: of the lines, from the right. To the right of its line a label must be below those of lines
    /// further left, to the left of it above them.
    void place(const std::vector<std::uint32_t>& order) {
        for (const std::uint32_t i : order) {
            if (labels_[i].left > labels_[i].at) place(i);
        }
        for (std::size_t i = order.size(); i > 0; --i) {
            if (labels_[order[i - 1]].left <= labels_[order[i - 1]].at) place(order[i - 1]);
        }
    }

    /// The less, the better; lines that do not reach their labels are the worst.
    [[nodiscard]] int cost() const {
        constexpr int kNotJoined = 100;
        int cost = 0;
        for (const RowLabel& label : labels_) cost += label.row + (label.joined ? 0 : kNotJoined);
        return cost;
    }

  private:
    void place(std::uint32_t index) {
        RowLabel& label = labels_[index];
        const auto disturbs = [&](std::uint32_t i) { return disturb(label, labels_[i], gap_); };
        const auto covers = [&](std::uint32_t i) { return labels_[i].row == label.row && disturbs(i); };
        const int most = static_cast<int>(placed_.size());
        label.row = 0;
        while (label.row < most && std::any_of(placed_.begin(), placed_.end(), disturbs)) ++label.row;
        label.joined = std::none_of(placed_.begin(), placed_.end(), disturbs);
        if (!label.joined) label.row = 0;
        while (std::any_of(placed_.begin(), placed_.end(), covers)) ++label.row;
        placed_.push_back(index);
    }

    std::vector<RowLabel>& labels_;
    double gap_;
    std::vector<std::uint32_t> placed_{};
};

/// Puts every label on the side that `sides` has a bit for: 1 is the left one. False when one does not fit.
bool set_sides(std::vector<RowLabel>& labels, unsigned sides, double gap, double right_end,
               ChartMeasure measure) {
    for (std::size_t i = 0; i < labels.size(); ++i) {
        RowLabel& label = labels[i];
        const double width = measure(label.text);
        const bool on_left = ((sides >> i) & 1u) != 0;
        label.left = on_left ? label.at - gap - width : label.at + gap;
        label.right = label.left + width;
        if (label.left < 0 || label.right > right_end) return false;
    }
    return true;
}

}  // namespace

std::string shortened(std::string_view text, double width, ChartMeasure measure) {
    if (measure(text) <= width) return std::string(text);
    constexpr std::string_view kEllipsis = "\u2026";
    const double room = width - measure(kEllipsis);
    while (!text.empty() && measure(text) > room) {
        while (text.size() > 1 && (static_cast<unsigned char>(text.back()) & 0xC0u) == 0x80u)
            text.remove_suffix(1);
        text.remove_suffix(1);
    }
    if (text.empty()) return {};
    return std::string(text) + std::string(kEllipsis);
}

void place_in_rows(std::vector<RowLabel>& labels, double gap, double right_end, ChartMeasure measure) {
    // There are at most kMostRowLabels, so every choice of sides is tried.
    const auto order = indices_sorted_by(
        labels.size(), [&](std::uint32_t a, std::uint32_t b) { return labels[a].at > labels[b].at; });
    std::vector<RowLabel> best;
    int least = 0;
    for (unsigned sides = 0; sides < 1u << labels.size(); ++sides) {
        std::vector<RowLabel> tried = labels;
        if (!set_sides(tried, sides, gap, right_end, measure)) continue;
        LabelRows rows(tried, gap);
        rows.place(order);
        if (!best.empty() && rows.cost() >= least) continue;
        least = rows.cost();
        best = std::move(tried);
    }
    labels = std::move(best);
}

ChartRect quietest(const std::vector<ChartRect>& choices, const std::vector<ChartShape>& shapes,
                   const std::vector<ChartRect>& taken) {
    constexpr std::size_t kTaken = 1000;  // words over words are worse than any number of lines
    constexpr std::size_t kData = 3;      // data is what one looks at
    ChartRect best = choices.front();
    std::size_t least = SIZE_MAX;
    for (const ChartRect& choice : choices) {
        std::size_t under = 0;
        for (const ChartShape& shape : shapes) {
            if (is_under(shape, choice)) under += shape.ink == ChartInk::series ? kData : 1u;
        }
        for (const ChartRect& rect : taken) under += overlap(choice, rect) ? kTaken : 0u;
        if (under >= least) continue;
        least = under;
        best = choice;
    }
    return best;
}

}  // namespace stowage
