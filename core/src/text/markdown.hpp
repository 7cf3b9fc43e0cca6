// SPDX-License-Identifier: MIT
//
// Markdown that holds free text of somebody else's plan.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace stowage {

/// Free text inside a table cell, a heading or a list item: nothing of it may act as Markdown.
[[nodiscard]] std::string escaped(std::string_view text);

/// Free text as a paragraph of its own: where a line begins, also indentation, "- ", "+ ", "---", "===" and
/// "1. " act.
[[nodiscard]] std::string escaped_paragraph(std::string_view text);

class MarkdownWriter {
  public:
    void line(std::string_view text = {}) {
        text_ += text;
        text_ += '\n';
    }
    void paragraph(std::string_view text) {
        line(text);
        line();
    }
    void row(const std::vector<std::string>& cells) {
        text_ += '|';
        for (const std::string& cell : cells) text_ += ' ' + cell + " |";
        text_ += '\n';
    }
    /// `alignment`: one letter a column, l or r.
    void header(const std::vector<std::string>& cells, std::string_view alignment) {
        row(cells);
        text_ += '|';
        for (const char column : alignment) text_ += column == 'r' ? "---:|" : "---|";
        text_ += '\n';
    }
    std::string take() { return std::move(text_); }

  private:
    std::string text_;
};

}  // namespace stowage
