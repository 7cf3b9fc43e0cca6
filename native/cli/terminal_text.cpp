// SPDX-License-Identifier: MIT
#include "terminal_text.hpp"

#include <algorithm>
#include <cassert>
#include <ostream>

namespace stowage::cli {
namespace {

constexpr std::size_t kGap = 2;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

/// ANSI escape sequence that starts a tone; none for plain text.
std::string_view start_of(Tone tone) {
    switch (tone) {
        case Tone::quiet: return "\033[2m";
        case Tone::info: return "\033[36m";
        case Tone::warning: return "\033[33m";
        case Tone::error: return "\033[1;31m";
        case Tone::plain: break;
    }
    return {};
}

void print_cell(const Cell& cell, bool colour, std::ostream& out) {
    const bool plain = !colour || cell.text.empty();
    const std::string_view start = plain ? std::string_view() : start_of(cell.tone);
    out << start << cell.text << (start.empty() ? "" : "\033[0m");
}

}  // namespace

std::string printable(std::string_view text) {
    constexpr std::string_view kUnknown = "?";
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        // U+0080 to U+009F are control characters too, C2 80 to C2 9F in UTF-8.
        const bool second_set =
            byte == 0xC2u && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0u;
        if (second_set) {
            result += kUnknown;
            ++i;
        } else if (byte == '\n' || byte == '\t' || byte == '\r') {
            result += ' ';
        } else if (byte < 0x20u || byte == 0x7Fu) {
            result += kUnknown;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::size_t columns_of(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char byte) { return !is_continuation(byte); }));
}

std::string wrapped(std::string_view text, std::size_t width) {
    std::string result;
    std::size_t column = 0;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t length = columns_of(word);
        if (column > 0 && column + 1 + length > width) {
            result += '\n';
            column = 0;
        } else if (column > 0) {
            result += ' ';
            ++column;
        }
        result += word;
        column += length;
    }
    return result;
}

std::string shortened(std::string_view text, std::size_t width) {
    constexpr std::string_view kCut = "...";
    if (columns_of(text) <= width) return std::string(text);
    std::size_t end = 0;
    for (std::size_t column = 0; end < text.size(); ++end) {
        if (!is_continuation(text[end]) && column++ + kCut.size() == width) break;
    }
    return std::string(text.substr(0, end)) + std::string(kCut);
}

Tone tone_of(Severity severity) {
    switch (severity) {
        case Severity::error: return Tone::error;
        case Severity::warning: return Tone::warning;
        case Severity::info: break;
    }
    return Tone::info;
}

void Table::row(std::vector<Cell> cells) {
    assert(cells.size() <= alignments_.size());
    for (Cell& cell : cells) cell.text = printable(cell.text);
    while (!cells.empty() && cells.back().text.empty()) cells.pop_back();
    rows_.push_back(std::move(cells));
}

std::vector<std::size_t> Table::column_widths() const {
    std::vector<std::size_t> widths(alignments_.size());
    for (const auto& row : rows_) {
        for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], columns_of(row[i].text));
    }
    return widths;
}

void Table::print(std::ostream& out, bool colour, std::size_t indent) const {
    const std::vector<std::size_t> widths = column_widths();
    for (const auto& row : rows_) {
        // Spaces before the next cell: none at the end of a line.
        std::size_t pending = row.empty() ? 0 : indent;
        std::size_t start = indent;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (widths[i] == 0) continue;
            const std::size_t padding = widths[i] - columns_of(row[i].text);
            const bool right = alignments_[i] == 'r';
            out << std::string(pending + (right ? padding : 0), ' ');
            if (width_ > 0 && i + 1 == alignments_.size()) {
                print_wrapped(row[i], start, colour, out);
            } else {
                print_cell(row[i], colour, out);
            }
            pending = kGap + (right ? 0 : padding);
            start += widths[i] + kGap;
        }
        out << '\n';
    }
}

void Table::print_wrapped(const Cell& cell, std::size_t start, bool colour, std::ostream& out) const {
    constexpr std::size_t kNarrowest = 24;  // beside columns that are too wide by themselves
    const std::string text = wrapped(cell.text, std::max(width_, start + kNarrowest) - start);
    std::string_view left = text;
    for (;;) {
        const std::size_t end = std::min(left.find('\n'), left.size());
        print_cell({std::string(left.substr(0, end)), cell.tone}, colour, out);
        if (end == left.size()) return;
        left.remove_prefix(end + 1);
        out << '\n' << std::string(start, ' ');
    }
}

}  // namespace stowage::cli
