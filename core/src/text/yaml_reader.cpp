// SPDX-License-Identifier: MIT
#include <yaml.h>

#include <algorithm>

#include "node_builder.hpp"
#include "syntax_readers.hpp"
#include "utf8.hpp"

namespace stowage {
namespace {

TextPosition position_of(const yaml_mark_t& mark) {
    return {static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1};
}

std::string text_of(const yaml_char_t* bytes, std::size_t length) {
    return {reinterpret_cast<const char*>(bytes), length};
}

/// A parser and its current event, freed on every path.
class Parser {
  public:
    explicit Parser(std::string_view text) : text_(text) {
        yaml_parser_initialize(&parser_);
        yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&parser_, reinterpret_cast<const yaml_char_t*>(text.data()),
                                     text.size());
    }
    ~Parser() {
        yaml_event_delete(&event_);
        yaml_parser_delete(&parser_);
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    bool next() {
        yaml_event_delete(&event_);
        return yaml_parser_parse(&parser_, &event_) != 0;
    }
    /// The next token instead of the next event; the caller deletes it.
    bool scan(yaml_token_t& token) { return yaml_parser_scan(&parser_, &token) != 0; }
    [[nodiscard]] const yaml_event_t& event() const { return event_; }

    [[nodiscard]] Error error() const {
        std::string message = "not YAML: ";
        message += parser_.problem != nullptr ? parser_.problem : "unknown problem";
        if (parser_.context != nullptr) message += std::string(", ") + parser_.context;
        // A character that YAML does not allow: libyaml tells its offset and no line.
        const bool character = parser_.error == YAML_READER_ERROR;
        const TextPosition at =
            character ? position_of_byte(text_, parser_.problem_offset) : position_of(parser_.problem_mark);
        return Error{ErrorCode::syntax, std::move(message), {}, {}, at.line, at.column};
    }

  private:
    std::string_view text_;
    yaml_parser_t parser_{};
    yaml_event_t event_{};
};

/// Where a tag directive stands, or the end of the text. It is a directive at the beginning of a line only;
/// the line breaks are those of YAML 1.1.
std::size_t find_tag_directive(std::string_view text) {
    constexpr std::string_view kBreaks[] = {"\n", "\r", "\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9"};
    for (auto at = text.find("%TAG"); at != text.npos; at = text.find("%TAG", at + 1)) {
        const std::string_view before = text.substr(0, at);
        const auto ends_before = [before](std::string_view end) { return before.ends_with(end); };
        if (at == 0 || std::any_of(std::begin(kBreaks), std::end(kBreaks), ends_before)) return at;
    }
    return text.npos;
}

bool is_null(const std::string& text) { return text.empty() || text == "~" || text == "null"; }

/// Feeds the events of one document into a NodeBuilder.
class YamlReader {
  public:
    /// False at an error, which the builder holds.
    bool take(const yaml_event_t& event) {
        const TextPosition at = position_of(event.start_mark);
        switch (event.type) {
            case YAML_DOCUMENT_START_EVENT: return ++documents_ == 1 || refuse("a second document", at);
            case YAML_ALIAS_EVENT: return refuse("an alias", at);
            case YAML_SCALAR_EVENT: return scalar(event, at);
            case YAML_SEQUENCE_START_EVENT:
                if (event.data.sequence_start.anchor != nullptr) return refuse("an anchor", at);
                if (event.data.sequence_start.tag != nullptr) return refuse("a tag", at);
                return builder.begin_sequence(at);
            case YAML_MAPPING_START_EVENT:
                if (event.data.mapping_start.anchor != nullptr) return refuse("an anchor", at);
                if (event.data.mapping_start.tag != nullptr) return refuse("a tag", at);
                return builder.begin_map(at);
            case YAML_SEQUENCE_END_EVENT:
            case YAML_MAPPING_END_EVENT: return builder.end();
            default: return true;
        }
    }

    bool refuse(const std::string& what, TextPosition at) {
        return builder.fail(ErrorCode::syntax, what + " has no meaning in a plan; write the value out", at);
    }

    NodeBuilder builder;

  private:
    bool scalar(const yaml_event_t& event, TextPosition at) {
        const auto& data = event.data.scalar;
        if (data.anchor != nullptr) return refuse("an anchor", at);
        if (data.tag != nullptr) return refuse("a tag", at);
        std::string text = text_of(data.value, data.length);
        if (builder.expects_key()) return builder.key(std::move(text), at);
        const bool plain = data.style == YAML_PLAIN_SCALAR_STYLE;
        if (plain && is_null(text)) return builder.value(Node{}, at);
        return builder.value(Node::text(std::move(text)), at);
    }

    int documents_ = 0;
};

/// One byte for each character, so that libyaml's positions are indices.
std::string characters_of(std::string_view text) {
    std::string characters;
    for (const char c : text) {
        const bool continues = (static_cast<unsigned char>(c) & 0xC0u) == 0x80u;
        if (!continues) characters += c;
    }
    return characters;
}

}  // namespace

bool yaml_has_comments(std::string_view text) {
    const std::string characters = characters_of(text);
    Parser parser(text);
    std::size_t end = 0;
    std::size_t sign = characters.find('#');
    yaml_token_type_t type = YAML_NO_TOKEN;
    while (type != YAML_STREAM_END_TOKEN) {
        yaml_token_t token;
        if (!parser.scan(token)) return false;
        type = token.type;
        const std::size_t start = token.start_mark.index;
        if (sign < end) sign = characters.find('#', end);  // not for each token: the text may be long
        const bool found = sign < start;                   // between two tokens it can only begin a comment
        end = std::max(end, token.end_mark.index);
        yaml_token_delete(&token);
        if (found) return true;
    }
    return characters.find('#', end) != std::string::npos;
}

Result<Node> read_yaml(std::string_view text) {
    Parser parser(text);
    YamlReader reader;
    // The parser compares each tag directive with all before it: a text full of them would take it hours.
    if (const auto directive = find_tag_directive(text); directive != text.npos) {
        reader.refuse("a tag directive", position_of_byte(text, directive));
        return *reader.builder.error();
    }
    do {
        if (!parser.next()) return parser.error();
        if (!reader.take(parser.event())) return *reader.builder.error();
    } while (parser.event().type != YAML_STREAM_END_EVENT);
    return reader.builder.take();
}

}  // namespace stowage
