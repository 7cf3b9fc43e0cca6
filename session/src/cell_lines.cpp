// SPDX-License-Identifier: MIT
#include "cell_lines.hpp"

#include <optional>

namespace stowage {
namespace {

/// Excel begins a CSV file in UTF-8 with it.
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kQuotedText =
    "a cell in quotation marks, with two of them for one: \"5\"\" disk\"";

std::string trimmed(std::string_view text) {
    const auto is_space = [](char c) { return c == ' ' || c == '\r'; };
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return std::string(text);
}

std::string_view without_mark(std::string_view text) {
    return text.starts_with(kByteOrderMark) ? text.substr(kByteOrderMark.size()) : text;
}

class CellReader {
  public:
    CellReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    Result<std::vector<CellLine>> read() {
        std::vector<CellLine> lines;
        while (at_ < text_.size() && !error_) {
            CellLine line{line_, {}};
            column_ = 0;
            do {
                ++column_;
                line.cells.push_back(cell());
            } while (!error_ && take(separator_));
            if (take('\n')) ++line_;
            if (line.cells.size() > 1 || !line.cells.front().empty()) lines.push_back(std::move(line));
        }
        if (error_) return *std::move(error_);
        return lines;
    }

  private:
    [[nodiscard]] bool at_end() const {
        return at_ == text_.size() || text_[at_] == separator_ || text_[at_] == '\n';
    }
    bool take(char c) {
        if (at_ == text_.size() || text_[at_] != c) return false;
        ++at_;
        return true;
    }
    void refuse(std::string message) {
        error_ = Error{ErrorCode::syntax,       std::move(message),       std::string(kQuotedText), {},
                       static_cast<int>(line_), static_cast<int>(column_)};
    }

    std::string cell() {
        const std::size_t begin = at_;
        if (separator_ == ',') {  // what comes from a table on screen has tabs, and its marks are text
            while (take(' ')) {
            }
            if (take('"')) return in_quotes();
        }
        while (!at_end()) ++at_;
        const std::string_view cell = text_.substr(begin, at_ - begin);
        if (separator_ == ',' && cell.find('"') != std::string_view::npos)
            refuse("there is a quotation mark within a cell");
        return trimmed(cell);
    }

    /// After the opening mark.
    std::string in_quotes() {
        std::string cell;
        for (;;) {
            if (at_ == text_.size()) {
                refuse("the cell in quotation marks does not end");
                return {};
            }
            const char c = text_[at_++];
            if (c == '\n') ++line_;
            if (c == '"' && !take('"')) break;
            cell += c == '\n' ? ' ' : c;
        }
        while (take(' ') || take('\r')) {
        }
        if (!at_end()) refuse("there is text behind the cell in quotation marks");
        return trimmed(cell);
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::size_t column_ = 0;
    std::optional<Error> error_;
};

}  // namespace

char cell_separator(std::string_view text) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (line.find('\t') != std::string_view::npos) return '\t';
    bool in_marks = false;
    for (const char c : line) {
        if (c == '"') in_marks = !in_marks;
        if (!in_marks && (c == ',' || c == ';')) return c;
    }
    return '\0';
}

Result<std::vector<CellLine>> cell_lines(std::string_view text) {
    text = without_mark(text);
    const char separator = cell_separator(text);
    if (separator == ';')
        return Error{ErrorCode::syntax,
                     "the cells stand between semicolons",
                     "cells between tabs or commas",
                     {},
                     1,
                     1};
    return CellReader(text, separator == '\0' ? '\t' : separator).read();
}

}  // namespace stowage
