// SPDX-License-Identifier: MIT
//
// What tests need of a Markdown document: its tables, its code.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace stowage::test {

using Row = std::vector<std::string>;

inline std::string trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

inline std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return lines;
}

inline Row cells_of(std::string_view line) {
    Row cells;
    line.remove_prefix(1);
    while (!line.empty()) {
        const auto bar = line.find('|');
        cells.push_back(trimmed(line.substr(0, bar)));
        line.remove_prefix(bar == std::string_view::npos ? line.size() : bar + 1);
    }
    return cells;
}

/// The rows of the first table under a heading, without its own heading. Fails the test when there is none.
inline std::vector<Row> table_under(std::string_view document, const std::string& heading) {
    std::vector<Row> rows;
    bool inside = false;
    for (const std::string_view line : lines_of(document)) {
        if (line.starts_with('#')) inside = line == "## " + heading || line == "### " + heading;
        if (inside && line.starts_with('|')) rows.push_back(cells_of(line));
        if (inside && !line.starts_with('|') && !rows.empty()) break;
    }
    REQUIRE_MESSAGE(rows.size() > 2, "no table under " << heading);
    rows.erase(rows.begin(), rows.begin() + 2);  // the heading and the line below it
    return rows;
}

/// What stands between single backticks, in order.
inline std::vector<std::string> code_in(std::string_view cell) {
    std::vector<std::string> code;
    for (;;) {
        const auto open = cell.find('`');
        if (open == std::string_view::npos) return code;
        const auto close = cell.find('`', open + 1);
        REQUIRE_MESSAGE(close != std::string_view::npos, "a backtick without its pair: " << cell);
        code.emplace_back(cell.substr(open + 1, close - open - 1));
        cell.remove_prefix(close + 1);
    }
}

/// The content of every fenced block of that language, in order.
inline std::vector<std::string> code_blocks(std::string_view document, const std::string& language) {
    std::vector<std::string> blocks;
    bool inside = false;
    for (const std::string_view line : lines_of(document)) {
        if (line.starts_with("```")) {
            inside = line == "```" + language;
            if (inside) blocks.emplace_back();
        } else if (inside) {
            blocks.back() += std::string(line) + "\n";
        }
    }
    return blocks;
}

}  // namespace stowage::test
