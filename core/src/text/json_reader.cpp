// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstddef>
#include <nlohmann/json.hpp>

#include "node_builder.hpp"
#include "syntax_readers.hpp"

namespace stowage {
namespace {

/// Walks the text and counts what the parser has consumed; its events come without a position.
class CountingIterator {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, std::size_t* consumed) : at_(at), consumed_(consumed) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        ++at_;
        ++*consumed_;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(const CountingIterator& a, const CountingIterator& b) { return a.at_ == b.at_; }
    friend bool operator!=(const CountingIterator& a, const CountingIterator& b) { return !(a == b); }

  private:
    const char* at_;
    std::size_t* consumed_;
};

/// Finds line and column of offsets that only grow.
class LineCounter {
  public:
    explicit LineCounter(std::string_view text) : text_(text) {}
    TextPosition at(std::size_t offset) {
        offset = std::min(offset, text_.size());
        if (offset < seen_)
            return {line_, column_of(offset)};  // a token that began before the last one ended
        for (; seen_ < offset; ++seen_) {
            if (text_[seen_] == '\n') {
                ++line_;
                line_start_ = seen_ + 1;
            }
        }
        return {line_, column_of(offset)};
    }

  private:
    [[nodiscard]] int column_of(std::size_t offset) const {
        return offset < line_start_ ? 1 : static_cast<int>(offset - line_start_) + 1;
    }
    std::string_view text_;
    std::size_t seen_ = 0;
    std::size_t line_start_ = 0;
    int line_ = 1;
};

/// The SAX interface of nlohmann/json, feeding a NodeBuilder.
class Reader {
  public:
    using Json = nlohmann::json;

    Reader(std::string_view text, const std::size_t& consumed)
        : text_(text), consumed_(consumed), lines_(text) {}

    bool null() { return builder.value(Node{}, word_start()); }
    bool boolean(bool value) { return builder.value(Node::boolean(value), word_start()); }
    bool number_integer(Json::number_integer_t n) {
        return builder.value(Node::number(std::to_string(n)), word_start());
    }
    bool number_unsigned(Json::number_unsigned_t n) {
        return builder.value(Node::number(std::to_string(n)), word_start());
    }
    bool number_float(Json::number_float_t, const std::string& written) {
        return builder.value(Node::number(written), word_start());
    }
    bool string(std::string& value) { return builder.value(Node::text(std::move(value)), string_start()); }
    bool binary(Json::binary_t&) { return false; }
    bool start_object(std::size_t) { return builder.begin_map(bracket()); }
    bool end_object() { return builder.end(); }
    bool start_array(std::size_t) { return builder.begin_sequence(bracket()); }
    bool end_array() { return builder.end(); }
    bool key(std::string& name) { return builder.key(std::move(name), string_start()); }
    bool parse_error(std::size_t position, const std::string& last_token, const Json::exception&) {
        const TextPosition at = lines_.at(position > 0 ? position - 1 : 0);
        std::string message = "not JSON: unexpected ";
        message += position > text_.size() ? "end of the text" : printable(last_token);
        return builder.fail(ErrorCode::syntax, std::move(message), at);
    }

    NodeBuilder builder;

  private:
    /// The last of what the parser read, without bytes that a message cannot carry.
    static std::string printable(const std::string& token) {
        std::string text = "\"";
        constexpr std::size_t kShown = 20;
        for (const char c : token.size() > kShown ? token.substr(token.size() - kShown) : token) {
            text += c >= ' ' && c <= '~' ? c : '?';
        }
        return text + '"';
    }

    [[nodiscard]] TextPosition bracket() { return lines_.at(consumed_ - 1); }

    /// Where the string began whose closing quote was just consumed.
    [[nodiscard]] TextPosition string_start() {
        std::size_t start = consumed_ >= 2 ? consumed_ - 2 : 0;
        while (start > 0 && !is_opening_quote(start)) --start;
        return lines_.at(start);
    }
    [[nodiscard]] bool is_opening_quote(std::size_t at) const {
        if (text_[at] != '"') return false;
        std::size_t backslashes = 0;
        while (backslashes < at && text_[at - 1 - backslashes] == '\\') ++backslashes;
        return backslashes % 2 == 0;
    }

    /// Where the number, true, false or null began that was just read. A number is known to have ended only
    /// when one character more was consumed.
    [[nodiscard]] TextPosition word_start() {
        const auto in_word = [this](std::size_t at) {
            const char c = text_[at];
            return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '+' || c == '.' ||
                   c == 'E';
        };
        std::size_t end = std::min(consumed_, text_.size());
        while (end > 0 && !in_word(end - 1)) --end;
        while (end > 0 && in_word(end - 1)) --end;
        return lines_.at(end);
    }

    std::string_view text_;
    const std::size_t& consumed_;
    LineCounter lines_;
};

}  // namespace

Result<Node> read_json(std::string_view text) {
    std::size_t consumed = 0;
    const CountingIterator begin(text.data(), &consumed);
    const CountingIterator end(text.data() + text.size(), &consumed);
    Reader reader(text, consumed);
    if (!nlohmann::json::sax_parse(begin, end, &reader)) {
        if (reader.builder.error()) return *reader.builder.error();
        return Error{ErrorCode::syntax, "not JSON"};
    }
    return reader.builder.take();
}

}  // namespace stowage
