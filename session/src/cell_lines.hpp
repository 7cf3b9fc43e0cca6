// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "stowage/result.hpp"

namespace stowage {

/// A line of a table as spreadsheets write it.
struct CellLine {
    std::size_t line = 1;  ///< of the text, where it begins
    std::vector<std::string> cells;
};

/// What stands between the cells: a tab when the first line has one, else a comma or semicolon outside of
/// quotation marks; 0 when there is none of them.
[[nodiscard]] char cell_separator(std::string_view text);

/// The lines that are not empty, without spaces around the cells. Between commas a cell may stand in
/// quotation marks, as RFC 4180 has it; a line break in it becomes a space. An error names line and cell: a
/// quotation mark that is not closed or not expected, cells between semicolons.
[[nodiscard]] Result<std::vector<CellLine>> cell_lines(std::string_view text);

}  // namespace stowage
