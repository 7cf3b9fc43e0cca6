// SPDX-License-Identifier: MIT
#include "label_places.hpp"

#include <algorithm>

#include "curve.hpp"
#include "stowage/sort_by.hpp"

namespace stowage {
namespace {

bool overlap(double left, double right, const RowLabel& other, double gap) {
    return left < other.right + gap && other.left < right + gap;
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

bool covers_one(const RowLabel& label, const std::vector<RowLabel>& labels,
                const std::vector<std::uint32_t>& placed, double gap) {
    return std::any_of(placed.begin(), placed.end(), [&](std::uint32_t i) {
        return labels[i].row == label.row && overlap(label.left, label.right, labels[i], gap);
    });
}

bool crosses_one(const RowLabel& label, const std::vector<RowLabel>& labels,
                 const std::vector<std::uint32_t>& placed) {
    return std::any_of(placed.begin(), placed.end(), [&](std::uint32_t i) {
        return labels[i].row < label.row && label.at > labels[i].left && label.at < labels[i].right;
    });
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
    // From the right: a label that must go higher has its line to the left of those below, and crosses none.
    const auto order = indices_sorted_by(
        labels.size(), [&](std::uint32_t a, std::uint32_t b) { return labels[a].at > labels[b].at; });
    std::vector<std::uint32_t> placed;
    for (const std::uint32_t i : order) {
        RowLabel& label = labels[i];
        const double width = measure(label.text);
        const bool flipped = label.at + gap + width > right_end;
        label.left = flipped ? label.at - gap - width : label.at + gap;
        label.right = label.left + width;
        while (covers_one(label, labels, placed, gap)) ++label.row;
        label.joined = !crosses_one(label, labels, placed);
        placed.push_back(i);
    }
}

ChartRect quietest(const std::vector<ChartRect>& choices, const std::vector<ChartShape>& shapes,
                   const std::vector<ChartRect>& taken) {
    constexpr std::size_t kTaken = 1000;  // words over words are worse than any number of lines
    ChartRect best = choices.front();
    std::size_t least = SIZE_MAX;
    for (const ChartRect& choice : choices) {
        std::size_t under = 0;
        for (const ChartShape& shape : shapes) under += is_under(shape, choice) ? 1u : 0u;
        for (const ChartRect& rect : taken) under += overlap(choice, rect) ? kTaken : 0u;
        if (under >= least) continue;
        least = under;
        best = choice;
    }
    return best;
}

}  // namespace stowage
