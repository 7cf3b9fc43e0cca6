// SPDX-License-Identifier: MIT
//
// Text as a terminal should get it: aligned, wrapped, and without control characters of somebody else's plan.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/finding.hpp"

namespace stowage::cli {

/// What a terminal is wide at least: the size that they open with.
inline constexpr std::size_t kTextWidth = 80;
/// Of what stands below a heading.
inline constexpr std::size_t kIndent = 2;
/// What the name of a figure takes, so that figures of one command stand below each other.
inline constexpr std::size_t kLabelWidth = 24;

/// `text` in one line without control characters: a plan from a link must not be able to move the cursor,
/// recolour the screen or set the window's title.
[[nodiscard]] std::string printable(std::string_view text);

/// How many columns `text` takes: one a code point. Too many for combining marks, too few for wide East Asian
/// letters; the table is then off by those, no more.
[[nodiscard]] std::size_t columns_of(std::string_view text);

/// `text` with line breaks at spaces so that no line is longer than `width`, where its words allow that.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width);

/// `text` in at most `width` columns; what is cut ends in "...".
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);

/// What a cell is about; decides its colour where there are colours.
enum class Tone { plain, quiet, info, warning, error };

[[nodiscard]] Tone tone_of(Severity severity);

struct Cell {
    std::string text;
    Tone tone = Tone::plain;
};

/// Rows whose columns line up, two spaces apart, without spaces at the end of a line. A column without text
/// takes no room.
class Table {
  public:
    /// One letter a column: l or r, the side that its cells are aligned to.
    explicit Table(std::string_view alignments) : alignments_(alignments) {}

    /// Breaks the last column at spaces so that no line is longer than `width`, where its words allow that.
    void wrap_last_column(std::size_t width) { width_ = width; }

    /// At most as many cells as there are columns. Their text is made printable.
    void row(std::vector<Cell> cells);
    void print(std::ostream& out, bool colour, std::size_t indent = 0) const;

  private:
    [[nodiscard]] std::vector<std::size_t> column_widths() const;
    /// The last cell of a full row, from column `start` on.
    void print_wrapped(const Cell& cell, std::size_t start, bool colour, std::ostream& out) const;

    std::string alignments_;
    std::size_t width_ = 0;  ///< 0: nothing is wrapped
    std::vector<std::vector<Cell>> rows_;
};

}  // namespace stowage::cli
