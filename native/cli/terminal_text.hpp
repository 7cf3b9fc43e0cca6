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

/// `text` in one line without control characters: a plan from a link must not be able to move the cursor,
/// recolour the screen or set the window's title.
[[nodiscard]] std::string printable(std::string_view text);

/// How many columns `text` takes: one a code point. Too many for combining marks, too few for wide East Asian
/// letters; the table is then off by those, no more.
[[nodiscard]] std::size_t columns_of(std::string_view text);

/// `text` with line breaks at spaces so that no line is longer than `width`, where its words allow that.
[[nodiscard]] std::string wrapped(std::string_view text, std::size_t width);

/// What a cell is about; decides its colour where there are colours.
enum class Tone { plain, quiet, info, warning, error };

[[nodiscard]] Tone tone_of(Severity severity);

struct Cell {
    std::string text;
    Tone tone = Tone::plain;
};

/// Rows whose columns line up, two spaces apart, without spaces at the end of a line.
class Table {
  public:
    /// One letter a column: l or r, the side that its cells are aligned to.
    explicit Table(std::string_view alignments) : alignments_(alignments) {}

    /// At most as many cells as there are columns. Their text is made printable.
    void row(std::vector<Cell> cells);
    void print(std::ostream& out, bool colour, std::size_t indent = 0) const;

  private:
    std::string alignments_;
    std::vector<std::vector<Cell>> rows_;
};

}  // namespace stowage::cli
