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

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }

/// Finds line and column, in characters, of offsets that only grow.
class LineCounter {
  public:
    explicit LineCounter(std::string_view text) : text_(text) {}
    TextPosition at(std::size_t offset) {
        offset = std::min(offset, text_.size());
        int column = column_;
        for (std::size_t i = offset; i < seen_; ++i) {  // a token that began before the last one ended
            if (column > 1 && begins_character(text_[i])) --column;
        }
        if (offset < seen_) return {line_, column};
        for (; seen_ < offset; ++seen_) {
            if (text_[seen_] == '\n') {
                ++line_;
                column_ = 1;
            } else if (begins_character(text_[seen_])) {
                ++column_;
            }
        }
        return {line_, column_};
    }

  private:
    std::string_view text_;
    std::size_t seen_ = 0;
    int line_ = 1;
    int column_ = 1;
};

/// The SAX interface of nlohmann/json, feeding a NodeBuilder.
class JsonReader {
  public:
    using Json = nlohmann::json;

    JsonReader(std::string_view text, const std::size_t& consumed)
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
    bool parse_error(std::size_t position, const std::string&, const Json::exception&) {
        if (position > text_.size()) {
            return builder.fail(ErrorCode::syntax, "not JSON: unexpected end of the text",
                                lines_.at(text_.size()));
        }
        const std::size_t start = position > 0 ? token_start(position - 1) : 0;
        return builder.fail(ErrorCode::syntax,
                            "not JSON: unexpected " + printable(text_.substr(start, position - start)),
                            lines_.at(start));
    }

    NodeBuilder builder;

  private:
    /// In quotes, cut to a length that a message can carry and without bytes that it cannot.
    static std::string printable(std::string_view token) {
        std::string text = "\"";
        constexpr std::size_t kShown = 20;
        for (const char c : token.substr(0, kShown)) text += c >= ' ' && c <= '~' ? c : '?';
        return text + (token.size() > kShown ? "...\"" : "\"");
    }

    [[nodiscard]] TextPosition bracket() { return lines_.at(consumed_ - 1); }

    /// Where the string began whose closing quote was just consumed.
    [[nodiscard]] TextPosition string_start() { return lines_.at(opening_quote(consumed_ - 1)); }
    [[nodiscard]] std::size_t opening_quote(std::size_t closing) const {
        std::size_t start = closing > 0 ? closing - 1 : 0;
        while (start > 0 && !is_opening_quote(start)) --start;
        return start;
    }
    [[nodiscard]] bool is_opening_quote(std::size_t at) const {
        if (text_[at] != '"') return false;
        std::size_t backslashes = 0;
        while (backslashes < at && text_[at - 1 - backslashes] == '\\') ++backslashes;
        return backslashes % 2 == 0;
    }

    [[nodiscard]] bool in_word(std::size_t at) const {
        const char c = text_[at];
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '+' || c == '.' ||
               c == 'E';
    }

    /// Where the number, true, false or null began that was just read. A number is known to have ended only
    /// when one character more was consumed.
    [[nodiscard]] TextPosition word_start() {
        std::size_t end = std::min(consumed_, text_.size());
        while (end > 0 && !in_word(end - 1)) --end;
        while (end > 0 && in_word(end - 1)) --end;
        return lines_.at(end);
    }

    /// Where the token began that ends at `last`, which the parser did not expect.
    [[nodiscard]] std::size_t token_start(std::size_t last) const {
        if (text_[last] == '"') return opening_quote(last);
        while (last > 0 && in_word(last) && in_word(last - 1)) --last;
        return last;
    }

    std::string_view text_;
    const std::size_t& consumed_;
    LineCounter lines_;
};

}  // namespace

Result<Node> read_json(std::string_view text) {
    // The parser takes a zero byte for the end and would not see what follows.
    if (const auto zero = text.find('\0'); zero != std::string_view::npos) {
        const TextPosition at = LineCounter(text).at(zero);
        return Error{ErrorCode::syntax, "not JSON: unexpected zero byte", {}, {}, at.line, at.column};
    }
    std::size_t consumed = 0;
    const CountingIterator begin(text.data(), &consumed);
    const CountingIterator end(text.data() + text.size(), &consumed);
    JsonReader reader(text, consumed);
    if (!nlohmann::json::sax_parse(begin, end, &reader)) {
        if (reader.builder.error()) return *reader.builder.error();
        return Error{ErrorCode::syntax, "not JSON"};
    }
    return reader.builder.take();
}

}  // namespace stowage
