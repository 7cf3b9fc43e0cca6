// SPDX-License-Identifier: MIT
#include <yaml.h>

#include <algorithm>

#include "stowage/text/node.hpp"

namespace stowage {
namespace {

/// A map of scalars goes into one line when it is at most this long: a server then reads like a table row.
constexpr std::size_t kFlowWidth = 100;

yaml_char_t* bytes_of(const std::string& text) {
    // The emitter takes non-const pointers and copies what it is given.
    return reinterpret_cast<yaml_char_t*>(const_cast<char*>(text.data()));
}

std::size_t flow_width(const Node& node);

std::size_t flow_width_of_members(const Node& node) {
    std::size_t width = 2;
    for (const Member& member : node.members) width += member.key.size() + 2 + flow_width(member.value) + 2;
    for (const Node& item : node.items) width += flow_width(item) + 2;
    return width;
}

std::size_t flow_width(const Node& node) {
    return node.is_scalar() ? node.scalar.size() : flow_width_of_members(node);
}

/// Nested collections in one line are readable one level deep: {reserved: {cpu: 250m}}.
bool is_shallow(const Node& node, int levels = 2) {
    if (node.is_scalar() || node.is_null()) return true;
    if (levels == 0) return false;
    return std::all_of(node.members.begin(), node.members.end(),
                       [&](const Member& member) { return is_shallow(member.value, levels - 1); }) &&
           std::all_of(node.items.begin(), node.items.end(),
                       [&](const Node& item) { return is_shallow(item, levels - 1); });
}

/// Objects by name stand one a line, however short they are.
bool is_by_name(const Node& node) {
    return !node.members.empty() && std::all_of(node.members.begin(), node.members.end(),
                                                [](const Member& member) { return member.value.is_map(); });
}

/// True for what YAML 1.1 takes for a number, a date or a time of day: 12, 1e3, 0x1F, 1:30, 2026-11-23.
bool looks_like_a_number(std::string_view text) {
    const auto is_any_of = [](std::string_view characters) {
        return [characters](char c) { return characters.find(c) != std::string_view::npos; };
    };
    const bool has_digit = std::any_of(text.begin(), text.end(), is_any_of("0123456789"));
    if (text.starts_with("0x") || text.starts_with("0o") || text.starts_with("0b")) return true;
    return has_digit && std::all_of(text.begin(), text.end(), is_any_of("0123456789.+-:_eE"));
}

/// The emitter keeps these as they are in plain and single-quoted text, where a reader folds the spaces
/// around them.
bool has_unicode_line_break(std::string_view text) {
    return text.find("\xE2\x80\xA8") != std::string_view::npos ||
           text.find("\xE2\x80\xA9") != std::string_view::npos;
}

/// Text that YAML, of this or another reader, might take for something else when it stands unquoted.
bool needs_quotes(const Node& node) {
    if (node.style != Node::Style::text) return false;
    const std::string& text = node.scalar;
    static constexpr std::string_view kWords[] = {
        "",   "~",   "null", "true", "false", "yes", "no", "on", "off", "Null", "True", "False", "Yes", "No",
        "On", "Off", "NULL", "TRUE", "FALSE", "YES", "NO", "ON", "OFF", "y",    "n",    "Y",     "N"};
    if (std::find(std::begin(kWords), std::end(kWords), text) != std::end(kWords)) return true;
    return text.front() == ' ' || text.back() == ' ' || text.find('\n') != std::string::npos ||
           looks_like_a_number(text) || has_unicode_line_break(text);
}

class Emitter {
  public:
    Emitter() {
        yaml_emitter_initialize(&emitter_);
        yaml_emitter_set_output(&emitter_, append, &text);
        yaml_emitter_set_unicode(&emitter_, 1);
        yaml_emitter_set_width(&emitter_, -1);  // no folding: one line a value keeps diffs small
        yaml_emitter_set_indent(&emitter_, 2);
    }
    ~Emitter() { yaml_emitter_delete(&emitter_); }
    Emitter(const Emitter&) = delete;
    Emitter& operator=(const Emitter&) = delete;

    void document(const Node& node) {
        yaml_event_t event;
        if (yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING)) emit(event);
        if (yaml_document_start_event_initialize(&event, nullptr, nullptr, nullptr, 1)) emit(event);
        write(node, 0);
        if (yaml_document_end_event_initialize(&event, 1)) emit(event);
        if (yaml_stream_end_event_initialize(&event)) emit(event);
    }

    std::string text;

  private:
    static int append(void* text, unsigned char* buffer, std::size_t size) {
        static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(buffer), size);
        return 1;
    }

    void emit(yaml_event_t& event) { yaml_emitter_emit(&emitter_, &event); }

    void write(const Node& node, int depth) {
        switch (node.kind) {
            case Node::Kind::null: scalar(Node::number("null")); break;
            case Node::Kind::scalar: scalar(node); break;
            case Node::Kind::sequence: sequence(node, depth); break;
            case Node::Kind::map: map(node, depth); break;
        }
    }

    static bool in_one_line(const Node& node, int depth) {
        return depth > 0 && is_shallow(node) && !is_by_name(node) && flow_width(node) <= kFlowWidth;
    }

    void sequence(const Node& node, int depth) {
        yaml_event_t event;
        const auto style = in_one_line(node, depth) ? YAML_FLOW_SEQUENCE_STYLE : YAML_BLOCK_SEQUENCE_STYLE;
        if (yaml_sequence_start_event_initialize(&event, nullptr, nullptr, 1, style)) emit(event);
        for (const Node& item : node.items) write(item, depth + 1);
        if (yaml_sequence_end_event_initialize(&event)) emit(event);
    }

    void map(const Node& node, int depth) {
        yaml_event_t event;
        const auto style = in_one_line(node, depth) ? YAML_FLOW_MAPPING_STYLE : YAML_BLOCK_MAPPING_STYLE;
        if (yaml_mapping_start_event_initialize(&event, nullptr, nullptr, 1, style)) emit(event);
        for (const Member& member : node.members) {
            scalar(Node::text(member.key));
            write(member.value, depth + 1);
        }
        if (yaml_mapping_end_event_initialize(&event)) emit(event);
    }

    void scalar(const Node& node) {
        yaml_event_t event;
        const auto style = needs_quotes(node) ? YAML_DOUBLE_QUOTED_SCALAR_STYLE : YAML_PLAIN_SCALAR_STYLE;
        if (yaml_scalar_event_initialize(&event, nullptr, nullptr, bytes_of(node.scalar),
                                         static_cast<int>(node.scalar.size()), 1, 1, style)) {
            emit(event);
        }
    }

    yaml_emitter_t emitter_{};
};

}  // namespace

std::string write_yaml(const Node& node) {
    Emitter emitter;
    emitter.document(node);
    return std::move(emitter.text);
}

}  // namespace stowage
